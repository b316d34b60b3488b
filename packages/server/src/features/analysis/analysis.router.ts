import { may } from '@takepart/shared/domain/account/may'
import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import {
  askToEraseSchema,
  changeThemesSchema,
  countCampaignSchema,
  decideSchema,
  enterAgainSchema,
  enterResponseSchema,
  eraseSchema,
  expectSchema,
  findReferenceSchema,
  keepSchema,
  labelCampaignSchema,
  ofConsultationSchema,
  readAnswerSchema,
  settleEntrySchema,
  takeOutSchema,
  undoSchema,
} from '@takepart/shared/domain/analysis/analysis-schema'
import { TRPCError } from '@trpc/server'
import { router, staffProcedureWith, type StaffPolicy } from '../../trpc.ts'
import {
  answered,
  codebookAnswer,
  differencesAnswer,
  enteredAnswer,
  foundAnswer,
  likeResponsesAnswer,
  movedAnswer,
  themesAnswer,
} from './analysis-answers.ts'
import { enterAgain, enterResponse, settleEntry } from './entry/enter-response.ts'
import {
  countCampaign,
  decideOnResponses,
  labelCampaign,
  undoStep,
} from './ledger/decide-on-responses.ts'
import { findCampaigns } from './ledger/find-campaigns.ts'
import { askForErasure, eraseResponse, keepResponse, takeOut } from './removal/remove-words.ts'
import { findResponse } from './response-list/response-list.queries.ts'
import { storeExpectedPopulation } from './tally/tally.queries.ts'
import { changeThemes, readAnswerAs } from './theme/code-answers.ts'

const staffMay = (action: Action): StaffPolicy => ({
  who: 'staff',
  action,
  limits: [],
  whenUsedUp: 'retry-later',
})

export const analysisPolicies = {
  read: staffMay('analysis.read'),
  reconcile: staffMay('analysis.reconcile'),
  code: staffMay('analysis.code'),
  enter: staffMay('analysis.enter'),
  redact: staffMay('analysis.redact'),
  askToErase: staffMay('analysis.ask-to-erase'),
  erase: staffMay('analysis.erase'),
} as const satisfies Record<string, StaffPolicy>

/** Whether somebody may do this to this very consultation. What is not theirs looks like what is not there (S04). */
function allow(actor: StaffActor, action: Action, { consultationId }: { consultationId: string }) {
  if (!may(actor, action, { consultationId })) throw new TRPCError({ code: 'NOT_FOUND' })
}

/** What analysts do with what came in. Reading it is for the pages of the desk. */
export const analysisRouter = router({
  findCampaigns: staffProcedureWith(analysisPolicies.read)
    .input(ofConsultationSchema)
    .output(likeResponsesAnswer)
    .query(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.read', input)
      return findCampaigns(ctx.db, input.consultationId)
    }),
  find: staffProcedureWith(analysisPolicies.read)
    .input(findReferenceSchema)
    .output(foundAnswer)
    .query(async ({ ctx, input }) => {
      allow(ctx.actor, 'analysis.read', input)
      const found = await findResponse(ctx.db, input.consultationId, input.reference)
      return { id: found?.id ?? null }
    }),
  decide: staffProcedureWith(analysisPolicies.reconcile)
    .input(decideSchema)
    .output(movedAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.reconcile', input)
      return answered(decideOnResponses(ctx, input))
    }),
  labelCampaign: staffProcedureWith(analysisPolicies.reconcile)
    .input(labelCampaignSchema)
    .output(movedAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.reconcile', input)
      return answered(labelCampaign(ctx, input))
    }),
  countCampaign: staffProcedureWith(analysisPolicies.reconcile)
    .input(countCampaignSchema)
    .output(movedAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.reconcile', input)
      return answered(countCampaign(ctx, input))
    }),
  undo: staffProcedureWith(analysisPolicies.reconcile)
    .input(undoSchema)
    .output(movedAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.reconcile', input)
      return answered(undoStep(ctx, input))
    }),
  expect: staffProcedureWith(analysisPolicies.reconcile)
    .input(expectSchema)
    .output(movedAnswer)
    .mutation(async ({ ctx, input: { consultationId, ...expected } }) => {
      allow(ctx.actor, 'analysis.reconcile', { consultationId })
      const by = { staffId: ctx.actor.staffId, name: ctx.actor.name, at: ctx.now() }
      await storeExpectedPopulation(ctx.db, consultationId, expected, by)
      return { ok: true as const, value: { moved: 0 } }
    }),
  changeThemes: staffProcedureWith(analysisPolicies.code)
    .input(changeThemesSchema)
    .output(codebookAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.code', input)
      return answered(changeThemes(ctx, input))
    }),
  readAnswer: staffProcedureWith(analysisPolicies.code)
    .input(readAnswerSchema)
    .output(themesAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.code', input)
      return answered(readAnswerAs(ctx, input))
    }),
  takeOut: staffProcedureWith(analysisPolicies.redact)
    .input(takeOutSchema)
    .output(movedAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.redact', input)
      return answered(takeOut(ctx, input))
    }),
  askToErase: staffProcedureWith(analysisPolicies.askToErase)
    .input(askToEraseSchema)
    .output(movedAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.ask-to-erase', input)
      return answered(askForErasure(ctx, input))
    }),
  keep: staffProcedureWith(analysisPolicies.askToErase)
    .input(keepSchema)
    .output(movedAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.ask-to-erase', input)
      return answered(keepResponse(ctx, input))
    }),
  erase: staffProcedureWith(analysisPolicies.erase)
    .input(eraseSchema)
    .output(movedAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.ask-to-erase', input)
      return answered(eraseResponse(ctx, input))
    }),
  enter: staffProcedureWith(analysisPolicies.enter)
    .input(enterResponseSchema)
    .output(enteredAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.enter', input)
      return answered(enterResponse(ctx, input))
    }),
  enterAgain: staffProcedureWith(analysisPolicies.enter)
    .input(enterAgainSchema)
    .output(differencesAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.enter', input)
      return answered(enterAgain(ctx, input))
    }),
  settleEntry: staffProcedureWith(analysisPolicies.enter)
    .input(settleEntrySchema)
    .output(enteredAnswer)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'analysis.enter', input)
      return answered(settleEntry(ctx, input))
    }),
})
