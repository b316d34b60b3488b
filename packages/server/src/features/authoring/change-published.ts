import type { Action } from '@takepart/shared/domain/account/actions'
import { may } from '@takepart/shared/domain/account/may'
import { hasClosed, type Consultation } from '@takepart/shared/domain/consultation/consultation'
import type {
  ChangeProblem,
  ChangeResult,
} from '@takepart/shared/domain/authoring/draft/desk-answers'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import {
  findByIdOrSlug,
  markRetracted,
  waitForTurnToPublish,
} from '../consultation/consultation.queries.ts'
import { publishWithin } from '../consultation/publish-consultation.ts'
import {
  endChange,
  findChangeToDecide,
  insertChange,
  type ChangeKind,
  type StoredChange,
} from './change.queries.ts'
import { noteVersion } from './sign-off.queries.ts'
import { saveWithin } from './save-edit.ts'
import { findDraft } from './draft.queries.ts'
import type { Act } from './sign-draft.ts'

type Db = Kysely<Schema>

/** Who decides, when, and where new ids come from. */
export interface ChangeAct extends Act {
  readonly newId: () => string
}

const no = (problem: ChangeProblem): ChangeResult => ({ ok: false, problem })

const longestNote = { extend: 1000, retract: 500 } as const
const askActions = {
  extend: 'consultation.ask-to-extend',
  retract: 'consultation.ask-to-retract',
} as const satisfies Record<ChangeKind, Action>
const doActions = {
  extend: 'consultation.extend',
  retract: 'consultation.retract',
} as const satisfies Record<ChangeKind, Action>

export interface WantedChange {
  readonly id: string
  readonly kind: ChangeKind
  /** ISO 8601; of an extension. */
  readonly closesAt?: string
  /** Why, for everybody to read. */
  readonly note: string
}

/** Why a consultation cannot be changed so; undefined when it can. A longer time must end after the present one and before the promised date. */
export function changeProblem(
  { kind, closesAt, note }: Omit<WantedChange, 'id'>,
  consultation: Pick<Consultation, 'closesAt' | 'promise'>,
  now: Date,
): ChangeProblem | undefined {
  if (note.trim() === '') return 'note-missing'
  if (note.trim().length > longestNote[kind]) return 'note-long'
  if (kind === 'retract') return undefined
  const until = Date.parse(closesAt ?? '')
  if (hasClosed(consultation, now)) return 'has-closed'
  if (!(until > Date.parse(consultation.closesAt))) return 'not-later'
  return until > Date.parse(consultation.promise.by) ? 'after-promise' : undefined
}

/** Asks a second person to give people more time, or to take a consultation back. */
export async function askForChange(
  db: Db,
  { draft: id, actor, at }: Act,
  wanted: WantedChange,
): Promise<ChangeResult> {
  const { kind } = wanted
  if (!may(actor, askActions[kind], { consultationId: id })) return no('unknown')
  const newest = await newestOf(db, id)
  if (!newest) return no('unknown')
  if (newest.retraction) return no('is-retracted')
  const problem = changeProblem(wanted, newest.version.consultation, at)
  if (problem) return no(problem)
  return db.transaction().execute(async (trx) => {
    const closesAt = kind === 'extend' ? new Date(wanted.closesAt ?? '') : null
    const note = wanted.note.normalize('NFC').trim()
    const change = { id: wanted.id, kind, closesAt, note, by: actor.staffId, at }
    if (!(await insertChange(trx, id, change))) return no('already-asked')
    await recordAct(trx, actor, { at, verb: askActions[kind], thing: { kind: 'consultation', id } })
    return { ok: true }
  })
}

const newestOf = async (db: Db, id: string) =>
  (await findByIdOrSlug(db, id, '')).find((published) => published.id === id)

/** Does what was asked, or turns it down. Who asked can only turn it down. */
export async function decideChange(
  db: Db,
  act: ChangeAct,
  { change, decision }: { readonly change: string; readonly decision: 'done' | 'turned-down' },
): Promise<ChangeResult> {
  const { draft: id, actor, at } = act
  return db.transaction().execute(async (trx) => {
    await waitForTurnToPublish(trx)
    const asked = await findChangeToDecide(trx, id, change)
    if (!asked || asked.decision !== null) return no('unknown')
    const action = decision === 'done' ? doActions[asked.kind] : askActions[asked.kind]
    if (!may(actor, action, { consultationId: id, firstPeople: [asked.askedBy] }))
      return no(asked.askedBy === actor.staffId ? 'own-request' : 'unknown')
    if (decision === 'done') {
      const problem = await carryOut(trx, act, asked)
      if (problem) return no(problem)
    }
    await endChange(trx, change, { decision, by: actor.staffId, at })
    const verb = decision === 'done' ? action : 'consultation.turn-down'
    await recordAct(trx, actor, { at, verb, thing: { kind: 'consultation', id } })
    return { ok: true }
  })
}

async function carryOut(
  trx: Db,
  act: ChangeAct,
  asked: StoredChange,
): Promise<ChangeProblem | undefined> {
  const newest = await newestOf(trx, act.draft)
  if (!newest) return 'unknown'
  if (newest.retraction) return 'is-retracted'
  const { at } = act
  if (asked.kind === 'extend') return extend(trx, newest.version.consultation, { act, asked })
  await markRetracted(trx, newest.slug, { at, reason: asked.note })
  return undefined
}

/** The next version: the same but for when it closes, and a note that everybody reads. */
async function extend(
  trx: Db,
  before: Consultation,
  { act, asked }: { readonly act: ChangeAct; readonly asked: StoredChange },
): Promise<ChangeProblem | undefined> {
  const closesAt = asked.closesAt?.toISOString() ?? ''
  const problem = changeProblem({ kind: 'extend', closesAt, note: asked.note }, before, act.at)
  if (problem) return problem
  const changes = [...(before.changes ?? []), { on: dayOfMoment(act.at), text: asked.note }]
  const consultation: Consultation = { ...before, closesAt, changes }
  const result = await publishWithin(trx, {
    outcome: 'ready',
    consultation,
    files: [],
    warnings: [],
  })
  if (result.outcome === 'refused') return 'refused'
  const { number } = result
  await followInDraft(trx, { before, after: consultation }, { act, number })
  return undefined
}

/** What is being written says the same, so that the next version does not take the time away again. */
async function followInDraft(
  trx: Db,
  { before, after }: { readonly before: Consultation; readonly after: Consultation },
  { act, number }: { readonly act: ChangeAct; readonly number: number },
): Promise<void> {
  const draft = after.id
  if (!(await findDraft(trx, draft))) return
  await noteVersion(trx, draft, number)
  const set = (part: string, field: 'closesAt' | 'changes') =>
    saveWithin(trx, {
      draft,
      id: act.newId(),
      edit: { do: 'set', part, field, was: before[field], now: after[field] },
      by: act.actor.staffId,
      at: act.at,
    })
  await set('dates', 'closesAt')
  await set('about', 'changes')
}
