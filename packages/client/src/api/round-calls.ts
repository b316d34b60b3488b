import type { AnswerDecision } from '@takepart/shared/domain/moderation/moderation-schema'
import type { Result } from '@takepart/shared/domain/core/result'
import type { Acknowledge } from '@takepart/shared/domain/round/acknowledgement'
import type { OwnContribution } from '@takepart/shared/domain/round/contribution'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import type { Api, Fetch } from './api.ts'
import { followWhenFetched } from './follow-when-fetched.ts'
import type { FollowedQuestions, FollowHandlers } from './live-questions.ts'
import { reaching } from './request.ts'
import { createConnection } from './send-command.ts'

/** What pages of rounds ask the server besides sending. Each throws `Unavailable`. */
export interface RoundCalls {
  /** Everything said under one private code. */
  readonly readOwn: (input: {
    readonly slug: string
    readonly code: string
  }) => Promise<Result<readonly OwnContribution[], RoundProblem>>
  /** The author's one answer to what a moderator decided. */
  readonly answerDecision: (
    input: AnswerDecision,
  ) => Promise<Result<unknown, { readonly code: string }>>
  readonly acknowledge: (input: Acknowledge) => Promise<Result<true, RoundProblem>>
  /** How many contributions have been shown after the one of this number. */
  readonly shownSince: (input: {
    readonly slug: string
    readonly number: number
  }) => Promise<{ readonly count: number }>
  /** Follows what happens in a round of questions; the returned function ends it. */
  readonly followQuestions: (of: FollowedQuestions, handlers: FollowHandlers) => () => void
}

export function createRoundCalls(fetch: Fetch): RoundCalls {
  const connect = createConnection(fetch)
  const call =
    <Input, Output>(use: (api: Api, input: Input, signal: AbortSignal) => Promise<Output>) =>
    (input: Input): Promise<Output> =>
      reaching(async (signal) => use(await connect(), input, signal))
  return {
    readOwn: call(({ client }, input, signal) => client.round.readOwn.mutate(input, { signal })),
    answerDecision: call(({ client }, input, signal) =>
      client.moderation.answer.mutate(input, { signal }),
    ),
    acknowledge: call(({ client }, input, signal) =>
      client.round.acknowledge.mutate(input, { signal }),
    ),
    shownSince: call(({ client }, input, signal) =>
      client.round.shownSince.query(input, { signal }),
    ),
    followQuestions: followWhenFetched,
  }
}
