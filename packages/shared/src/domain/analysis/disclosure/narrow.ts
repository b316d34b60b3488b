import type { Interval } from './published-count.ts'

/**
 * A statement that a reader of published tables can make: these counts add up to that one. Names are of counts, the same
 * in every table they stand in.
 */
export interface Sum {
  readonly total: string
  readonly parts: readonly string[]
}

/** Name of a count → what is known of it. */
export type Known = ReadonlyMap<string, Interval>

/** No table needs more rounds; sums that never come to rest would be a fault in the published numbers. */
const mostRounds = 200

/**
 * All that a reader can work out from published numbers and the sums between them: every count's interval, made narrower
 * by each sum again and again until nothing changes. What is the same count in two tables has one name, so differences
 * between tables are worked out too.
 *
 * Throws when the numbers contradict each other: then they were not made from the same data.
 */
export function narrow(known: Known, sums: readonly Sum[]): Known {
  const intervals = new Map(known)
  for (let round = 0; round < mostRounds; round += 1) {
    let changed = false
    for (const sum of sums) changed = narrowBySum(intervals, sum) || changed
    if (!changed) return intervals
  }
  return intervals
}

function narrowBySum(intervals: Map<string, Interval>, { total, parts }: Sum): boolean {
  const all = parts.map((name) => intervalOf(intervals, name))
  const least = sumOf(all.map((part) => part.least))
  const most = sumOf(all.map((part) => part.most))
  let changed = tighten(intervals, total, { least, most })
  const whole = intervalOf(intervals, total)
  for (const [index, name] of parts.entries()) {
    const others = {
      least: least - (all[index]?.least ?? 0),
      most: sumOf(all.filter((_, other) => other !== index).map((part) => part.most)),
    }
    const bounds = { least: whole.least - others.most, most: whole.most - others.least }
    changed = tighten(intervals, name, bounds) || changed
  }
  return changed
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

const intervalOf = (intervals: Map<string, Interval>, name: string): Interval =>
  intervals.get(name) ?? { least: 0, most: Number.POSITIVE_INFINITY }

function tighten(intervals: Map<string, Interval>, name: string, bounds: Interval): boolean {
  const before = intervalOf(intervals, name)
  const least = Math.max(before.least, bounds.least)
  const most = Math.min(before.most, bounds.most)
  if (least > most) throw new Error(`Published numbers contradict each other about ${name}`)
  if (least === before.least && most === before.most) return false
  intervals.set(name, { least, most })
  return true
}

/** How many counts an interval leaves possible. */
export const widthOf = ({ least, most }: Interval): number => most - least + 1
