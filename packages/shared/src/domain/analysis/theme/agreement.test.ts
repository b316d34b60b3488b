import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohensKappa, krippendorffsAlpha, type Coded } from './agreement.ts'

const coded = (text: string): Coded =>
  text.split(' ').map((value) => (value === '.' ? null : value))
const repeated = (value: string, times: number): string[] =>
  Array.from({ length: times }, () => value)

/** Two coders from a table of how often they chose each pair. */
function fromTable(table: readonly (readonly number[])[]): [Coded, Coded] {
  const pairs = table.flatMap((row, one) =>
    row.flatMap((times, other) => repeated(`${one},${other}`, times)),
  )
  return [
    pairs.map((pair) => pair.split(',')[0] ?? ''),
    pairs.map((pair) => pair.split(',')[1] ?? ''),
  ]
}

describe('cohensKappa', () => {
  it.each([
    // Cohen (1960), the clinical table of proportions out of 200: 88 14 18 / 10 40 10 / 2 6 12.
    [
      'Cohen 1960',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.492,
    ],
    // Fifty grant proposals read by two readers: 20 5 / 10 15.
    [
      'two readers of 50',
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    // The same share of agreement with different margins: 45 15 / 25 15 and 25 35 / 5 35.
    [
      'alike margins',
      [
        [45, 15],
        [25, 15],
      ],
      0.1304,
    ],
    [
      'unlike margins',
      [
        [25, 35],
        [5, 35],
      ],
      0.2593,
    ],
  ] as const)('is the published value for %s', (_, table, kappa) => {
    expect(cohensKappa(...fromTable(table))).toBeCloseTo(kappa, 3)
  })

  it('leaves out what only one coded', () => {
    expect(cohensKappa(coded('a b . a'), coded('a b b .'))).toBe(1)
  })

  it.each([
    ['nothing was coded twice', '. a', 'a .'],
    ['chance could not have been otherwise', 'a a a', 'a a a'],
  ])('says nothing where %s', (_, one, other) => {
    expect(cohensKappa(coded(one), coded(other))).toBeUndefined()
  })
})

describe('krippendorffsAlpha', () => {
  // Krippendorff (2011), sections A, B and C.
  it.each([
    ['A: two observers, two values', ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'], 0.095],
    [
      'B: two observers, five values',
      ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'],
      0.692,
    ],
    [
      'C: four observers, with gaps',
      [
        '1 2 3 3 2 1 4 1 2 . . .',
        '1 2 3 3 2 2 4 1 2 5 . 3',
        '. 3 3 3 2 3 4 2 2 5 1 .',
        '1 2 3 3 2 4 4 1 2 5 1 .',
      ],
      0.743,
    ],
  ])('is the published value for %s', (_, observers, alpha) => {
    expect(krippendorffsAlpha(observers.map(coded))).toBeCloseTo(alpha, 3)
  })

  it('is 1 for the same coding and says nothing where there is nothing to compare', () => {
    expect(krippendorffsAlpha([coded('a b a'), coded('a b a')])).toBe(1)
    expect(krippendorffsAlpha([coded('a . a'), coded('. b .')])).toBeUndefined()
    expect(krippendorffsAlpha([])).toBeUndefined()
    expect(krippendorffsAlpha([coded('a a'), coded('a a')])).toBeUndefined()
  })

  it('does not depend on the order of coders or of units', () => {
    const value = fc.constantFrom('a', 'b', 'c', null)
    const table = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 20 })
    const columns = (rows: readonly (readonly (string | null)[])[]) =>
      [0, 1, 2].map((coder) => rows.map((row) => row[coder] ?? null))
    fc.assert(
      fc.property(table, (rows) => {
        const alpha = krippendorffsAlpha(columns(rows))
        const turned = krippendorffsAlpha(columns(rows.toReversed()).toReversed())
        if (alpha === undefined) expect(turned).toBeUndefined()
        else expect(turned).toBeCloseTo(alpha, 10)
      }),
    )
  })
})
