import type { Campaign } from '@takepart/shared/domain/analysis/ledger/ledger'
import {
  decide,
  isForGood,
  undo,
  type LedgerDecision,
  type LedgerMove,
  type LedgerProblem,
} from '@takepart/shared/domain/analysis/ledger/ledger-step'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { CallContext } from '../../../context.ts'
import {
  countCampaignAs,
  findStep,
  insertCampaign,
  lockRows,
  mergedIntoThese,
  storeStep,
} from './ledger.queries.ts'

/** A decision as staff make it. The id is made by whoever sends it, so that sending it twice is one step. */
export interface DecideOnResponses {
  readonly stepId: string
  readonly consultationId: string
  readonly responseIds: readonly string[]
  readonly decision: LedgerDecision
  readonly reason: string
}

type By = Pick<CallContext, 'db' | 'now'> & { readonly actor: StaffActor }

/** Decides, writes down who decided and why, and moves the responses: all of it or none. */
export const decideOnResponses = (
  { db, now, actor }: By,
  input: DecideOnResponses,
): Promise<Result<{ readonly moved: number }, LedgerProblem>> =>
  db.transaction().execute(async (trx) => {
    if (await findStep(trx, input.consultationId, input.stepId))
      return accept({ moved: input.responseIds.length })
    const into = input.decision.kind === 'merge' ? input.decision.into : undefined
    const found = await lockRows(trx, input.consultationId, [
      ...input.responseIds,
      ...(into === undefined ? [] : [into]),
    ])
    const rows = found.filter(({ id }) => input.responseIds.includes(id))
    if (rows.length !== new Set(input.responseIds).size)
      return refuse({ code: 'response-not-here' })
    const target = found.find(({ id }) => id === into)
    const targets = await mergedIntoThese(trx, input.responseIds)
    const decided = decide(input.decision, input.reason, rows, {
      targets,
      ...(target ? { target } : {}),
    })
    if (!decided.ok) return decided
    await storeStep(trx, stepBy(actor, input, input.decision.kind, now()), decided.value)
    return accept({ moved: decided.value.length })
  })

const stepBy = (
  actor: StaffActor,
  input: Pick<DecideOnResponses, 'stepId' | 'consultationId' | 'reason'>,
  kind: string,
  madeAt: Date,
) => ({
  id: input.stepId,
  consultationId: input.consultationId,
  kind,
  reason: input.reason.trim(),
  staffId: actor.staffId,
  staffName: actor.name,
  madeAt,
})

/** A campaign that staff have read and named, with the responses that use its words. */
export interface LabelCampaign {
  readonly stepIds: readonly [string, string]
  readonly consultationId: string
  readonly campaign: Campaign
  readonly standard: readonly string[]
  readonly edited: readonly string[]
}

/** Labels a campaign in one go, or not at all: those in the standard words and those with words of their own. */
export const labelCampaign = (
  ctx: By,
  { stepIds, consultationId, campaign, standard, edited }: LabelCampaign,
): Promise<Result<{ readonly moved: number }, LedgerProblem>> =>
  ctx.db.transaction().execute(async (trx) => {
    if (await findStep(trx, consultationId, stepIds[0]))
      return accept({ moved: standard.length + edited.length })
    const parts = [
      { stepId: stepIds[0], form: 'standard', ids: standard },
      { stepId: stepIds[1], form: 'edited', ids: edited },
    ] as const
    const steps: { readonly stepId: string; readonly moves: readonly LedgerMove[] }[] = []
    for (const { stepId, form, ids } of parts) {
      if (ids.length === 0) continue
      const rows = await lockRows(trx, consultationId, ids)
      if (rows.length !== new Set(ids).size) return refuse({ code: 'response-not-here' })
      const decision = { kind: 'label-campaign', campaign: campaign.id, form } as const
      const decided = decide(decision, campaign.name, rows, { targets: new Set() })
      if (!decided.ok) return decided
      steps.push({ stepId, moves: decided.value })
    }
    if (steps.length === 0) return refuse({ code: 'nothing-chosen' })
    await insertCampaign(trx, { ...campaign, consultationId, foundAt: ctx.now() })
    for (const { stepId, moves } of steps) {
      const about = { stepId, consultationId, reason: campaign.name }
      await storeStep(trx, stepBy(ctx.actor, about, 'label-campaign', ctx.now()), moves)
    }
    return accept({ moved: steps.reduce((sum, { moves }) => sum + moves.length, 0) })
  })

/** Counts all responses in a campaign's standard words as one, or each. Written down as a step without moves: no line changes. */
export const countCampaign = (
  { db, now, actor }: By,
  input: Pick<DecideOnResponses, 'stepId' | 'consultationId' | 'reason'> & {
    readonly campaignId: string
    readonly countAs: Campaign['countAs']
  },
): Promise<Result<{ readonly moved: number }, LedgerProblem>> =>
  db.transaction().execute(async (trx) => {
    if (await findStep(trx, input.consultationId, input.stepId)) return accept({ moved: 0 })
    await countCampaignAs(trx, input.campaignId, input.countAs)
    await storeStep(trx, stepBy(actor, input, 'count-campaign', now()), [])
    return accept({ moved: 0 })
  })

/** Takes a step back, as a step of its own. */
export const undoStep = (
  { db, now, actor }: By,
  input: { readonly stepId: string; readonly consultationId: string; readonly undoes: string },
): Promise<Result<{ readonly moved: number }, LedgerProblem>> =>
  db.transaction().execute(async (trx) => {
    if (await findStep(trx, input.consultationId, input.stepId)) return accept({ moved: 0 })
    const step = await findStep(trx, input.consultationId, input.undoes)
    if (!step || step.kind === 'undo' || step.moves.length === 0)
      return refuse({ code: 'already-undone' })
    if (isForGood(step.kind)) return refuse({ code: 'done-for-good' })
    const rows = await lockRows(
      trx,
      input.consultationId,
      step.moves.map(({ id }) => id),
    )
    const undone = undo(step, rows)
    if (!undone.ok) return undone
    await storeStep(
      trx,
      { ...stepBy(actor, { ...input, reason: '' }, 'undo', now()), undoes: input.undoes },
      undone.value,
    )
    return accept({ moved: undone.value.length })
  })
