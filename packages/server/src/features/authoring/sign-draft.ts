import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { assemble } from '@takepart/shared/domain/authoring/draft/assemble'
import type { ActProblem, ActResult } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { nextSignOff, type SignOffEvent } from '@takepart/shared/domain/authoring/draft/sign-off'
import type { Kysely, Transaction } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { checkDraftNow } from './check-draft-now.ts'
import { findDraft, listEdits } from './draft.queries.ts'
import { publishWaiting } from './publish-due.ts'
import {
  decideSignOff,
  endPublication,
  findSignOff,
  insertSignOff,
  lockDraft,
  noteLook,
  putPublication,
  signOffOf,
  type StoredSignOff,
} from './sign-off.queries.ts'
import { tellTeam } from './tell-staff.ts'

type Db = Kysely<Schema>

export interface Act {
  readonly draft: string
  readonly actor: StaffActor
  readonly at: Date
}

const ok: ActResult = { ok: true }
const no = (problem: ActProblem): ActResult => ({ ok: false, problem })

interface Standing {
  readonly document: Readonly<Record<string, unknown>>
  readonly stored: StoredSignOff | undefined
}

/**
 * One step on the way to being published. It is locked against other steps, refused where the rule or the actor's role does
 * not allow it, and written into the audit log with the step itself.
 */
async function step(
  db: Db,
  { draft, actor, at }: Act,
  {
    action,
    event,
    store,
  }: {
    readonly action: Action
    readonly event: (standing: Standing, trx: Db) => Promise<SignOffEvent>
    readonly store: (standing: Standing, trx: Transaction<Schema>) => Promise<void>
  },
): Promise<ActResult> {
  return db.transaction().execute(async (trx) => {
    if (!(await lockDraft(trx, draft))) return no('unknown')
    const found = await findDraft(trx, draft)
    if (!found) return no('unknown')
    const document = assemble(found.draft)
    const stored = await findSignOff(trx, draft)
    const standing = { document, stored }
    const now = signOffOf(stored, document)
    const next = nextSignOff(now, await event(standing, trx))
    const firstPeople = stored ? [stored.askedBy] : []
    if (!may(actor, action, { consultationId: draft, state: now.state, firstPeople }))
      return no(next.ok ? 'unknown' : next.problem)
    if (!next.ok) return no(next.problem)
    await store(standing, trx)
    const [last] = await listEdits(trx, draft, { most: 1 })
    await noteLook(trx, draft, { staff: actor.staffId, seen: last?.number ?? 0, at })
    await recordAct(trx, actor, { at, verb: action, thing: { kind: 'consultation', id: draft } })
    return ok
  })
}

/** Asks a second person to sign what the draft says now. Refused while something blocks it or advice is undecided. */
export const askForSignOff = (db: Db, act: Act, id: string): Promise<ActResult> =>
  step(db, act, {
    action: 'consultation.ask-sign-off',
    event: async (_, trx) => {
      const found = await findDraft(trx, act.draft)
      const { blocked, undecided } = found
        ? await checkDraftNow(trx, found.draft, act.at)
        : { blocked: 1, undecided: 0 }
      return { kind: 'ask', by: act.actor.staffId, blocked, undecided }
    },
    store: async ({ document }, trx) => {
      await insertSignOff(trx, act.draft, { id, document, by: act.actor.staffId, at: act.at })
      const told = {
        kind: 'sign-off-asked',
        parameters: { consultationId: act.draft },
        consultation: act.draft,
        roles: ['publisher'],
        event: `sign-off ${id}`,
        except: act.actor.staffId,
      } as const
      await tellTeam(trx, told, act.at)
    },
  })

/** Signs what was asked, or sends it back with a note for who asked. */
export function decideAboutDraft(
  db: Db,
  act: Act,
  { decision, note: given = '' }: { decision: 'signed' | 'sent-back'; note?: string },
): Promise<ActResult> {
  const note = given.normalize('NFC').trim()
  if (note.length > 1000) return Promise.resolve(no('note-long'))
  if (decision === 'sent-back' && note === '') return Promise.resolve(no('note-missing'))
  return step(db, act, {
    action: 'consultation.sign-off',
    event: async () => ({
      kind: decision === 'signed' ? 'sign' : 'send-back',
      by: act.actor.staffId,
    }),
    store: async ({ stored }, trx) => {
      if (stored)
        await decideSignOff(trx, stored.id, {
          decision,
          by: act.actor.staffId,
          at: act.at,
          note: note === '' ? undefined : note,
        })
    },
  })
}

/** Publishes what was signed: now, or when its time comes. */
export async function publishDraft(db: Db, act: Act, dueAt?: Date): Promise<ActResult> {
  let signOff = ''
  const due = dueAt ?? act.at
  const set = await step(db, act, {
    action: 'consultation.publish',
    event: async () => ({ kind: 'schedule', by: act.actor.staffId }),
    store: async ({ stored }, trx) => {
      signOff = stored?.id ?? ''
      await putPublication(trx, { signOff, draft: act.draft, dueAt: due, by: act.actor.staffId })
    },
  })
  if (!set.ok || due > act.at) return set
  const result = await publishWaiting(db, signOff, act.at)
  return result.state === 'published'
    ? { ok: true, number: result.number }
    : { ok: false, problem: 'refused', words: result.words }
}

/** Takes back the time at which it would be published. */
export const stopPublication = (db: Db, act: Act): Promise<ActResult> =>
  step(db, act, {
    action: 'consultation.publish',
    event: async () => ({ kind: 'stop', by: act.actor.staffId }),
    store: async ({ stored }, trx) => {
      if (stored) await endPublication(trx, stored.id, { state: 'stopped', at: act.at })
    },
  })
