import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figures, plainFigures } from './figures.ts'

describe('plainFigures', () => {
  it.each([
    ['12', '12'],
    ['١٢', '12'],
    ['۱۲', '12'],
    ['１２', '12'],
    ['১২', '12'],
    ['੧੨', '12'],
    ['𝟏𝟐', '12'],
    ['٤٫٥', '4.5'],
    ['١٬٢٥٠', '1,250'],
    ['－１．５', '-1.5'],
    ['\u200f12\u200f', '12'],
    ['\u206612\u2069', '12'],
    ['1\u200b2', '12'],
    ['1\u00ad2', '12'],
    ['\ufeff12', '12'],
    ['12²', '12²'],
    ['twelve', 'twelve'],
    ['', ''],
  ])('reads %j as %j', (typed, plain) => {
    expect(plainFigures(typed)).toBe(plain)
  })

  it('leaves nothing that nobody sees, and no figure of another script', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0x20, max: 0x1_fbf9 })), (codes) => {
        const typed = String.fromCodePoint(...codes)
        expect(plainFigures(typed)).not.toMatch(/\p{Cf}|(?![0-9])\p{Nd}/u)
      }),
      { numRuns: 50 },
    )
  })
})

describe('figures', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
  ])('writes %d as %s', (whole, words) => {
    expect(figures(whole)).toBe(words)
  })
})
