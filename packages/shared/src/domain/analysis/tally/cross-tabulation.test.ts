import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, crossTabulation, everybody, namedCounts } from './cross-tabulation.ts'
import type { ClosedQuestion } from './closed-question.ts'

const how: ClosedQuestion = {
  key: 'how',
  questionId: 'how',
  title: 'How?',
  several: false,
  options: [
    { code: 'bus', label: 'Bus' },
    { code: 'car', label: 'Car' },
  ],
}
const who: ClosedQuestion = {
  key: 'who',
  questionId: 'who',
  title: 'Who?',
  several: false,
  options: [{ code: 'staff', label: 'Staff' }],
}
const pairs = [
  { down: 'bus', across: 'staff', count: 3 },
  { down: 'bus', across: null, count: 1 },
  { down: 'bus', across: undefined, count: 4 },
  { down: null, across: 'staff', count: 2 },
  { down: null, across: undefined, count: 2 },
  { down: undefined, across: 'staff', count: 5 },
  { down: undefined, across: null, count: 1 },
  { down: undefined, across: undefined, count: 6 },
] as const

describe('crossTabulation', () => {
  const table = crossTabulation(how, who, pairs)

  it('has a row and a column for those who left a question out', () => {
    expect(columnsOf(table)).toEqual(['Staff', 'Did not answer'])
    expect(table.rows.map(({ label, cells, all }) => [label, cells, all])).toEqual([
      ['Bus', [3, 1], 4],
      ['Car', [0, 0], 0],
      ['Did not answer', [2, 0], 2],
    ])
    expect(table.total).toMatchObject({ label: 'All', cells: [5, 1], all: 6 })
  })

  it('names the same people the same, whichever way round the table is', () => {
    const turned = crossTabulation(
      who,
      how,
      pairs.map(({ down, across, count }) => ({ down: across, across: down, count })),
    )
    const inOrder = (counts: ReadonlyMap<string, number>) => [...counts].toSorted()
    expect(inOrder(namedCounts(turned).counts)).toEqual(inOrder(namedCounts(table).counts))
  })

  it('says what adds up to what, truly', () => {
    const { counts, sums } = namedCounts(table)
    expect(sums).toHaveLength(7)
    for (const { total, parts } of sums)
      expect(parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0)).toBe(counts.get(total))
    expect(counts.get(everybody)).toBe(6)
  })

  it('adds nothing up across choices of which people make several', () => {
    const { sums } = namedCounts(crossTabulation({ ...how, several: true }, who, pairs))
    expect(sums.map(({ total }) => total)).toEqual(['how=bus', 'how=car', 'how:none', everybody])
  })

  it('keeps every pair that it is given', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (one, other) => {
        const made = crossTabulation(how, who, [
          { down: 'car', across: 'staff', count: one },
          { down: 'bus', across: null, count: other },
        ])
        expect(made.rows.flatMap(({ cells }) => cells)).toEqual([0, other, one, 0, 0, 0])
      }),
    )
  })
})
