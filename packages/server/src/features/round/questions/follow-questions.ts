import type {
  Happening,
  HappeningKind,
} from '@takepart/shared/domain/round/questions/question-schema'
import { tracked } from '@trpc/server'
import type { CallContext } from '../../../context.ts'
import { findRound } from '../round.queries.ts'
import { topicOfQuestions, type QuestionHappening } from './question.queries.ts'

interface Following {
  readonly slug: string
  /** The last event that the page or the browser knows of. */
  readonly lastEventId?: string | undefined
}

/**
 * Tells what happens in a round of questions, on whichever server it is done: each event once, in order, with its number, so
 * that a browser that comes back goes on where it was. Of a round that is not there it tells nothing and ends.
 */
export async function* followQuestions(
  { db, live }: Pick<CallContext, 'db' | 'live'>,
  { slug, lastEventId }: Following,
  signal = new AbortController().signal,
) {
  const found = await findRound(db, slug)
  if (!found || found.retraction || found.round.kind !== 'questions') return
  const known = lastEventId === undefined ? undefined : Number(lastEventId)
  const after = known !== undefined && Number.isSafeInteger(known) && known >= 0 ? known : undefined
  for await (const event of live.follow(topicOfQuestions(found.round.id), { after, signal })) {
    const happening: Happening =
      'missed' in event ? { kind: 'missed' } : happeningIn(event.payload as QuestionHappening)
    yield tracked(String(event.sequence), happening)
  }
}

/** As it was appended; what a newer server appends is told as something that changed. */
const happeningIn = (payload: QuestionHappening): Happening => ({
  kind: payload.kind satisfies HappeningKind,
  ...('number' in payload ? { number: payload.number } : {}),
})
