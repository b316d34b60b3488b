import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { isOpenQuestion } from '@takepart/shared/domain/round/questions/question'
import { pathOfRoundDesk } from '@takepart/shared/domain/site/round-desk-paths'
import { questionsDeskWords } from '@takepart/shared/words/questions-desk'
import type { CallContext } from '../../../context.ts'
import { mayOfRound } from '../desk/may-of-round.ts'
import { listRoundsOnDesk } from '../desk/round-desk-list.queries.ts'
import { readSession } from './question.queries.ts'

/** Questions that wait for an answer or a reason, in the rounds that this person runs. */
export async function questionsWaiting({
  db,
  now,
  actor,
}: Pick<CallContext, 'db' | 'now'> & { readonly actor: StaffActor }): Promise<readonly Waiting[]> {
  if (!mayEver(actor, 'round.run')) return []
  const rounds = (await listRoundsOnDesk(db, actor.teams))
    .filter(
      ({ kind, slug, concluded, retracted }) =>
        kind === 'questions' && slug !== null && !concluded && !retracted,
    )
    .filter(({ id, consultationId }) =>
      mayOfRound(actor, 'round.run', { id, consultationId: consultationId ?? undefined }),
    )
    .slice(0, 50)
  const waiting = await Promise.all(
    rounds.map(async ({ id, title, closesAt }): Promise<Waiting | undefined> => {
      const { questions } = await readSession(db, id)
      const count = questions.filter(isOpenQuestion).length
      return count === 0
        ? undefined
        : {
            id: `questions-${id}`,
            when: closesAt ?? now().toISOString(),
            words: questionsDeskWords.homeWords(count),
            about: title,
            href: pathOfRoundDesk('questions', id),
            act: questionsDeskWords.title,
          }
    }),
  )
  return waiting.flatMap((one) => one ?? [])
}
