import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { addsUp, ledgerOf } from '@takepart/shared/domain/analysis/ledger/ledger'
import {
  hasClosed,
  type Consultation,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import { uuidFrom } from '@takepart/shared/domain/core/ids'
import {
  emptyOutcome,
  outcomeFrom,
  outcomeProblems,
  type OutcomeDraft,
  type OutcomeGround,
} from '@takepart/shared/domain/report/outcome-draft'
import type { FrozenResults } from '@takepart/shared/domain/report/frozen-results'
import type { ReportProblem, ReportResult } from '@takepart/shared/domain/report/report-schema'
import type { CallContext } from '../../context.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { countLedger } from '../analysis/ledger/ledger.queries.ts'
import { allVersions, waitForTurnToPublish } from '../consultation/consultation.queries.ts'
import { freezeResults } from './freeze-results.ts'
import {
  findOutcome,
  keepPublishedTables,
  markAsked,
  markPublished,
  markSentBack,
  storeFrozen,
  storeOutcome,
  type Marked,
  type StoredOutcome,
} from './outcome.queries.ts'
import { publishNext } from './publish-next.ts'

export type By = Pick<CallContext, 'db' | 'now' | 'random'> & { readonly actor: StaffActor }

const no = (problem: ReportProblem, words?: readonly string[]): ReportResult => ({
  ok: false,
  problem,
  ...(words ? { words } : {}),
})

const markOf = ({ actor, now }: By): Marked => ({
  staffId: actor.staffId,
  name: actor.name,
  at: now(),
})

const act = (ctx: By, trx: By['db'], verb: string, id: string) =>
  recordAct(trx, ctx.actor, { at: ctx.now(), verb, thing: { kind: 'consultation', id } })

/** What an outcome rests on, as it is at this moment. */
export async function groundOf(
  db: By['db'],
  consultation: Pick<Consultation, 'id' | 'closesAt'>,
  { frozen, now }: { readonly frozen: FrozenResults | undefined; readonly now: Date },
): Promise<OutcomeGround> {
  const ledger = ledgerOf(await countLedger(db, consultation.id))
  const waiting = ledger.notCounted.find(({ line }) => line === 'late-waiting')
  return {
    frozen,
    closed: hasClosed(consultation, now),
    lateWaiting: waiting?.count ?? 0,
    addsUp: addsUp(ledger),
  }
}

/** Saves what was written. Of two people who write at once, the second is told, and loses no word. */
export async function saveOutcome(
  ctx: By,
  input: {
    readonly consultationId: string
    readonly seen: number
    readonly document: OutcomeDraft
  },
): Promise<ReportResult> {
  const revision = await storeOutcome(ctx.db, input, markOf(ctx))
  if (revision !== undefined) return { ok: true, revision }
  const stored = await findOutcome(ctx.db, input.consultationId)
  return no(stored?.state === 'published' ? 'published-already' : 'changed-since')
}

/** Freezes the results, which the outcome is bound to from then on. Until it is published it can be done again. */
export async function freezeOutcome(ctx: By, consultationId: string): Promise<ReportResult> {
  const versions = await allVersions(ctx.db, consultationId)
  const frozen = await freezeResults(ctx.db, { id: consultationId, versions }, ctx.now())
  return ctx.db.transaction().execute(async (trx) => {
    const newest = newestOf(versions)
    if (!hasClosed(newest.consultation, ctx.now())) return no('not-ready')
    await storeOutcome(trx, { consultationId, seen: 0, document: emptyOutcome }, markOf(ctx))
    const stored = await findOutcome(trx, consultationId, { lock: true })
    if (!stored || stored.state === 'published') return no('published-already')
    await storeFrozen(trx, consultationId, frozen, markOf(ctx))
    await act(ctx, trx, 'consultation.freeze-results', consultationId)
    return { ok: true, revision: stored.revision + 1 }
  })
}

function newestOf(versions: readonly ConsultationVersion[]): ConsultationVersion {
  const newest = versions.at(-1)
  if (!newest) throw new Error('A consultation has a version')
  return newest
}

/** Asks a second person to read and sign. */
export const askForOutcome = (ctx: By, consultationId: string): Promise<ReportResult> =>
  ctx.db.transaction().execute(async (trx) => {
    const stored = await findOutcome(trx, consultationId, { lock: true })
    if (!stored || !(await isReady(ctx, trx, { consultationId, stored }))) return no('not-ready')
    if (stored.state === 'published') return no('published-already')
    await markAsked(trx, consultationId, markOf(ctx))
    await act(ctx, trx, 'consultation.write-outcome', consultationId)
    return { ok: true, revision: stored.revision }
  })

async function isReady(
  ctx: By,
  trx: By['db'],
  { consultationId, stored }: { readonly consultationId: string; readonly stored: StoredOutcome },
): Promise<boolean> {
  const { consultation } = newestOf(await allVersions(trx, consultationId))
  const ground = await groundOf(trx, consultation, {
    frozen: stored.frozen ?? undefined,
    now: ctx.now(),
  })
  return outcomeProblems(stored.document, ground).length === 0
}

/** Gives it back to whoever wrote it, with what has to be put right. */
export const sendOutcomeBack = (
  ctx: By,
  { consultationId, note }: { readonly consultationId: string; readonly note: string },
): Promise<ReportResult> =>
  ctx.db.transaction().execute(async (trx) => {
    const words = note.normalize('NFC').trim()
    if (words === '' || words.length > 1000) return no('note-missing')
    const stored = await findOutcome(trx, consultationId, { lock: true })
    if (stored?.state !== 'asked') return no('not-asked')
    await markSentBack(trx, consultationId, words)
    await act(ctx, trx, 'consultation.turn-down', consultationId)
    return { ok: true, revision: stored.revision }
  })

/**
 * Signs and publishes: the next version of the consultation, the same but for its outcome. Whoever asked cannot be the one
 * who signs (S56), and what is published is what was asked about: writing in between takes the request back.
 */
export const concludeConsultation = (ctx: By, consultationId: string): Promise<ReportResult> =>
  ctx.db.transaction().execute(async (trx) => {
    await waitForTurnToPublish(trx)
    const stored = await findOutcome(trx, consultationId, { lock: true })
    if (stored?.state !== 'asked' || !stored.frozen) return no('not-asked')
    const firstPeople = [stored.askedById ?? '']
    if (!may(ctx.actor, 'consultation.conclude', { consultationId, firstPeople }))
      return no('own-request')
    if (!(await isReady(ctx, trx, { consultationId, stored }))) return no('not-ready')
    const outcome = outcomeFrom(stored.document, stored.frozen, dayOfMoment(ctx.now()))
    const published = await publishNext(ctx, trx, {
      consultationId,
      change: (before) => ({ ...before, outcome }),
      followed: [{ part: 'outcome', field: 'outcome', of: (one) => one.outcome }],
    })
    if (!published.ok) return no('refused', published.words)
    const by = markOf(ctx)
    await markPublished(trx, consultationId, { version: published.number, by })
    const id = uuidFrom(ctx.random(16))
    await keepPublishedTables(trx, consultationId, { id, frozen: stored.frozen, by })
    await act(ctx, trx, 'consultation.conclude', consultationId)
    return { ok: true, revision: stored.revision }
  })
