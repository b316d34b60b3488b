import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactIntervals, type Grid } from './exact-cells.ts'
import type { Known } from './narrow.ts'
import type { Interval } from './published-count.ts'

const grid: Grid = {
  whole: 'all',
  rows: ['r0', 'r1'],
  columns: ['c0', 'c1'],
  cells: [
    ['00', '01'],
    ['10', '11'],
  ],
}

/** Every table of four numbers that fits what is known: the slow, sure way. */
function fitting(known: Known, most: number): readonly Map<string, number>[] {
  const fits: Map<string, number>[] = []
  const numbers = Array.from({ length: most + 1 }, (_, number) => number)
  for (const a of numbers)
    for (const b of numbers)
      for (const c of numbers)
        for (const d of numbers) {
          const table = new Map([
            ['00', a],
            ['01', b],
            ['10', c],
            ['11', d],
            ['r0', a + b],
            ['r1', c + d],
            ['c0', a + c],
            ['c1', b + d],
            ['all', a + b + c + d],
          ])
          const fit = [...known].every(([name, { least, most: top }]) => {
            const value = table.get(name) ?? 0
            return value >= least && value <= top
          })
          if (fit) fits.push(table)
        }
  return fits
}

describe('exactIntervals', () => {
  it('finds what trying every table finds', () => {
    const most = 7
    const around = (value: number, under: number, over: number): Interval => ({
      least: Math.max(0, value - under),
      most: value + over,
    })
    const slack = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(most), fc.nat(most), fc.nat(most), fc.nat(most)),
        slack,
        ([a, b, c, d], slacks) => {
          const values = { '00': a, '01': b, '10': c, '11': d, r0: a + b, r1: c + d }
          const all = { ...values, c0: a + c, c1: b + d, all: a + b + c + d }
          const known = new Map(
            Object.entries(all).map(([name, value], index) => {
              const { least, most: top } = around(value, ...(slacks[index] ?? [0, 0]))
              return [
                name,
                { least, most: name.length === 2 && /\d\d/.test(name) ? Math.min(top, most) : top },
              ]
            }),
          )
          const tables = fitting(known, most)
          for (const name of known.keys()) {
            const possible = tables.map((table) => table.get(name) ?? 0)
            expect(exactIntervals(known, grid)(name)).toEqual({
              least: Math.min(...possible),
              most: Math.max(...possible),
            })
          }
        },
      ),
      { numRuns: 60 },
    )
  }, 30_000)

  it('throws when nothing fits', () => {
    const known = new Map([
      ['00', { least: 3, most: 3 }],
      ['all', { least: 1, most: 1 }],
    ])
    expect(() => exactIntervals(known, grid)('01')).toThrow(/contradict/)
  })
})
