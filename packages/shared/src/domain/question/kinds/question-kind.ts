import type { AnswerKind, AnswerOf } from '../answer.ts'
import type { AnswerProblem } from '../../response/problem.ts'
import type { Question, QuestionOf } from '../question.ts'

/** A column of the export. The key is stable and made of ids and codes; the heading is words. */
export interface Column {
  readonly key: string
  readonly heading: string
}

/** Column key → what stands in the cell; empty when there is no answer. */
export type Cells = Readonly<Record<string, string>>

/**
 * What a kind of question is: everything that differs between a date and a ranking, and nothing else. Each kind is one
 * file beside this one and keeps the same contract (test-support/question-kind.contract.ts). Ask through question-kinds.ts, which
 * finds the kind and deals with answers that are not there. That an answer says something, and which codes, is in said.ts.
 *
 * None of these throws, whatever stands in the answer: answers come from old drafts, imported files and the network.
 */
export interface QuestionKind<Kind extends AnswerKind> {
  readonly kind: Kind
  /** Every reason the answer cannot be sent as it is. An answer and its tidied form have the same problems. */
  check(question: QuestionOf<Kind>, answer: AnswerOf<Kind>): readonly AnswerProblem[]
  /** The answer as it is stored: text tidied, choices in the question's order, words beside unchosen options dropped. */
  tidy(question: QuestionOf<Kind>, answer: AnswerOf<Kind>): AnswerOf<Kind>
  /** The columns of the export, the same for every answer. */
  columns(question: QuestionOf<Kind>): readonly Column[]
  /** What the answer puts into those columns: one cell for each, as plain text (not yet safe for spreadsheets). */
  cells(question: QuestionOf<Kind>, answer: AnswerOf<Kind> | undefined): Cells
  /** The answer in words, a line each, for the person to check. Nothing they said is left out, fitting or not. */
  read(question: QuestionOf<Kind>, answer: AnswerOf<Kind>): readonly string[]
}

/** What every problem with an answer says of its question. */
export const subjectOf = (
  question: Question,
): { readonly questionId: string; readonly about: string } => ({
  questionId: question.id,
  about: question.about,
})
