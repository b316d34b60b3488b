import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import {
  refusalOfAct,
  standingOf,
  type ConcernAct,
  type ConcernProblem,
} from '@takepart/shared/domain/moderation/concern'
import type { ActOnConcern } from '@takepart/shared/domain/moderation/concern-schema'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { findForAct, storeEvent, type StoredConcern } from './concern.queries.ts'

interface Acting {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  readonly actor: StaffActor
}

type Answer = Result<{ readonly seen: number }, ConcernProblem>

/**
 * What a member of staff does to a concern: it is added to what happened, and to the audit log. Refused when something
 * happened to it that they had not seen: two people never decide the same thing twice without knowing of each other.
 */
export const actOnConcern = (
  { db, now, actor }: Acting,
  { concernId, seen, act }: ActOnConcern,
): Promise<Answer> =>
  db.transaction().execute(async (trx): Promise<Answer> => {
    const concern = await findForAct(trx, concernId)
    if (!concern) return refuse({ code: 'concern-unknown' })
    if (concern.events.length !== seen) return refuse({ code: 'concern-moved-on' })
    const at = now()
    const event = eventOf(act, { at: at.toISOString(), by: actor.staffId })
    const problem = refusalOfAct(concern, event)
    if (problem) return refuse(problem)
    const number = await addEvent(trx, concern, event)
    await recordAct(trx, actor, {
      at,
      verb: `concern.${act.kind}`,
      thing: { kind: 'concern', id: concernId },
      detail: detailOf(act),
    })
    return accept({ seen: number })
  })

/** Adds an event that may happen; answers how many there are. */
export async function addEvent(
  trx: Kysely<Schema>,
  concern: StoredConcern,
  event: ConcernAct,
): Promise<number> {
  const events = [...concern.events, event]
  await storeEvent(trx, concern.id, {
    number: events.length,
    event,
    standing: standingOf({ events }),
  })
  return events.length
}

/** Names of the fixed lists, and never a word that somebody wrote. */
function detailOf(act: ActOnConcern['act']): string {
  switch (act.kind) {
    case 'change-severity':
      return act.severity
    case 'pass-on':
      return act.to
    case 'close':
      return act.how
    default:
      return ''
  }
}

function eventOf(
  act: ActOnConcern['act'],
  done: { readonly at: string; readonly by: string },
): ConcernAct {
  switch (act.kind) {
    case 'take':
      return { kind: 'taken', ...done }
    case 'give':
      return { kind: 'given', ...done, to: act.to }
    case 'change-severity':
      return { kind: 'severity-changed', ...done, severity: act.severity, why: act.why }
    case 'acknowledge':
      return { kind: 'acknowledged', ...done, how: act.how }
    case 'pass-on':
      return { kind: 'passed-on', ...done, to: act.to, what: act.what }
    case 'confirm':
      return { kind: 'confirmed', ...done, what: act.what }
    case 'close':
      return { kind: 'closed', ...done, how: act.how, what: act.what }
  }
}
