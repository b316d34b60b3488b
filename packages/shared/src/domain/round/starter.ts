import { daysBetween } from '../core/working-days.ts'
import type { ContributionSource } from './contribution-source.ts'

/**
 * A text that a round opens with. Two of them on one question, from different sides of the desk, are **paired starters**:
 * published together, with the same weight.
 */
export interface Starter {
  /** The last part of its address within the page; a quotation names it by this. */
  readonly id: string
  /** From where it is written: "From the waiting room". */
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly name: string
  /** How its author describes themselves, in their own words. */
  readonly self?: string
  readonly source: ContributionSource
}

/** The words of a starter as one text, which quotations are anchored in. */
export const textOfStarter = ({ paragraphs }: Pick<Starter, 'paragraphs'>): string =>
  paragraphs.join('\n\n')

/** Any day will do: it only decides which of two leads on it. */
const dayOne = '2026-01-01'

/**
 * The starters in the order of a day (YYYY-MM-DD, by the calendar of the United Kingdom): each leads as often as every
 * other, a day at a time. A pure function of the day, so that every server and every copy of the page agree.
 */
export function startersOn(starters: readonly Starter[], day: string): readonly Starter[] {
  if (starters.length < 2) return starters
  const turn = daysBetween(dayOne, day) % starters.length
  const first = turn < 0 ? turn + starters.length : turn
  return [...starters.slice(first), ...starters.slice(0, first)]
}
