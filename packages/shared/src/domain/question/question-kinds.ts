import type { Answer, AnswerKind } from './answer.ts'
import { agreement } from './kinds/agreement.ts'
import { consent } from './kinds/consent.ts'
import { date } from './kinds/date.ts'
import { longText } from './kinds/long-text.ts'
import { matrix } from './kinds/matrix.ts'
import { numberScale } from './kinds/number-scale.ts'
import { number } from './kinds/number.ts'
import { oneOf } from './kinds/one-of.ts'
import { subjectOf, type Cells, type Column, type QuestionKind } from './kinds/question-kind.ts'
import { ranking } from './kinds/ranking.ts'
import { severalOf } from './kinds/several-of.ts'
import { shortText } from './kinds/short-text.ts'
import { yesNo } from './kinds/yes-no.ts'
import type { AnswerProblem } from '../response/problem.ts'
import type { Question } from './question.ts'
import { saidTo } from './said.ts'

/** Every kind of question by name: the one place that lists them all. */
const kinds: { readonly [Kind in AnswerKind]: QuestionKind<Kind> } = {
  'short-text': shortText,
  'long-text': longText,
  'one-of': oneOf,
  'several-of': severalOf,
  'yes-no': yesNo,
  agreement,
  'number-scale': numberScale,
  matrix,
  ranking,
  number,
  date,
  consent,
}

/** The kind of a question. TypeScript cannot see that answers passed on are of that kind: every function below makes sure. */
const kindOf = (question: Question): QuestionKind<AnswerKind> =>
  kinds[question.kind] as QuestionKind<AnswerKind>

/**
 * Every reason this answer cannot be sent: none for an empty answer to a question that may be skipped. An answer made
 * for another kind of question (a newer version asks differently) is refused, not guessed at.
 */
export function checkAnswer(question: Question, answer?: Answer): readonly AnswerProblem[] {
  if (answer && answer.kind !== question.kind) {
    return [{ ...subjectOf(question), code: 'answer-of-another-kind', kind: answer.kind }]
  }
  const said = saidTo(question, answer)
  if (said) return kindOf(question).check(question, said)
  return question.mandatory
    ? [{ ...subjectOf(question), code: 'answer-missing', kind: question.kind }]
    : []
}

/** The answer as it is stored. An answer of another kind stays as it is. Doing it twice changes nothing more. */
export const tidyAnswer = (question: Question, answer: Answer): Answer =>
  answer.kind === question.kind ? kindOf(question).tidy(question, answer) : answer

/** The columns a question has in an export: the same for every response. */
export const answerColumns = (question: Question): readonly Column[] =>
  kindOf(question).columns(question)

/** One cell for each of {@link answerColumns}, as plain text; empty when there is no answer. Not yet safe for spreadsheets. */
export const answerCells = (question: Question, answer?: Answer): Cells =>
  kindOf(question).cells(question, saidTo(question, answer))

/** The answer in words, a line each, for "check answers"; no lines when it has not been answered. */
export function readAnswer(question: Question, answer?: Answer): readonly string[] {
  const said = saidTo(question, answer)
  return said ? kindOf(question).read(question, said) : []
}
