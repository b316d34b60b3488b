import { withCapital } from '../../core/text.ts'
import { labelOf, unknownChoices } from './choices.ts'
import type { QuestionKind } from './question-kind.ts'

/** Things put in order, first to last. Those left out have no place, and leaving some out is an answer. */
export const ranking: QuestionKind<'ranking'> = {
  kind: 'ranking',
  check: (question, answer) => unknownChoices(question, question.options, answer.order),
  tidy: (_, answer) => ({ kind: 'ranking', order: eachOnce(answer.order) }),
  columns(question) {
    const about = withCapital(question.about)
    return question.options.map(({ code, label }) => ({
      key: `${question.id}.${code}`,
      heading: `${about}: place of ${label}`,
    }))
  },
  cells(question, answer) {
    const places = new Map(
      eachOnce(answer?.order ?? []).map((code, index) => [code, String(index + 1)]),
    )
    return Object.fromEntries(
      question.options.map(({ code }) => [`${question.id}.${code}`, places.get(code) ?? '']),
    )
  },
  read: (question, answer) =>
    eachOnce(answer.order).map((code, index) => `${index + 1}. ${labelOf(question.options, code)}`),
}

/** The first place given to each counts. */
const eachOnce = (order: readonly string[]): readonly string[] => [...new Set(order)]
