import { describe, expect, it } from 'vitest'
import { systemRandom } from './context.ts'
import { makeReference } from './reference.ts'

describe('makeReference', () => {
  it('makes four letters and four digits that spell nothing', () => {
    for (let made = 0; made < 500; made += 1)
      expect(makeReference(systemRandom)).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-\d{4}$/)
  })

  it('draws every letter and digit about equally often', () => {
    const counts = new Map<string, number>()
    for (let made = 0; made < 5000; made += 1)
      for (const mark of makeReference(systemRandom)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    for (const letter of 'BCDFGHJKLMNPQRSTVWXZ')
      expect(counts.get(letter)).toSatisfy((count: number) => count > 800 && count < 1200)
    for (const digit of '0123456789')
      expect(counts.get(digit)).toSatisfy((count: number) => count > 1700 && count < 2300)
  })

  it('draws again what would favour some', () => {
    const bytes = [255, 21, 0, 0, 0, 250, 251, 11, 0, 0, 0, 0, 0, 0, 0, 0]
    expect(makeReference(() => new Uint8Array(bytes))).toBe('CBBB-1000')
  })

  it('fails rather than draw from nothing', () =>
    expect(() => makeReference(() => new Uint8Array())).toThrow('random bytes'))
})
