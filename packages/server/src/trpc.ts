import type { Action } from '@takepart/shared/domain/account/actions'
import type { Actor, StaffActor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import { initTRPC, TRPCError } from '@trpc/server'
import type { CallContext } from './context.ts'
import { DatabaseUnavailable } from './db/unavailable.ts'
import { fixedWords } from './error-words.ts'
import type { LimitName } from './features/rate-limit/rate-limit.ts'
import { RetryLater } from './retry-later.ts'

/** A limit that every call spends from: of the caller's network alone, or of that and what the call is about. */
export type LimitOfCall =
  | LimitName
  | { readonly limit: LimitName; readonly about: (input: unknown) => string }

interface EveryPolicy {
  /**
   * Spent on every call, in this order, up to the first that is used up. One of a network stands before one of what a call
   * is about: ids and references can be made up without end, and each would be counted.
   * For staff they are spent by the person: a whole hospital is one network.
   */
  readonly limits: readonly LimitOfCall[]
  /**
   * What happens when a limit is used up: answered 429, so that an outbox waits; or said as a problem, to a person
   * looking at a page.
   */
  readonly whenUsedUp: 'retry-later' | 'say-so'
}

/** No proof is asked for. */
export interface OpenPolicy extends EveryPolicy {
  readonly who: 'anyone'
}

/** The procedure itself compares the private code. What was spent is given back when the code was right. */
export interface CodeHolderPolicy extends EveryPolicy {
  readonly who: 'code-holder'
  /** Whether this answer says that the code was wrong. */
  readonly wasWrongCode: (answer: unknown) => boolean
}

/**
 * Members of staff who may do `action` at all, asked before anything is read. Whether they may do it to this very thing is
 * for the use case to ask, once it has read it.
 */
export interface StaffPolicy extends EveryPolicy {
  readonly who: 'staff'
  readonly action: Action
}

/** Who may do what, and what it costs. A feature exports its policies beside its router. */
export type Policy = OpenPolicy | CodeHolderPolicy | StaffPolicy

interface Meta {
  readonly policy: Policy
}

const trpc = initTRPC
  .context<CallContext>()
  .meta<Meta>()
  .create({
    isDev: false,
    // A proxy closes what says nothing for a minute, and a client must notice that nothing comes any more.
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
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

/** Away, overloaded, stopping: "not now" and not "broken". */
const sayNotNow = trpc.middleware(async ({ ctx, type, next }) => {
  if (type === 'subscription') notNowOr(ctx.beginStream)
  const result = await next()
  const cause = result.ok ? undefined : result.error.cause
  if (cause instanceof DatabaseUnavailable)
    throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause })
  return result
})

function notNowOr(begin: () => void): void {
  try {
    begin()
  } catch (cause) {
    if (!(cause instanceof RetryLater)) throw cause
    throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause })
  }
}

/** Fails closed: a procedure without a policy, or with one that admits nobody this server knows of, is refused (S65). */
const keepToPolicy = trpc.middleware(async ({ ctx, meta, next, getRawInput }) => {
  const policy = meta?.policy
  const actor = admitted(ctx, policy)
  if (!policy || !actor) throw new TRPCError({ code: 'FORBIDDEN' })
  const spending = spend({ ...ctx, actor }, policy, await getRawInput())
  if (spending.waitSeconds > 0 && policy.whenUsedUp === 'retry-later') {
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', cause: new RetryLater(spending.waitSeconds) })
  }
  const result = await next({
    ctx: { actor, waitMinutes: Math.ceil(spending.waitSeconds / 60) },
  })
  if (
    policy.who === 'code-holder' &&
    spending.waitSeconds === 0 &&
    !(result.ok && policy.wasWrongCode(result.data))
  )
    spending.giveBack()
  return result
})

/** As whom a policy lets somebody in; undefined: not at all. Throws where signing in would help. */
function admitted({ actor }: CallContext, policy: Policy | undefined): Actor | undefined {
  switch (policy?.who) {
    case 'anyone':
      return actor
    // Whoever else they are has nothing to do with the response that their code opens.
    case 'code-holder':
      return { kind: 'code-holder' }
    case 'staff':
      if (actor.kind !== 'staff') throw new TRPCError({ code: 'UNAUTHORIZED' })
      return mayEver(actor, policy.action) ? actor : undefined
    default:
      return undefined
  }
}

/** The start of every procedure that people use without an account. */
export const procedureWith = (policy: OpenPolicy | CodeHolderPolicy) =>
  trpc.procedure.meta({ policy }).use(sayNotNow).use(keepToPolicy)

/** The start of every procedure of the desk: the actor is known to be a member of staff. */
export const staffProcedureWith = (policy: StaffPolicy) =>
  trpc.procedure
    .meta({ policy })
    .use(sayNotNow)
    .use(keepToPolicy)
    .use(({ ctx, next }) => next({ ctx: { actor: staffOf(ctx.actor) } }))

function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new TRPCError({ code: 'UNAUTHORIZED' })
  return actor
}

/** Spends before anything is looked at, so that a thousand guesses at once are counted as a thousand. */
function spend({ actor, network, limiter }: CallContext, policy: Policy, input: unknown) {
  const who = actor.kind === 'staff' ? `staff ${actor.staffId}` : network
  const entries = policy.limits.map((entry) =>
    typeof entry === 'string'
      ? { limit: entry, subject: who }
      : { limit: entry.limit, subject: `${who} ${entry.about(input)}` },
  )
  let waitSeconds = 0
  for (const { limit, subject } of entries) {
    waitSeconds = limiter.take(limit, subject)
    if (waitSeconds > 0) break
  }
  return {
    waitSeconds,
    giveBack: () => entries.forEach(({ limit, subject }) => limiter.giveBack(limit, subject)),
  }
}
