import { normaliseReference } from '@takepart/shared/domain/core/reference'
import { initTRPC, TRPCError } from '@trpc/server'
import type { CallContext } from './context.ts'
import { fixedWords } from './error-words.ts'
import type { LimitName } from './features/rate-limit/rate-limit.ts'
import { RetryLater } from './retry-later.ts'

/** Who may do what, and what it costs. Every procedure is built from one of these; there is no other way to make one. */
export interface Policy {
  /** `anyone`: no proof is asked for. `code-holder`: the procedure itself compares the private code. */
  readonly who: 'anyone' | 'code-holder'
  /**
   * Spent on every call, in this order, up to the first that is used up; for a code holder given back when the code was right.
   * The network's stands before the response's: ids and references can be made up without end, and each would be counted.
   */
  readonly limits: readonly LimitName[]
  /**
   * What happens when the limit is used up: answered 429, so that an outbox waits; or said as a problem, to a person
   * looking at a page.
   */
  readonly whenUsedUp: 'retry-later' | 'say-so'
}

export const policies = {
  /** Sending a response: no account, no proof. */
  'send-response': { who: 'anyone', limits: ['submits'], whenUsedUp: 'retry-later' },
  /** Changing or withdrawing a response with its private code. */
  'change-own-response': {
    who: 'code-holder',
    limits: ['code-tries-of-network', 'code-tries'],
    whenUsedUp: 'retry-later',
  },
  /** Reading a response with its reference and private code. */
  'read-own-response': {
    who: 'code-holder',
    limits: ['code-tries-of-network', 'code-tries'],
    whenUsedUp: 'say-so',
  },
  /** Asking for a format, for support or to talk to somebody: no account, no proof. */
  'ask-for-support': { who: 'anyone', limits: ['support-requests'], whenUsedUp: 'retry-later' },
} as const satisfies Record<string, Policy>

export type PolicyName = keyof typeof policies

interface Meta {
  readonly policy: PolicyName
}

const trpc = initTRPC
  .context<CallContext>()
  .meta<Meta>()
  .create({
    isDev: false,
    // The text of an exception is sent to callers unless it is replaced, even in production.
    errorFormatter: ({ shape, ctx }) => ({
      code: shape.code,
      message: fixedWords(shape.data.httpStatus).words,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        reference: ctx?.reference(),
      },
    }),
  })

export const router = trpc.router
export const createCallerFactory = trpc.createCallerFactory

/** Fails closed: a procedure without a policy, or with one that is not in the table, is refused. */
const keepToPolicy = trpc.middleware(async ({ ctx, meta, next, getRawInput }) => {
  const policy: Policy | undefined =
    meta && Object.hasOwn(policies, meta.policy) ? policies[meta.policy] : undefined
  if (!policy) throw new TRPCError({ code: 'FORBIDDEN' })
  const spending = spend(ctx, policy, subjectOf(await getRawInput()))
  if (spending.waitSeconds > 0 && policy.whenUsedUp === 'retry-later') {
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', cause: new RetryLater(spending.waitSeconds) })
  }
  const result = await next({ ctx: { waitMinutes: Math.ceil(spending.waitSeconds / 60) } })
  if (
    policy.who === 'code-holder' &&
    spending.waitSeconds === 0 &&
    !(result.ok && wasWrongCode(result.data))
  )
    spending.giveBack()
  return result
})

/** The start of every procedure. */
export const procedureWith = (policy: PolicyName) =>
  trpc.procedure.meta({ policy }).use(keepToPolicy)

/** Spends before anything is looked at, so that a thousand guesses at once are counted as a thousand. */
function spend(ctx: CallContext, policy: Policy, subject: string) {
  const aboutOf = (limit: LimitName): string =>
    limit === 'code-tries' ? `${ctx.network} ${subject}` : ctx.network
  let waitSeconds = 0
  for (const limit of policy.limits) {
    waitSeconds = ctx.limiter.take(limit, aboutOf(limit))
    if (waitSeconds > 0) break
  }
  return {
    waitSeconds,
    giveBack: () => policy.limits.forEach((limit) => ctx.limiter.giveBack(limit, aboutOf(limit))),
  }
}

/** Which response somebody tries codes on: its id, or its reference in its one spelling. */
function subjectOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  const { responseId, reference } = input as { responseId?: unknown; reference?: unknown }
  if (typeof responseId === 'string') return responseId.slice(0, 36)
  return typeof reference === 'string'
    ? (normaliseReference(reference) ?? reference.slice(0, 36))
    : ''
}

function wasWrongCode(data: unknown): boolean {
  const { problems } = (data ?? {}) as { problems?: readonly { code: string }[] }
  return problems?.some((problem) => problem.code === 'response-not-found') === true
}
