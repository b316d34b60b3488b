import type { AppRouter } from '@takepart/server/app-router'
import type { Happening } from '@takepart/shared/domain/round/questions/question-schema'
import { createTRPCClient, httpSubscriptionLink, retryLink } from '@trpc/client'

export interface FollowedQuestions {
  readonly slug: string
  /** The last event that the page tells of. */
  readonly after: number
}

export interface FollowHandlers {
  readonly onHappening: (sequence: number, happening: Happening) => void
  /** Whether the server is being heard. */
  readonly onHearing: (hears: boolean) => void
}

const mostDelayMs = 30_000

/** Asked for again after a second, then more and more seldom: a server that starts is not overrun. */
const delayBefore = (attempt: number): number => Math.min(1_000 * 2 ** attempt, mostDelayMs)

/**
 * Follows what happens in a round of questions, over server-sent events. The browser itself comes back after a break and
 * says which event it heard last; what even that does not mend is begun again, after the same event. The returned function
 * ends it.
 */
export function followQuestions(
  { slug, after }: FollowedQuestions,
  { onHappening, onHearing }: FollowHandlers,
): () => void {
  const client = createTRPCClient<AppRouter>({
    links: [
      retryLink({ retry: () => true, retryDelayMs: delayBefore }),
      httpSubscriptionLink({ url: '/trpc' }),
    ],
  })
  const stream = client.questions.follow.subscribe(
    { slug, lastEventId: String(after) },
    {
      onStarted: () => onHearing(true),
      onConnectionStateChange: ({ state }) => onHearing(state === 'pending'),
      onData: ({ id, data }) => {
        onHearing(true)
        onHappening(Number(id), data)
      },
      onError: () => onHearing(false),
    },
  )
  return () => stream.unsubscribe()
}
