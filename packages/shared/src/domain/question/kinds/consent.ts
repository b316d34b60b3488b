import { withCapital } from '../../core/text.ts'
import type { QuestionKind } from './question-kind.ts'

/** One box to tick. An empty box is no answer: nobody is taken to have refused, or agreed, by leaving it. */
export const consent: QuestionKind<'consent'> = {
  kind: 'consent',
  check: () => [],
  tidy: (_, answer) => ({ kind: 'consent', given: answer.given === true }),
  columns: (question) => [{ key: question.id, heading: withCapital(question.about) }],
  cells: (question, answer) => ({ [question.id]: answer?.given === true ? 'yes' : '' }),
  read: (question, answer) => (answer.given === true ? [`Yes. ${question.statement}`] : []),
}
