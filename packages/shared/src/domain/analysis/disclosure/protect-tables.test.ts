import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossTabulation, namedCounts, type PairCount } from '../tally/cross-tabulation.ts'
import type { ClosedQuestion } from '../tally/closed-question.ts'
import { exactIntervals } from './exact-cells.ts'
import { narrow, widthOf, type Known } from './narrow.ts'
import { equalityRule, knownOf, standardRule, type PublishedCount } from './published-count.ts'
import { oneRule, pinnedIn, protectTables, type CountedTables } from './protect-tables.ts'

const closed = (key: string, options: number): ClosedQuestion => ({
  key,
  questionId: key,
  title: key,
  several: false,
  options: Array.from({ length: options }, (_, index) => ({
    code: `${key}${index}`,
    label: `${key}${index}`,
  })),
})

/** Pairs and margins from one cell for each combination, left out included. */
function pairsFrom(
  down: ClosedQuestion,
  across: ClosedQuestion,
  cells: readonly (readonly number[])[],
): readonly PairCount[] {
  const codes = (one: ClosedQuestion) => [...one.options.map(({ code }) => code), null]
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  return [
    ...codes(down).flatMap((row, index) => [
      ...codes(across).map((column, place) => ({
        down: row,
        across: column,
        count: cells[index]?.[place] ?? 0,
      })),
      { down: row, across: undefined, count: sum(cells[index] ?? []) },
    ]),
    ...codes(across).map((column, place) => ({
      down: undefined,
      across: column,
      count: sum(cells.map((line) => line[place] ?? 0)),
    })),
    { down: undefined, across: undefined, count: sum(cells.flat()) },
  ]
}

const tableOf = (cells: readonly (readonly number[])[], across = 'b') => {
  const one = closed('a', cells.length - 1)
  const other = closed(across, (cells[0]?.length ?? 1) - 1)
  return crossTabulation(one, other, pairsFrom(one, other, cells))
}

/** Small, middling and large counts, and many of nobody: as real tables are. */
const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 30 }),
  fc.integer({ min: 0, max: 400 }),
)
const cells = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('protectTables', () => {
  it('hides a total that would give two small numbers away', () => {
    const tables: CountedTables = {
      counts: new Map([
        ['one', 7],
        ['other', 6],
        ['both', 13],
      ]),
      sums: [{ total: 'both', parts: ['one', 'other'] }],
    }
    expect([...(protectTables(tables) ?? [])]).toEqual([
      ['one', 'small'],
      ['other', 'small'],
      ['both', 'withheld'],
    ])
  })

  it('hides nothing more where rounding is enough', () => {
    const published = protectTables({
      counts: new Map([
        ['one', 171],
        ['other', 63],
        ['both', 234],
      ]),
      sums: [{ total: 'both', parts: ['one', 'other'] }],
    })
    expect([...(published?.values() ?? [])]).toEqual([170, 65, 235])
  })

  it('cannot take back what was published, and then says that nothing helps', () => {
    const tables: CountedTables = {
      counts: new Map([
        ['one', 7],
        ['other', 6],
        ['both', 13],
      ]),
      sums: [{ total: 'both', parts: ['one', 'other'] }],
      already: new Map<string, PublishedCount>([
        ['both', 15],
        ['one', 'small'],
        ['other', 'small'],
      ]),
    }
    expect(protectTables(tables)).toBeUndefined()
  })

  it('keeps to the stricter rule for what is about equality', () => {
    const published = protectTables(
      { counts: new Map([['age=18-24', 12]]), sums: [], equality: new Set(['age=18-24']) },
      { standard: standardRule, equality: equalityRule },
    )
    expect(published?.get('age=18-24')).toBe('small')
  })

  it('lets no reader of 1,000 tables and of the differences between them pin a number down', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        const table = tableOf(counts)
        const { counts: named, sums, grids } = namedCounts(table)
        const published = protectTables({ counts: named, sums, grids })
        expect(published).toBeDefined()
        if (!published) return
        const known: Known = new Map([...published].map(([name, one]) => [name, knownOf(one)]))
        const [grid] = grids
        if (!grid) throw new Error('A table has a grid')
        for (const [name, people] of named) {
          if (people === 0) continue
          const exact = exactIntervals(known, grid)(name)
          expect(exact.least).toBeLessThanOrEqual(people)
          expect(exact.most).toBeGreaterThanOrEqual(people)
          expect(widthOf(exact)).toBeGreaterThanOrEqual(standardRule.roundTo)
        }
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('lets nobody pin a number down by the difference of two tables that share a question', () => {
    fc.assert(
      fc.property(cells, fc.infiniteStream(fc.boolean()), (counts, sides) => {
        // The same people, by a second question as well: each cell is divided in two.
        const first = tableOf(counts)
        const halves = counts.map((line) => {
          const people = line.reduce((sum, one) => sum + one, 0)
          const left = [...sides.take(Math.min(people, 50))].filter(Boolean).length
          return [left, people - left]
        })
        const second = tableOf(halves, 'c')
        const one = namedCounts(first)
        const other = namedCounts(second)
        const tables = {
          counts: new Map([...one.counts, ...other.counts]),
          sums: [...one.sums, ...other.sums],
          grids: [...one.grids, ...other.grids],
        }
        const published = protectTables(tables)
        expect(published).toBeDefined()
        expect(pinnedIn(tables, published ?? new Map(), oneRule)).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})

describe('narrow', () => {
  it('works out a hidden number from a total and its other parts', () => {
    const known = narrow(
      new Map([
        ['all', { least: 10, most: 10 }],
        ['one', { least: 9, most: 9 }],
        ['other', { least: 1, most: 7 }],
      ]),
      [{ total: 'all', parts: ['one', 'other'] }],
    )
    expect(known.get('other')).toEqual({ least: 1, most: 1 })
  })

  it('throws when numbers cannot come from the same data', () => {
    const known = new Map([
      ['all', { least: 10, most: 10 }],
      ['one', { least: 20, most: 20 }],
    ])
    expect(() => narrow(known, [{ total: 'all', parts: ['one'] }])).toThrow(/contradict/)
  })
})
