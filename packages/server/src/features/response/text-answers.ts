import { questionsOf, type Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { Answer, Answers } from '@takepart/shared/domain/question/answer'
import type { ConcernWords } from '../concern/concern.table.ts'

/** What a person wrote in their own words in a response, each with the question it answers. */
export const textAnswers = (
  consultation: Consultation,
  answers: Answers,
): readonly ConcernWords[] =>
  questionsOf(consultation).flatMap(({ id, title }) =>
    wordsOf(answers[id]).map((text) => ({ heading: title, text })),
  )

function wordsOf(answer: Answer | undefined): readonly string[] {
  switch (answer?.kind) {
    case 'short-text':
    case 'long-text':
      return [answer.text]
    case 'one-of':
    case 'several-of':
      return Object.values(answer.say ?? {})
    default:
      return []
  }
}
