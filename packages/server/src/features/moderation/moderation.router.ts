import { refuse } from '@takepart/shared/domain/core/result'
import { claimLastsMs } from '@takepart/shared/domain/moderation/decision'
import {
  answerDecisionSchema,
  answeredSchema,
  claimedSchema,
  contributionIdSchema,
  decidedManySchema,
  decidedSchema,
  decideManySchema,
  decideSchema,
  decisionIdSchema,
  reportIdSchema,
  reportOutcomeSchema,
  reportResultSchema,
  reportSchema,
  undoneSchema,
} from '@takepart/shared/domain/moderation/moderation-schema'
import {
  procedureWith,
  router,
  staffProcedureWith,
  type CodeHolderPolicy,
  type OpenPolicy,
  type StaffPolicy,
} from '../../trpc.ts'
import { answerDecision } from './answer-decision.ts'
import { decide, decideMany, undo } from './decide.ts'
import { claim, release } from './decision.queries.ts'
import { readOutcome, reportContribution } from './report-contribution.ts'

function codeTriedOn(input: unknown): string {
  const { contributionId } = Object(input) as { contributionId?: unknown }
  return typeof contributionId === 'string' ? contributionId.slice(0, 36) : ''
}

function wasWrongCode(answer: unknown): boolean {
  const { problems } = Object(answer) as { problems?: readonly { code: string }[] }
  return problems?.some((problem) => problem.code === 'contribution-not-found') === true
}

export const moderationPolicies = {
  /** Telling of a contribution: no account, no proof; once for each device. */
  report: { who: 'anyone', limits: ['acknowledgements'], whenUsedUp: 'retry-later' },
  readOutcome: { who: 'anyone', limits: ['acknowledgements'], whenUsedUp: 'retry-later' },
  answer: {
    who: 'code-holder',
    limits: ['code-tries-of-network', { limit: 'code-tries', about: codeTriedOn }],
    whenUsedUp: 'say-so',
    wasWrongCode,
  },
} as const satisfies Record<string, OpenPolicy | CodeHolderPolicy>

export const moderationStaffPolicies = {
  decide: { who: 'staff', action: 'moderation.decide', limits: [], whenUsedUp: 'say-so' },
} as const satisfies Record<string, StaffPolicy>

const deciding = () => staffProcedureWith(moderationStaffPolicies.decide)

export const moderationRouter = router({
  decide: deciding()
    .input(decideSchema)
    .output(decidedSchema)
    .mutation(({ ctx, input }) => decide(ctx, input)),
  decideMany: deciding()
    .input(decideManySchema)
    .output(decidedManySchema)
    .mutation(({ ctx, input }) => decideMany(ctx, input)),
  undo: deciding()
    .input(decisionIdSchema)
    .output(undoneSchema)
    .mutation(async ({ ctx, input }) => ({ undone: await undo(ctx, input.decisionId) })),
  claim: deciding()
    .input(contributionIdSchema)
    .output(claimedSchema)
    .mutation(async ({ ctx, input }) => {
      const now = ctx.now()
      const until = new Date(now.getTime() + claimLastsMs)
      const holder = await claim(ctx.db, { ...input, by: ctx.actor.staffId, now, until })
      return { holder: holder ?? null }
    }),
  release: deciding()
    .input(contributionIdSchema)
    .output(claimedSchema)
    .mutation(async ({ ctx, input }) => {
      await release(ctx.db, input.contributionId, ctx.actor.staffId)
      return { holder: null }
    }),
  report: procedureWith(moderationPolicies.report)
    .input(reportSchema)
    .output(reportResultSchema)
    .mutation(({ ctx, input }) => reportContribution(ctx, input)),
  readOutcome: procedureWith(moderationPolicies.readOutcome)
    .input(reportIdSchema)
    .output(reportOutcomeSchema)
    .mutation(({ ctx, input }) => readOutcome(ctx, input.reportId)),
  answer: procedureWith(moderationPolicies.answer)
    .input(answerDecisionSchema)
    .output(answeredSchema)
    .mutation(({ ctx, input }) =>
      ctx.waitMinutes > 0
        ? refuse({ code: 'code-tries-used-up', minutes: ctx.waitMinutes })
        : answerDecision(ctx, input),
    ),
})
