import type { NumberQuestion } from '../question.ts'
import { plainFigures } from '../../core/figures.ts'
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
    const problem = problemWith(question, readNumber(answer.text, question.unit))
    return problem ? [{ ...subjectOf(question), ...problem }] : []
  },
  tidy: ({ unit }, answer) => ({ kind: 'number', text: plainNumber(answer.text, unit) }),
  columns({ id, about, unit }) {
    return [{ key: id, heading: withCapital(about) + (unit ? ` (${unit})` : '') }]
  },
  cells: (question, answer) => ({
    [question.id]: answer ? plainNumber(answer.text, question.unit) : '',
  }),
  read(question, answer) {
    const parsed = readNumber(answer.text, question.unit)
    return [parsed ? shown(question, parsed) : withUnit(tidyLine(answer.text), question.unit)]
  },
}

const withUnit = (words: string, unit: string | undefined): string =>
  unit ? `${words} ${unit}` : words

/** Signs of money by what the unit of a question calls it. */
const money: readonly (readonly [names: RegExp, sign: string])[] = [
  [/^(?:£|pounds?|pounds sterling|gbp)$/i, '£'],
  [/^(?:€|euros?|eur)$/i, '€'],
  [/^(?:\$|dollars?|usd)$/i, '$'],
]

const signOf = (unit: string | undefined): string | undefined =>
  money.find(([names]) => names.test(unit?.trim() ?? ''))?.[1]

/** Without a unit, and between these bounds: nobody writes a comma in a year. */
const isYear = ({ unit, least = 0, most = Infinity, decimals = 0 }: NumberQuestion): boolean =>
  unit === undefined && decimals === 0 && least >= 1000 && most <= 2999

/** A number as people write it: "£4.50", "1970", "1,250 minutes". */
function shown(question: NumberQuestion, { text, decimals }: WrittenNumber): string {
  if (isYear(question)) return text
  const sign = signOf(question.unit)
  const words = withThousands(text)
  if (sign === undefined) return withUnit(words, question.unit)
  return words.replace(/^(-?)/, `$1${sign}`) + (decimals === 1 ? '0' : '')
}

const plainNumber = (text: string, unit: string | undefined): string =>
  readNumber(text, unit)?.text ?? tidyLine(text)

/** What was typed without the sign of its money before it, or the unit of the question after it. */
function withoutUnit(typed: string, unit: string | undefined): string {
  const sign = signOf(unit)
  const bare = sign ? typed.replace(sign, '').trim() : typed
  return unit && bare.toLowerCase().endsWith(unit.toLowerCase())
    ? bare.slice(0, -unit.length).trim()
    : bare
}

/**
 * Reads " 1,250.50 " as 1250.5, "£4.50" as 4.5 where the unit is pounds, and figures of every script; null for anything else. Refused, because a guess could be wrong: words, "1e5", "12,5"
 * (which may mean 12.5), and commas that are not between thousands.
 */
function readNumber(text: string, unit?: string): WrittenNumber | null {
  const typed = withoutUnit(tidyLine(plainFigures(text)), unit)
  const [, minus, whole = '', fraction = ''] = written.exec(typed) ?? []
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
