import { refuse } from '@takepart/shared/domain/core/result'
import {
  acknowledgeResultSchema,
  acknowledgeSchema,
  contributeSchema,
  contributionResultSchema,
  editContributionSchema,
  ownResultSchema,
  readOwnSchema,
  shownSinceResultSchema,
  shownSinceSchema,
  withdrawContributionSchema,
} from '@takepart/shared/domain/round/contribution-schema'
import { procedureWith, router, type CodeHolderPolicy, type OpenPolicy } from '../../trpc.ts'
import { acknowledgeContribution } from './acknowledge-contribution.ts'
import { contribute } from './contribute.ts'
import { editContribution } from './edit-contribution.ts'
import { readOwnContributions } from './read-own-contributions.ts'
import { countShownSince } from './threads.queries.ts'
import { withdrawContribution } from './withdraw-contribution.ts'

/** On what somebody tries codes: a contribution by its id, or a whole round by its slug. */
function codeTriedOn(input: unknown): string {
  const { contributionId, slug } = Object(input) as { contributionId?: unknown; slug?: unknown }
  if (typeof contributionId === 'string') return contributionId.slice(0, 36)
  return typeof slug === 'string' ? `round ${slug.slice(0, 80)}` : ''
}

function wasWrongCode(answer: unknown): boolean {
  const { problems } = Object(answer) as { problems?: readonly { code: string }[] }
  return problems?.some((problem) => problem.code === 'contribution-not-found') === true
}

const codeTries = ['code-tries-of-network', { limit: 'code-tries', about: codeTriedOn }] as const

export const roundPolicies = {
  /** Saying something: no account, no proof. */
  contribute: { who: 'anyone', limits: ['contributions'], whenUsedUp: 'retry-later' },
  acknowledge: { who: 'anyone', limits: ['acknowledgements'], whenUsedUp: 'retry-later' },
  /** How much is new; it says no more than the page does. */
  readShown: { who: 'anyone', limits: [], whenUsedUp: 'retry-later' },
  /** Changing or withdrawing with the private code. */
  changeOwn: { who: 'code-holder', limits: codeTries, whenUsedUp: 'retry-later', wasWrongCode },
  /** Finding what one wrote, with the private code. */
  readOwn: { who: 'code-holder', limits: codeTries, whenUsedUp: 'say-so', wasWrongCode },
} as const satisfies Record<string, OpenPolicy | CodeHolderPolicy>

/** Reading one's own is a mutation too: a private code never stands in an address. */
export const roundRouter = router({
  contribute: procedureWith(roundPolicies.contribute)
    .input(contributeSchema)
    .output(contributionResultSchema)
    .mutation(({ ctx, input }) => contribute(ctx, input)),
  edit: procedureWith(roundPolicies.changeOwn)
    .input(editContributionSchema)
    .output(contributionResultSchema)
    .mutation(({ ctx, input }) => editContribution(ctx, input)),
  withdraw: procedureWith(roundPolicies.changeOwn)
    .input(withdrawContributionSchema)
    .output(contributionResultSchema)
    .mutation(({ ctx, input }) => withdrawContribution(ctx, input)),
  readOwn: procedureWith(roundPolicies.readOwn)
    .input(readOwnSchema)
    .output(ownResultSchema)
    .mutation(({ ctx, input }) =>
      ctx.waitMinutes > 0
        ? refuse({ code: 'code-tries-used-up', minutes: ctx.waitMinutes })
        : readOwnContributions(ctx, input),
    ),
  acknowledge: procedureWith(roundPolicies.acknowledge)
    .input(acknowledgeSchema)
    .output(acknowledgeResultSchema)
    .mutation(({ ctx, input }) => acknowledgeContribution(ctx, input)),
  shownSince: procedureWith(roundPolicies.readShown)
    .input(shownSinceSchema)
    .output(shownSinceResultSchema)
    .query(({ ctx, input }) => countShownSince(ctx.db, input)),
})
