import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import type { RequestId } from '@takepart/shared/domain/core/ids'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import { tidyText } from '@takepart/shared/domain/core/text'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { longestNote } from './close-request.ts'
import { closeRequest, findRequestToClose } from './support-request.queries.ts'

export interface ClosedByStaff {
  readonly request: string
  readonly state: 'met' | 'not-met'
  readonly note: string
  readonly actor: StaffActor
  readonly at: Date
}

export type ClosedAtDesk =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: 'no-reason' | 'note-long' | 'gone' }

const no = (problem: Extract<ClosedAtDesk, { ok: false }>['problem']): ClosedAtDesk => ({
  ok: false,
  problem,
})

/** Closes a request that is open, once, and writes into the audit log who did. A request that was not met has a reason. */
export async function closeAtDesk(
  db: Kysely<Schema>,
  { request: id, state, note, actor, at }: ClosedByStaff,
): Promise<ClosedAtDesk> {
  const words = tidyText(note)
  if (state === 'not-met' && words === '') return no('no-reason')
  if (words.length > longestNote) return no('note-long')
  return db.transaction().execute(async (trx): Promise<ClosedAtDesk> => {
    const request = await findRequestToClose(trx, id)
    if (!request || !may(actor, 'support-request.close', request)) return no('gone')
    const on = dayOfMoment(at)
    await closeRequest(trx, id as RequestId, { state, on, note: words === '' ? null : words })
    await recordAct(trx, actor, {
      at,
      verb: 'support-request.close',
      thing: { kind: 'support-request', id },
      detail: state,
    })
    return { ok: true }
  })
}
