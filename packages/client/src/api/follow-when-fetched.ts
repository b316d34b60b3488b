import type { FollowedQuestions, FollowHandlers } from './live-questions.ts'

/** The stream is fetched when there is a round to follow: most pages have none. */
export function followWhenFetched(of: FollowedQuestions, handlers: FollowHandlers): () => void {
  let stop: (() => void) | undefined
  let ended = false
  import('./live-questions.ts').then(
    ({ followQuestions }) => {
      if (!ended) stop = followQuestions(of, handlers)
    },
    () => handlers.onHearing(false),
  )
  return () => {
    ended = true
    stop?.()
  }
}
