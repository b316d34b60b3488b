import { describe, expect, it } from 'vitest'
import { figures } from './figures.ts'

describe('figures', () => {
  it.each([0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 123_456_789, -1, -1000, -999])(
    'writes %d as the locale does',
    (whole) => {
      expect(figures(whole)).toBe(whole.toLocaleString('en-GB'))
    },
  )
})
