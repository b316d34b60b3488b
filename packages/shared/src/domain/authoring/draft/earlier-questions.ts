import { agreementScale, yesNoOptions } from '../../question/agreement-scale.ts'
import { itemsOf, numberOf, textOf } from '../../core/loose-fields.ts'
import { fieldOf, keyOf, partOf, questionsIn, textIn, type Draft, type Part } from './draft.ts'

/** A question before another one, with the answers on which a condition can depend. */
export interface Earlier {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly choices: readonly { readonly code: string; readonly label: string }[]
}

/** Those questions before this one that have choices, nearest last. */
export function earlierQuestions(draft: Draft, id: string): readonly Earlier[] {
  const all = questionsIn(draft.outline)
  const at = all.findIndex((question) => question.id === id)
  return all
    .slice(0, Math.max(0, at))
    .map((question, index) => {
      const part = partOf(draft, keyOf('question', question.id))
      return {
        id: question.id,
        number: index + 1,
        title: textIn(part, 'title'),
        choices: choicesOf(part),
      }
    })
    .filter(({ choices }) => choices.length > 0)
}

function choicesOf(part: Part): Earlier['choices'] {
  switch (textIn(part, 'kind')) {
    case 'one-of':
    case 'several-of':
      return itemsOf(fieldOf(part, 'options')).map((option) => ({
        code: textOf(option['code']) ?? '',
        label: textOf(option['label']) ?? '',
      }))
    case 'yes-no':
      return yesNoOptions
    case 'agreement':
      return agreementScale
    case 'consent':
      return [{ code: 'given', label: textIn(part, 'statement') }]
    case 'number-scale':
      return points(numberOf(fieldOf(part, 'from')), numberOf(fieldOf(part, 'to')))
    default:
      return []
  }
}

function points(from: number | undefined, to: number | undefined): Earlier['choices'] {
  if (from === undefined || to === undefined || to - from > 100) return []
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
    code: String(from + index),
    label: String(from + index),
  }))
}
