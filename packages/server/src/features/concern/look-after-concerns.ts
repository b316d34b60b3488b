import { refusalOfAct, type ConcernAct } from '@takepart/shared/domain/moderation/concern'
import type { Kysely, Transaction } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { addEvent } from './act-on-concern.ts'
import { eraseWords, markTold, takeOverdue, takeUntold, type ToTell } from './concern.queries.ts'

export interface LookingAfter {
  readonly db: Kysely<Schema>
  readonly now: Date
  /**
   * Tells staff of one concern, by its id alone, within the transaction that notes that they were told. Absent: this server
   * sends no mail, and they stay untold until one does.
   */
  readonly tell?: (trx: Transaction<Schema>, concern: ToTell) => Promise<void>
}

const day = 24 * 3_600_000
/** How long the copy of somebody's words is kept after the concern is closed. */
export const daysWordsKept = 30

/**
 * Done every few seconds by every server: whose clock has passed escalates, staff are told of what is new or escalated, and
 * words of concerns long closed are erased. It works from the rows alone, so that what could not be told when it happened
 * (mail away, server stopped) is told later. Telling fails by itself: escalating does not wait for mail.
 */
export async function lookAfterConcerns(work: LookingAfter): Promise<void> {
  await escalateOverdue(work)
  await eraseWords(work.db, new Date(work.now.getTime() - daysWordsKept * day))
  if (work.tell) await tellStaff(work.db, work.tell)
}

const escalateOverdue = ({ db, now }: LookingAfter): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const escalated: ConcernAct = { kind: 'escalated', at: now.toISOString() }
    for (const concern of await takeOverdue(trx, now)) {
      if (refusalOfAct(concern, escalated)) continue
      await addEvent(trx, concern, escalated)
    }
  })

const tellStaff = (db: Kysely<Schema>, tell: NonNullable<LookingAfter['tell']>): Promise<void> =>
  db.transaction().execute(async (trx) => {
    for (const concern of await takeUntold(trx)) {
      await tell(trx, concern)
      await markTold(trx, concern)
    }
  })
