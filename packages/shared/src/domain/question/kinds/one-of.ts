import {
  choiceCells,
  choiceColumns,
  readChoice,
  sayProblems,
  tidySaid,
  unknownChoices,
} from './choices.ts'
import type { QuestionKind } from './question-kind.ts'

/** One of several options; an option may open a field to say more. */
export const oneOf: QuestionKind<'one-of'> = {
  kind: 'one-of',
  check: (question, answer) => [
    ...unknownChoices(question, question.options, [answer.choice]),
    ...sayProblems(question, [answer.choice], answer.say),
  ],
  tidy: (question, answer) => ({
    kind: 'one-of',
    choice: answer.choice,
    ...tidySaid(question.options, [answer.choice], answer.say),
  }),
  columns: (question) => choiceColumns(question, question.options, 'code'),
  cells: (question, answer) => choiceCells(question, answer ? [answer.choice] : [], answer?.say),
  read: (question, answer) => [readChoice(question.options, answer.choice, answer.say)],
}
