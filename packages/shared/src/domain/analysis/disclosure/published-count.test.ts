import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countMark,
  equalityRule,
  knownOf,
  publishedCount,
  publishedShare,
  standardRule,
} from './published-count.ts'

describe('publishedCount', () => {
  it.each([
    [0, '0'],
    [1, '*'],
    [2, '*'],
    [5, '*'],
    [7, '*'],
    [8, '10'],
    [12, '10'],
    [13, '15'],
    [16, '15'],
    [57, '55'],
    [58, '60'],
    [10023, '10025'],
  ])('publishes %i as %s', (count, mark) => {
    expect(countMark(publishedCount(count))).toBe(mark)
  })

  it.each([
    [0, '0'],
    [1, '*'],
    [14, '*'],
    [15, '20'],
    [24, '20'],
    [25, '30'],
  ])('publishes %i as %s where it is about equality', (count, mark) => {
    expect(countMark(publishedCount(count, equalityRule))).toBe(mark)
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d, which counts no people',
    (count) => {
      expect(() => publishedCount(count)).toThrow(RangeError)
    },
  )

  it('leaves at least as many counts possible as it rounds to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.constantFrom(standardRule, equalityRule),
        (count, rule) => {
          const { least, most } = knownOf(publishedCount(count, rule), rule)
          expect(least).toBeLessThanOrEqual(count)
          expect(most).toBeGreaterThanOrEqual(count)
          expect(most - least + 1).toBeGreaterThanOrEqual(rule.roundTo)
        },
      ),
    )
  })

  it('gives one published number to all counts in what is known of it, and to no others', () => {
    for (let count = 1; count <= 300; count += 1) {
      for (const rule of [standardRule, equalityRule]) {
        const published = publishedCount(count, rule)
        const { least, most } = knownOf(published, rule)
        expect(publishedCount(least, rule)).toBe(published)
        expect(publishedCount(most, rule)).toBe(published)
        expect(publishedCount(most + 1, rule)).not.toBe(published)
        expect(publishedCount(least - 1, rule)).not.toBe(published)
      }
    }
  })
})

describe('publishedShare', () => {
  it.each([
    [170, 415, 41],
    [0, 415, 0],
    [415, 410, 100],
    ['small', 415, undefined],
    [10, 'withheld', undefined],
    [0, 0, undefined],
  ] as const)('says %s of %s as %s%%', (part, whole, share) => {
    expect(publishedShare(part, whole)).toBe(share)
  })

  it('knows nothing of a withheld count', () => {
    expect(knownOf('withheld')).toEqual({ least: 0, most: Number.POSITIVE_INFINITY })
    expect(countMark('withheld')).toBe('–')
  })
})
