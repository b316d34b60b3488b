import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { ActProblem, ActResult } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { nextSignOff, type SignOffEvent } from '@takepart/shared/domain/authoring/draft/sign-off'
import { howManyBlock, type CheckedRound } from '@takepart/shared/domain/round/desk/check-round'
import { checkWholeRound } from '@takepart/shared/domain/round/desk/round-shape-schema'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { recordAct } from '../../account/audit/audit.queries.ts'
import { signOffOf, type StoredSignOff } from '../../authoring/sign-off.queries.ts'
import { mayOfRound } from './may-of-round.ts'
import { publishWaitingWithin } from './publish-signed-round.ts'
import { findRoundDraftToChange, noteRoundLook } from './round-draft.queries.ts'
import {
  decideRoundSignOff,
  endRoundPublication,
  findRoundSignOff,
  insertRoundSignOff,
  putRoundPublication,
} from './round-sign-off.queries.ts'
import { surroundingsOf } from './round-surroundings.queries.ts'

type Db = Kysely<Schema>

/** Who does something to which round, and when. */
export interface RoundAct {
  readonly round: string
  readonly actor: StaffActor
  readonly at: Date
}

const ok: ActResult = { ok: true }
const no = (problem: ActProblem, words?: readonly string[]): ActResult => ({
  ok: false,
  problem,
  ...(words ? { words } : {}),
})

interface Standing {
  readonly checked: CheckedRound
  readonly stored: StoredSignOff | undefined
}

interface Step {
  readonly action: Action
  readonly verb: string
  readonly event: (standing: Standing) => SignOffEvent
  readonly store: (trx: Db, standing: Standing) => Promise<ActResult>
}

/**
 * One step on the way to being published, locked against other steps and against writing. It is refused where the rule or the
 * actor's role does not allow it, and written into the audit log with the step itself.
 */
const step = (db: Db, { round, actor, at }: RoundAct, { action, verb, event, store }: Step) =>
  db.transaction().execute(async (trx): Promise<ActResult> => {
    const part = await findRoundDraftToChange(trx, round, { by: actor.staffId, at })
    if (!part) return no('unknown')
    const around = await surroundingsOf(trx, { id: round, part }, at)
    const checked = checkWholeRound({ id: round, part }, around)
    const stored = await findRoundSignOff(trx, round)
    const next = nextSignOff(signOffOf(stored, { ...checked.written }), event({ checked, stored }))
    const thing = {
      id: round,
      consultationId: around.consultationId,
      firstPeople: stored ? [stored.askedBy] : [],
    }
    if (!mayOfRound(actor, action, thing)) return no(next.ok ? 'unknown' : next.problem)
    if (!next.ok) return no(next.problem)
    const result = await store(trx, { checked, stored })
    if (!result.ok) return result
    await noteRoundLook(trx, round, { staff: actor.staffId, at })
    await recordAct(trx, actor, { at, verb, thing: { kind: 'round', id: round } })
    return result
  })

/** Asks a second person to sign what the draft says now. Refused while something blocks it. */
export const askForRoundSignOff = (db: Db, act: RoundAct, id: string): Promise<ActResult> =>
  step(db, act, {
    action: 'round.write',
    verb: 'round.ask-sign-off',
    event: ({ checked }) => ({
      kind: 'ask',
      by: act.actor.staffId,
      blocked: howManyBlock(checked.findings),
      undecided: 0,
    }),
    store: async (trx, { checked }) => {
      const by = act.actor.staffId
      await insertRoundSignOff(trx, act.round, { id, document: checked.written, by, at: act.at })
      return ok
    },
  })

export interface RoundDecision {
  /** The request that the person has read. */
  readonly request: string
  readonly decision: 'signed' | 'sent-back'
  readonly note?: string | undefined
}

/** Signs what was asked, or sends it back with a note for who asked. */
export function decideAboutRound(
  db: Db,
  act: RoundAct,
  { request, decision, note: given = '' }: RoundDecision,
): Promise<ActResult> {
  const note = given.normalize('NFC').trim()
  if (note.length > 1000) return Promise.resolve(no('note-long'))
  if (decision === 'sent-back' && note === '') return Promise.resolve(no('note-missing'))
  const by = act.actor.staffId
  return step(db, act, {
    action: 'round.sign-off',
    verb: decision === 'signed' ? 'round.sign-off' : 'round.send-back',
    event: () => ({ kind: decision === 'signed' ? 'sign' : 'send-back', by }),
    store: async (trx, { stored }) => {
      if (stored?.id !== request) return no('not-asked')
      const words = note === '' ? null : note
      await decideRoundSignOff(trx, request, { decision, by, at: act.at, note: words })
      return ok
    },
  })
}

/** Publishes what was signed: now, or when the round opens. */
export const publishSignedRound = (
  db: Db,
  act: RoundAct,
  when: 'now' | 'opening',
): Promise<ActResult> =>
  step(db, act, {
    action: 'round.sign-off',
    verb: when === 'now' ? 'round.publish' : 'round.publish-at-opening',
    event: () => ({ kind: 'schedule', by: act.actor.staffId }),
    store: async (trx, { checked, stored }) => {
      if (!stored) return no('not-signed')
      const opens = new Date(checked.written.opensAt)
      const dueAt = when === 'opening' && opens > act.at ? opens : act.at
      await putRoundPublication(trx, stored.id, { dueAt, by: act.actor.staffId })
      if (dueAt > act.at) return ok
      const { outcome, words } = await publishWaitingWithin(trx, stored.id, act.at)
      return outcome === 'published' ? ok : no('refused', words)
    },
  })

/** Takes back the time at which it would be published. */
export const stopRoundPublication = (db: Db, act: RoundAct): Promise<ActResult> =>
  step(db, act, {
    action: 'round.sign-off',
    verb: 'round.stop-publishing',
    event: () => ({ kind: 'stop', by: act.actor.staffId }),
    store: async (trx, { stored }) => {
      if (stored) await endRoundPublication(trx, stored.id, { state: 'stopped', at: act.at })
      return ok
    },
  })
