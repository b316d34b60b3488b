import type { TallyRow, TallyTable } from './tally.ts'

/**
 * What a table says, before it is put into words (words/analysis.ts): the one thing that somebody who reads nothing else
 * should know. It never says more than the numbers carry.
 */
export type Finding =
  /** Nobody answered. */
  | { readonly kind: 'nobody' }
  /** So few answered that shares would mislead. */
  | { readonly kind: 'few'; readonly answered: number }
  /** Everybody who answered chose this. */
  | { readonly kind: 'all'; readonly first: TallyRow; readonly answered: number }
  /** One answer is ahead; `second` is what follows it. */
  | {
      readonly kind: 'most'
      readonly first: TallyRow
      readonly second?: TallyRow
      readonly answered: number
    }
  /** Two or more are level at the top, or so close that neither is ahead. */
  | { readonly kind: 'level'; readonly level: readonly TallyRow[]; readonly answered: number }

/** Under this many answers a share is not said: one person would be more than 3 in a hundred. */
export const leastForShares = 30

/** Answers this close at the top, as a share of all, are called level. */
const closeness = 0.02

/** The finding of a table. The order of its rows does not matter. */
export function findingOf({ rows, answered }: Pick<TallyTable, 'rows' | 'answered'>): Finding {
  if (answered === 0) return { kind: 'nobody' }
  const chosen = rows
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
  const [first, second] = chosen
  if (!first) return { kind: 'nobody' }
  if (answered < leastForShares) return { kind: 'few', answered }
  if (first.count === answered && !second) return { kind: 'all', first, answered }
  const level = chosen.filter(({ count }) => first.count - count <= closeness * answered)
  if (level.length > 1) return { kind: 'level', level, answered }
  return { kind: 'most', first, ...(second ? { second } : {}), answered }
}

/** "1 in 7" is said, "3 in 7" is not: nobody sees before them what that is. */
const simpleShares: readonly (readonly [number, number])[] = [
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((parts) => [1, parts] as const),
  ...[2, 3].map((whole) => [whole, whole + 1] as const),
  ...[2, 3, 4].map((whole) => [whole, 5] as const),
  ...[3, 7, 9].map((whole) => [whole, 10] as const),
]

/** A share as people say it: "2 in 5", "1 in 7"; in whole percent where no simple one is near enough. */
export function shareInWords(count: number, of: number): string {
  const share = count / of
  if (count === 0) return 'nobody'
  if (count === of) return 'everybody'
  const near = simpleShares
    .map(([whole, parts]) => ({ whole, parts, off: Math.abs(share - whole / parts) }))
    .filter(({ off }) => off <= 0.015)
    .toSorted((one, other) => one.off - other.off)[0]
  if (near) return near.parts === 2 ? 'half' : `${near.whole} in ${near.parts}`
  const percent = Math.round(share * 100)
  if (percent < 1) return 'fewer than 1%'
  return percent > 99 ? 'more than 99%' : `${percent}%`
}

/** A share in whole percent of those who answered; undefined where nobody did. */
export const percentOf = (count: number, of: number): number | undefined =>
  of === 0 ? undefined : Math.round((count / of) * 100)
