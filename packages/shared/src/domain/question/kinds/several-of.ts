import type { AnswerProblem } from '../../response/problem.ts'
import type { SeveralOfQuestion } from '../question.ts'
import {
  choiceCells,
  choiceColumns,
  inOrderOf,
  readChoice,
  sayProblems,
  tidySaid,
  unknownChoices,
} from './choices.ts'
import { subjectOf, type QuestionKind } from './question-kind.ts'

/** Any number of options, or one that excludes the others ("None of these"). */
export const severalOf: QuestionKind<'several-of'> = {
  kind: 'several-of',
  check(question, answer) {
    const choices = inOrderOf(question.options, answer.choices)
    return [
      ...unknownChoices(question, question.options, choices),
      ...tooManyTogether(question, choices),
      ...sayProblems(question, choices, answer.say),
    ]
  },
  tidy(question, answer) {
    const choices = inOrderOf(question.options, answer.choices)
    return { kind: 'several-of', choices, ...tidySaid(question.options, choices, answer.say) }
  },
  columns: (question) => choiceColumns(question, question.options, 'codes'),
  cells: (question, answer) =>
    choiceCells(question, answer ? inOrderOf(question.options, answer.choices) : [], answer?.say),
  read: (question, answer) =>
    inOrderOf(question.options, answer.choices).map((code) =>
      readChoice(question.options, code, answer.say),
    ),
}

/** Choices that cannot stand together. Only the first reason is given: mending it often mends the other. */
function tooManyTogether(
  question: SeveralOfQuestion,
  choices: readonly string[],
): readonly AnswerProblem[] {
  const exclusive = question.options.find(
    (option) => option.exclusive && choices.includes(option.code),
  )
  if (exclusive && choices.length > 1) {
    return [{ ...subjectOf(question), code: 'choices-exclusive', option: exclusive.label }]
  }
  if (question.most !== undefined && choices.length > question.most) {
    return [{ ...subjectOf(question), code: 'choices-too-many', most: question.most }]
  }
  return []
}
