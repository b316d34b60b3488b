import { describe, expect, it } from 'vitest'
import { roundedCount } from './acknowledgement.ts'

describe('roundedCount', () => {
  it.each([
    [0, undefined],
    [1, undefined],
    [7, undefined],
    [8, 10],
    [10, 10],
    [12, 10],
    [13, 15],
    [17, 15],
    [18, 20],
    [1_002, 1_000],
  ])('shows %i as %j', (count, shown) => {
    expect(roundedCount(count)).toBe(shown)
  })

  it('never lets one press be seen by itself just above the threshold', () => {
    for (const count of [8, 9, 10, 11, 12]) expect(roundedCount(count)).toBe(10)
  })
})
