import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import {
  askToErase,
  eraseAsked,
  type ErasureProblem,
} from '@takepart/shared/domain/analysis/removal/erasure'
import {
  takeOutWords,
  type TakeOutProblem,
  type TakeOutWords,
} from '@takepart/shared/domain/analysis/removal/take-out-words'
import type { LedgerFacts } from '@takepart/shared/domain/analysis/ledger/ledger-line'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { ErasureReason } from '@takepart/shared/domain/response/removal'
import type { CallContext } from '../../../context.ts'
import { contentHash } from '../../../content-hash.ts'
import { recordAct } from '../../account/audit/audit.queries.ts'
import { findStep, lockRows, storeStep } from '../ledger/ledger.queries.ts'
import {
  decideErasure,
  eraseWordsOf,
  insertErasureRequest,
  insertTakenOut,
  lockForRemoval,
  replaceWords,
} from './removal.queries.ts'

type By = Pick<CallContext, 'db' | 'now'> & { readonly actor: StaffActor }
type Trx = CallContext['db']

/** Which response, and the step that it will be on the ledger: made by whoever sends it, so that sending twice is one. */
interface OfResponse {
  readonly stepId: string
  readonly consultationId: string
  readonly responseId: string
}

const done = accept({ moved: 1 })
type Done = { readonly moved: number }

/** Takes words out of one answer for good: all of it, with its line in the ledger and in the log, or nothing. */
export const takeOut = (
  { db, now, actor }: By,
  input: OfResponse & { readonly takeOut: TakeOutWords },
): Promise<Result<Done, TakeOutProblem>> =>
  db.transaction().execute(async (trx) => {
    const { stepId, consultationId, responseId } = input
    const { place, parts, reason } = input.takeOut
    const held = await lockForRemoval(trx, consultationId, responseId)
    if (await findStep(trx, consultationId, stepId)) return done
    const taken = takeOutWords(held, input.takeOut)
    if (!taken.ok) return taken
    if (!held) return refuse({ code: 'response-not-here' })
    await step(trx, { actor, at: now() }, { ...input, kind: 'take-out', reason, changes: {} })
    const answers = taken.value
    await replaceWords(trx, { responseId, answers, contentHash: contentHash({ ...held, answers }) })
    const removed = [...new Set(parts.map(({ what }) => what))].toSorted()
    await insertTakenOut(trx, { stepId, responseId, questionId: place.questionId, removed, reason })
    const detail = `${reason}: ${removed.join(',')}`
    await recordAct(trx, actor, { ...actAbout('analysis.redact', responseId, now()), detail })
    return done
  })

/** Asks for a whole response to be erased: somebody else does it, or keeps it. */
export const askForErasure = (
  { db, now, actor }: By,
  input: Omit<OfResponse, 'stepId'> & {
    readonly requestId: string
    readonly reason: ErasureReason
  },
): Promise<Result<Done, ErasureProblem>> =>
  db.transaction().execute(async (trx) => {
    const { consultationId, responseId, requestId, reason } = input
    const held = await lockForRemoval(trx, consultationId, responseId)
    if (held?.asked?.id === requestId) return done
    const asked = askToErase(held)
    if (!asked.ok) return asked
    await insertErasureRequest(trx, {
      id: requestId,
      responseId,
      reason,
      askedById: actor.staffId,
      askedByName: actor.name,
      askedAt: now(),
    })
    const act = actAbout('analysis.ask-to-erase', responseId, now())
    await recordAct(trx, actor, { ...act, detail: reason })
    return done
  })

/** Keeps a response that somebody asked to erase: whoever asked takes it back, or somebody else says no. */
export const keepResponse = (
  { db, now, actor }: By,
  input: Omit<OfResponse, 'stepId'> & { readonly requestId: string },
): Promise<Result<Done, ErasureProblem>> =>
  db.transaction().execute(async (trx) => {
    const { consultationId, responseId, requestId } = input
    const held = await lockForRemoval(trx, consultationId, responseId)
    if (held?.asked?.id !== requestId) return refuse({ code: 'not-asked' })
    const { staffId } = actor
    await decideErasure(trx, { requestId, responseId, as: 'kept', staffId, at: now() })
    await recordAct(trx, actor, actAbout('analysis.keep', responseId, now()))
    return done
  })

/** Erases a whole response that somebody else asked to erase. `not-yours`: this person asked, so another must do it. */
export const eraseResponse = (
  { db, now, actor }: By,
  input: OfResponse & { readonly requestId: string },
): Promise<Result<Done, ErasureProblem | { readonly code: 'not-yours' }>> =>
  db.transaction().execute(async (trx) => {
    const { stepId, consultationId, responseId, requestId } = input
    const held = await lockForRemoval(trx, consultationId, responseId)
    if (await findStep(trx, consultationId, stepId)) return done
    const asked = eraseAsked(held, requestId)
    if (!asked.ok) return asked
    const { reason, askedById } = asked.value
    if (!may(actor, 'analysis.erase', { consultationId, firstPeople: [askedById] }))
      return refuse({ code: 'not-yours' })
    const by = { actor, at: now() }
    await step(trx, by, { ...input, kind: 'erase', reason, changes: { erased: true } })
    await eraseWordsOf(trx, responseId)
    await decideErasure(trx, {
      requestId,
      responseId,
      as: 'erased',
      staffId: actor.staffId,
      at: now(),
    })
    const act = actAbout('analysis.erase', responseId, now())
    await recordAct(trx, actor, { ...act, detail: reason })
    return done
  })

const actAbout = (verb: string, id: string, at: Date) =>
  ({ verb, at, thing: { kind: 'response', id } }) as const

/** Writes the step of the ledger down. Its reason is a code of a fixed list, and no word of the response. */
async function step(
  trx: Trx,
  { actor, at }: { readonly actor: StaffActor; readonly at: Date },
  made: OfResponse & {
    readonly kind: 'take-out' | 'erase'
    readonly reason: string
    readonly changes: Partial<LedgerFacts>
  },
): Promise<void> {
  const { stepId, consultationId, responseId, kind, reason, changes } = made
  const rows = await lockRows(trx, consultationId, [responseId])
  await storeStep(
    trx,
    {
      id: stepId,
      consultationId,
      kind,
      reason,
      staffId: actor.staffId,
      staffName: actor.name,
      madeAt: at,
    },
    rows.map(({ id, reference, facts }) => ({
      id,
      reference,
      before: facts,
      after: { ...facts, ...changes },
    })),
  )
}
