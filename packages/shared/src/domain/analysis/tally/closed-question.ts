import {
  agreementOptionsOf,
  numberScaleOptions,
  yesNoOptionsOf,
} from '../../question/agreement-scale.ts'
import type { Option, Question } from '../../question/question.ts'
import { keyOf } from './answer-keys.ts'

/**
 * One thing that can be counted by code: a question with options, or one statement of a matrix. Whatever is put into a
 * table against something else is one of these.
 */
export interface ClosedQuestion {
  /** "how", or "care.staff" for a statement of a matrix: the key of its answers before the "=". */
  readonly key: string
  readonly questionId: string
  readonly title: string
  readonly options: readonly Pick<Option, 'code' | 'label'>[]
  /** One person may choose several, so counts add up to more than the people. */
  readonly several: boolean
}

const consentOptions = [{ code: 'given', label: 'Yes' }]

/** The options of a question that is answered by choosing; undefined for words, numbers, dates, rankings and matrices. */
export function optionsOf(question: Question): readonly Option[] | undefined {
  switch (question.kind) {
    case 'one-of':
    case 'several-of':
      return question.options
    case 'yes-no':
      return yesNoOptionsOf(question)
    case 'agreement':
      return agreementOptionsOf(question)
    case 'number-scale':
      return numberScaleOptions(question)
    case 'consent':
      return consentOptions
    default:
      return undefined
  }
}

/** What of a question can be cross-tabulated: itself, each statement of a matrix, or nothing. */
export function closedQuestionsOf(question: Question): readonly ClosedQuestion[] {
  if (question.kind === 'matrix') {
    return question.statements.map((statement) => ({
      key: `${question.id}.${statement.code}`,
      questionId: question.id,
      title: `${question.title}: ${statement.label}`,
      options: question.scale,
      several: false,
    }))
  }
  const options = optionsOf(question)
  if (!options) return []
  const several = question.kind === 'several-of'
  return [{ key: question.id, questionId: question.id, title: question.title, options, several }]
}

/** The closed question with this key among those of a consultation, or undefined. */
export const closedQuestionWith = (
  questions: readonly Question[],
  key: string,
): ClosedQuestion | undefined =>
  questions.flatMap(closedQuestionsOf).find((closed) => closed.key === key)

/** The keys of its answers, in the order of its options. */
export const keysOf = ({ key, options }: ClosedQuestion): readonly string[] =>
  options.map(({ code }) => keyOf(key, code))
