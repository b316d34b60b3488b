import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeOf } from './byte-range.ts'

describe('rangeOf', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-0', { from: 0, to: 0 }],
    ['bytes=0-', { from: 0, to: 99 }],
    ['BYTES=10-19', { from: 10, to: 19 }],
    ['bytes=90-1000', { from: 90, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-1000', { from: 0, to: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=5-4', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,5-6', undefined],
    ['bytes=a-b', undefined],
    ['items=0-1', undefined],
    ['bytes=99999999999999999999-', undefined],
  ])('reads %s', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range)
  })

  it('never gives what is not there', () => {
    const number = fc.oneof(fc.constant(''), fc.nat(300).map(String), fc.string())
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 200 }), (first, last, bytes) => {
        const range = rangeOf(`bytes=${first}-${last}`, bytes)
        if (typeof range === 'object')
          expect(range.from >= 0 && range.from <= range.to && range.to < bytes).toBe(true)
      }),
    )
  })
})
