import type { TallyRow } from './tally.ts'

/** One value that was given, and by how many. */
export interface ValueCount {
  readonly value: string
  readonly count: number
}

/** A question's numbers in short. Quartiles are by the nearest rank: each is a number that somebody gave. */
export interface Figures {
  readonly least: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  readonly most: number
  readonly mean: number
}

const inOrder = (values: readonly ValueCount[]): readonly { value: number; count: number }[] =>
  values
    .map(({ value, count }) => ({ value: Number(value), count }))
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((one, other) => one.value - other.value)

/** Undefined where nobody gave a number. */
export function figuresOf(given: readonly ValueCount[]): Figures | undefined {
  const values = inOrder(given)
  const [first] = values
  const last = values.at(-1)
  if (!first || !last) return undefined
  const people = values.reduce((sum, { count }) => sum + count, 0)
  const at = (share: number): number => {
    const rank = Math.max(1, Math.ceil(share * people))
    let seen = 0
    for (const { value, count } of values) {
      seen += count
      if (seen >= rank) return value
    }
    return last.value
  }
  return {
    least: first.value,
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    most: last.value,
    mean: values.reduce((sum, { value, count }) => sum + value * count, 0) / people,
  }
}

const mostBands = 10
const niceSteps = [1, 2, 5]

/** The least of 1, 2, 5, 10, 20, 50 … that covers the values in ten bands. */
function stepFor(least: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const nice of niceSteps) {
      const step = nice * power
      if (Math.floor(most / step) - Math.floor(least / step) < mostBands) return step
    }
  }
}

/** Numbers in at most ten bands of one width, those between that nobody gave included; one row a number where that is enough. */
export function bandsOf(given: readonly ValueCount[]): readonly TallyRow[] {
  const values = inOrder(given)
  const [first] = values
  const last = values.at(-1)
  if (!first || !last) return []
  const step = stepFor(first.value, last.value)
  const start = Math.floor(first.value / step)
  const bands = Math.floor(last.value / step) - start + 1
  const whole = values.every(({ value }) => Number.isInteger(value))
  return Array.from({ length: bands }, (_, index) => {
    const from = (start + index) * step
    const to = from + step
    const count = values
      .filter(({ value }) => value >= from && value < to)
      .reduce((sum, one) => sum + one.count, 0)
    const label = whole
      ? step === 1
        ? String(from)
        : `${from} to ${to - 1}`
      : `${from} to under ${to}`
    return { code: String(from), label, count }
  })
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
/** More months than these are counted by year. */
const mostMonths = 24

/** Dates by month, or by year where they lie more than two years apart; what is no date is left out. */
export function monthsOf(given: readonly ValueCount[]): readonly TallyRow[] {
  const dated = given.filter(({ value }) => /^\d{4}-\d{2}-\d{2}$/.test(value))
  const months = new Set(dated.map(({ value }) => value.slice(0, 7)))
  const length = months.size > mostMonths ? 4 : 7
  const counts = new Map<string, number>()
  for (const { value, count } of dated) {
    const code = value.slice(0, length)
    counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return [...counts]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, count]) => ({ code, label: monthWords(code), count }))
}

function monthWords(code: string): string {
  const [year = '', month] = code.split('-')
  return month === undefined ? year : `${monthNames[Number(month) - 1] ?? month} ${year}`
}
