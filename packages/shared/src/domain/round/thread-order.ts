import { isStance, type Stance } from './stance.ts'

/**
 * In which order the threads of a round are read. The page says the rule in words, and this is the rule: the server's
 * queries are held against it. Replies within a thread are always oldest first.
 */
export type ThreadOrder =
  | { readonly by: 'newest' | 'oldest' | 'most-replies' }
  /** Stances other than the reader's first, then those who gave none, then the reader's own; within each, what has the fewest replies. */
  | { readonly by: 'unlike'; readonly mine: Stance }

/** What the order looks at. `number` counts what was shown in the round, from 1. */
export interface Ordered {
  readonly number: number
  readonly replies: number
  readonly stance?: Stance
}

export const newestFirst: ThreadOrder = { by: 'newest' }

/** How unlike the reader's a stance is: 0 another one, 1 none given, 2 the same. */
export function likeness(stance: Stance | undefined, mine: Stance): 0 | 1 | 2 {
  if (stance === undefined) return 1
  return stance === mine ? 2 : 0
}

/** The numbers that a thread is sorted by, the least first. No two threads have the same: the last is always its own. */
export function sortKey(
  order: ThreadOrder,
  { number, replies, stance }: Ordered,
): readonly number[] {
  switch (order.by) {
    case 'newest':
      return [-number]
    case 'oldest':
      return [number]
    case 'most-replies':
      // Subtracted, because the opposite of none would be another zero than the one an address gives.
      return [0 - replies, -number]
    case 'unlike':
      return [likeness(stance, order.mine), replies, -number]
  }
}

/** Compares two threads, for Array.sort. */
export const compareThreads =
  (order: ThreadOrder) =>
  (one: Ordered, other: Ordered): number => {
    const keys = sortKey(order, other)
    const differing = sortKey(order, one)
      .map((key, index) => key - (keys[index] ?? 0))
      .find((difference) => difference !== 0)
    return differing ?? 0
  }

/** The order as a part of an address: "newest", "unlike-for". */
export const orderName = (order: ThreadOrder): string =>
  order.by === 'unlike' ? `unlike-${order.mine}` : order.by

/** What {@link orderName} gives, read again; undefined for anything else. */
export function orderOfName(name: string): ThreadOrder | undefined {
  if (name === 'newest' || name === 'oldest' || name === 'most-replies') return { by: name }
  const mine = name.startsWith('unlike-') ? name.slice('unlike-'.length) : ''
  return isStance(mine) ? { by: 'unlike', mine } : undefined
}

/** After which thread a page begins, as a part of an address: the numbers of its {@link sortKey} without their signs. */
export const placeName = (order: ThreadOrder, last: Ordered): string =>
  sortKey(order, last).map(Math.abs).join('-')

/** What {@link placeName} gives as the key it was made from; undefined for what is no place in that order. */
export function placeOfName(order: ThreadOrder, name: string): readonly number[] | undefined {
  if (!/^\d{1,9}(?:-\d{1,9})*$/.test(name)) return undefined
  const parts = name.split('-').map(Number)
  const signs = signsOf[order.by]
  if (parts.length !== signs.length || String(parts.join('-')) !== name) return undefined
  return parts.map((part, index) => (part === 0 ? 0 : part * (signs[index] ?? 1)))
}

const signsOf: Readonly<Record<ThreadOrder['by'], readonly (1 | -1)[]>> = {
  newest: [-1],
  oldest: [1],
  'most-replies': [-1, -1],
  unlike: [1, 1, -1],
}
