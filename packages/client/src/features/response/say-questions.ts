import type { JourneyPage } from '@takepart/shared/domain/consultation/journey'
import { responseWords } from '@takepart/shared/words/response'
import { announce } from '../../app/announce.ts'

/** Questions come and go without a move of the focus, so they are said. */
export function sayQuestions(before: JourneyPage | undefined, now: JourneyPage | undefined): void {
  const beyond = (one: JourneyPage | undefined, other: JourneyPage | undefined) =>
    (one?.questions ?? []).filter((question) => !other?.questions.includes(question))
  const [came, went] = [beyond(now, before), beyond(before, now)]
  const words = [
    came.length > 0 ? responseWords.questionsCame(came.map(({ title }) => title)) : '',
    went.length > 0 ? responseWords.questionsWent(went.length) : '',
  ].filter(Boolean)
  if (words.length > 0) announce(words.join(' '), 'questions')
}
