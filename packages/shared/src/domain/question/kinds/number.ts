import type { NumberQuestion } from '../question.ts'
import { tidyLine, withCapital } from '../../core/text.ts'
import { subjectOf, type QuestionKind } from './question-kind.ts'

/** Bounds when the question has none: what people count is not below nothing, and spreadsheets keep 15 digits exactly. */
const leastOfAll = 0
const mostOfAll = 999_999_999_999

/** A number as people write it: figures, with commas between thousands, a point, and a minus. */
const written = /^([-\u2212]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d+))?$/

interface WrittenNumber {
  /** Plain figures: "-1250.5". */
  readonly text: string
  readonly decimals: number
}

/** A number in figures. What was typed is kept until it is a number; then it is stored as plain figures. */
export const number: QuestionKind<'number'> = {
  kind: 'number',
  check(question, answer) {
    const problem = problemWith(question, readNumber(answer.text))
    return problem ? [{ ...subjectOf(question), ...problem }] : []
  },
  tidy: (_, answer) => ({ kind: 'number', text: plainNumber(answer.text) }),
  columns({ id, about, unit }) {
    return [{ key: id, heading: withCapital(about) + (unit ? ` (${unit})` : '') }]
  },
  cells: (question, answer) => ({ [question.id]: answer ? plainNumber(answer.text) : '' }),
  read(question, answer) {
    const parsed = readNumber(answer.text)
    const words = parsed ? withThousands(parsed.text) : tidyLine(answer.text)
    return [question.unit ? `${words} ${question.unit}` : words]
  },
}

const plainNumber = (text: string): string => readNumber(text)?.text ?? tidyLine(text)

/**
 * Reads " 1,250.50 " as 1250.5; null for anything else. Refused, because a guess could be wrong: words, "1e5", "12,5"
 * (which may mean 12.5), commas that are not between thousands, and figures of other scripts.
 */
function readNumber(text: string): WrittenNumber | null {
  const [, minus, whole = '', fraction = ''] = written.exec(tidyLine(text)) ?? []
  if (whole + fraction === '') return null
  const units = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0'
  const decimals = withoutTrailingZeros(fraction)
  const amount = decimals === '' ? units : `${units}.${decimals}`
  const sign = minus && amount !== '0' ? '-' : ''
  return { text: sign + amount, decimals: decimals.length }
}

/** A loop, because a regular expression for this takes time that grows with the square of the length. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits[end - 1] === '0') end -= 1
  return digits.slice(0, end)
}

function problemWith(question: NumberQuestion, parsed: WrittenNumber | null) {
  const { least = leastOfAll, most = mostOfAll, decimals = 0 } = question
  if (!parsed) return { code: 'number-not-a-number' } as const
  if (parsed.decimals > 0 && decimals === 0) return { code: 'number-not-whole' } as const
  if (parsed.decimals > decimals) return { code: 'number-too-many-decimals', decimals } as const
  if (Number(parsed.text) < least) return { code: 'number-too-small', least } as const
  if (Number(parsed.text) > most) return { code: 'number-too-large', most } as const
  return null
}

/** "-1250.5" → "-1,250.5". From the end backwards, in steps of three. */
function withThousands(plain: string): string {
  const [, minus = '', whole = '', fraction = ''] = /^(-?)(\d+)(.*)$/.exec(plain) ?? []
  const groups: string[] = []
  for (let end = whole.length; end > 0; end -= 3)
    groups.push(whole.slice(Math.max(0, end - 3), end))
  return minus + groups.reverse().join(',') + fraction
}
