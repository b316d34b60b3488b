import {
  knownOf,
  publishedCount,
  standardRule,
  type DisclosureRule,
  type Interval,
  type PublishedCount,
} from './published-count.ts'
import { exactIntervals, type Grid } from './exact-cells.ts'
import { narrow, widthOf, type Known, type Sum } from './narrow.ts'

/** Tables about to be published together: every count by its name, and which of them add up to which. */
export interface CountedTables {
  readonly counts: ReadonlyMap<string, number>
  readonly sums: readonly Sum[]
  /** Two-way tables among them, of which more can be worked out than sum by sum. */
  readonly grids?: readonly Grid[]
  /** Names of counts that are about equality: they keep to the stricter rule. */
  readonly equality?: ReadonlySet<string>
  /** What an earlier publication of the same data already says: it cannot be taken back. */
  readonly already?: ReadonlyMap<string, PublishedCount>
}

export type PublishedCounts = ReadonlyMap<string, PublishedCount>

/** A count that readers could work out more closely than the rule allows. */
export interface Pinned {
  readonly name: string
  readonly least: number
  readonly most: number
}

const ruleFor = (
  { equality }: CountedTables,
  name: string,
  rule: DisclosureRule,
  strict: DisclosureRule,
): DisclosureRule => (equality?.has(name) ? strict : rule)

export interface Rules {
  readonly standard: DisclosureRule
  readonly equality: DisclosureRule
}

export const oneRule: Rules = { standard: standardRule, equality: standardRule }

/**
 * The tables as they may be published: each count hidden or rounded by the rule; and where the numbers together would
 * still give a count away (two small ones beside a total of 13, say), more of them withheld until they do not. Totals go
 * before parts, because the parts are what people ask about. What was published before stays as it is.
 *
 * Undefined when nothing helps: then an earlier publication and this one together say too much, and this one may not go out.
 */
export function protectTables(
  tables: CountedTables,
  rules: Rules = oneRule,
): PublishedCounts | undefined {
  const published = new Map<string, PublishedCount>()
  for (const [name, count] of tables.counts) {
    const rule = ruleFor(tables, name, rules.standard, rules.equality)
    published.set(name, tables.already?.get(name) ?? publishedCount(count, rule))
  }
  for (let tries = 0; tries <= tables.counts.size; tries += 1) {
    const pinned = pinnedIn(tables, published, rules)
    const [first] = pinned
    if (!first) return published
    const name = nextToWithhold(tables, published, pinned)
    if (name === undefined) return undefined
    published.set(name, 'withheld')
  }
  return undefined
}

/**
 * Every count that is not 0 and that a reader could narrow down to fewer possibilities than rounding alone leaves. Used
 * on what is about to be published, and as the second look before anything is added to what was published already. First
 * sum by sum; where that finds nothing, each two-way table as a whole, up to the first count that is found.
 */
export function pinnedIn(
  tables: CountedTables,
  published: PublishedCounts,
  rules: Rules = oneRule,
): readonly Pinned[] {
  const roundingOf = (name: string): number =>
    ruleFor(tables, name, rules.standard, rules.equality).roundTo
  const known: Known = new Map(
    [...published].map(([name, count]) => [
      name,
      knownOf(count, ruleFor(tables, name, rules.standard, rules.equality)),
    ]),
  )
  const narrowed = narrow(known, tables.sums)
  const found = [...narrowed].flatMap(([name, interval]) =>
    isPinned(interval, roundingOf(name)) ? [{ name, ...interval }] : [],
  )
  if (found.length > 0) return found
  for (const grid of tables.grids ?? []) {
    const intervalOf = exactIntervals(narrowed, grid)
    for (const name of [...grid.cells.flat(), ...grid.rows, ...grid.columns, grid.whole]) {
      const interval = intervalOf(name)
      if (isPinned(interval, roundingOf(name))) return [{ name, ...interval }]
    }
  }
  return []
}

const isPinned = (interval: Interval, roundTo: number): boolean =>
  interval.most > 0 && widthOf(interval) < roundTo

/** A number that is shown and stands in a sum with a pinned one: totals first, then the largest, which says least about anybody. */
function nextToWithhold(
  tables: CountedTables,
  published: PublishedCounts,
  pinned: readonly Pinned[],
): string | undefined {
  const names = new Set(pinned.map(({ name }) => name))
  const touched = tables.sums.filter(({ total, parts }) =>
    [total, ...parts].some((name) => names.has(name)),
  )
  const canGo = (name: string): boolean =>
    published.get(name) !== 'withheld' &&
    published.get(name) !== undefined &&
    !tables.already?.has(name)
  const totals = touched.map(({ total }) => total).filter(canGo)
  const bySize = (one: string, other: string): number =>
    (tables.counts.get(other) ?? 0) - (tables.counts.get(one) ?? 0)
  const parts = touched.flatMap((sum) => sum.parts).filter(canGo)
  return totals.toSorted((one, other) => -bySize(one, other))[0] ?? parts.toSorted(bySize)[0]
}
