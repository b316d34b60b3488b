/**
 * The one rule for every number about people that leaves the analyst's screen (S34–S36): small numbers are hidden, the
 * rest are rounded, and each total is rounded from its own number and never summed from rounded parts.
 *
 * Source: NHS England's disclosure control for sub-national counts (0 stays 0, 1 to 7 become "*", others go to the
 * nearest 5).
 */
export interface DisclosureRule {
  /** Counts from 1 to this are hidden. */
  readonly hideUpTo: number
  /** Other counts go to the nearest multiple of this. */
  readonly roundTo: number
}

/** For every table but those about equality: a published number leaves at least 5 possible counts behind it. */
export const standardRule: DisclosureRule = { hideUpTo: 7, roundTo: 5 }

/**
 * For tables with an answer about equality: at least 10 possible counts behind each number. 1 to 14 are hidden together,
 * because 11 to 14 alone would round to 10 and leave only four.
 */
export const equalityRule: DisclosureRule = { hideUpTo: 14, roundTo: 10 }

/** What is published instead of a count: the rounded number; hidden because it is small; or withheld, because others would give it away. */
export type PublishedCount = number | 'small' | 'withheld'

/**
 * The published form of a count of people. Refuses what is not a whole number of 0 or more, because that is a fault in
 * the counting and not something to round away.
 */
export function publishedCount(
  count: number,
  rule: DisclosureRule = standardRule,
): number | 'small' {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} counts no people`)
  if (count === 0) return 0
  return count <= rule.hideUpTo ? 'small' : Math.round(count / rule.roundTo) * rule.roundTo
}

/** How a published count is written in a table or a file: "*" for a small one, "–" for one withheld. */
export const countMark = (count: PublishedCount): string =>
  count === 'small' ? '*' : count === 'withheld' ? '–' : String(count)

/** Every count that a published number can stand for, both ends included. */
export interface Interval {
  readonly least: number
  readonly most: number
}

/** What a reader of a published number knows about the count behind it. A withheld number says only that it is not negative. */
export function knownOf(count: PublishedCount, rule: DisclosureRule = standardRule): Interval {
  if (count === 'withheld') return { least: 0, most: Number.POSITIVE_INFINITY }
  if (count === 'small') return { least: 1, most: rule.hideUpTo }
  if (count === 0) return { least: 0, most: 0 }
  const half = rule.roundTo / 2
  return {
    least: Math.max(rule.hideUpTo + 1, Math.ceil(count - half)),
    most: Math.ceil(count + half) - 1,
  }
}

/** A published share in whole percent, from published numbers alone; undefined where either is hidden, or nobody answered. */
export function publishedShare(part: PublishedCount, whole: PublishedCount): number | undefined {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return undefined
  return Math.min(100, Math.round((part / whole) * 100))
}
