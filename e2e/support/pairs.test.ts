import { describe, expect, it } from 'vitest'
import { pairwise } from './pairs.ts'

const choices = {
  size: ['', '150', '300'],
  colours: ['', 'dark', 'cream', 'own'],
  typeface: ['', 'a', 'b'],
  motion: ['', 'none'],
  focus: ['', 'strong'],
}

describe('pairwise', () => {
  const rows = pairwise(choices)
  const names = Object.keys(choices) as (keyof typeof choices)[]
  const pairs = names.flatMap((name, at) =>
    names.slice(at + 1).map((other) => [name, other] as const),
  )

  it.each(pairs)('has every value of %s meet every value of %s', (name, other) => {
    for (const value of choices[name])
      for (const otherValue of choices[other])
        expect(
          rows.some((row) => row[name] === value && row[other] === otherValue),
          `${value} and ${otherValue}`,
        ).toBe(true)
  })

  it('gives each thing one of its values in every row', () => {
    for (const row of rows)
      expect(
        names.every((name) => (choices[name] as readonly string[]).includes(row[name] ?? 'none')),
      ).toBe(true)
  })

  it('needs few rows: hardly more than the two largest things have pairs', () => {
    expect(rows.length).toBeGreaterThanOrEqual(4 * 3)
    expect(rows.length).toBeLessThanOrEqual(4 * 3 + 4)
  })

  it('has nothing to do for one thing or none', () =>
    expect([pairwise({ one: ['a', 'b'] }), pairwise({})]).toEqual([[], []]))
})
