import { describe, expect, it } from 'vitest'
import { smallConsultation } from '../../test-support/sample-response.ts'
import { createVersionCache } from './version-cache.ts'

describe('createVersionCache', () => {
  const version = (number: number) => ({ number, consultation: smallConsultation() })

  it('finds a version by slug and number, and the number that was noted last', () => {
    const cache = createVersionCache()
    cache.keep('a', 1, version(1))
    cache.keep('a', 2, version(2))
    cache.noteNewest('a', 1)
    cache.noteNewest('a', 2)
    expect([cache.find('a', 1)?.number, cache.find('a', 2)?.number]).toEqual([1, 2])
    expect([cache.find('a', 3), cache.find('b', 1)]).toEqual([undefined, undefined])
    expect([cache.guessNewest('a'), cache.guessNewest('b')]).toEqual([2, undefined])
  })

  it('keeps a hundred, and of more those that were used last', () => {
    const cache = createVersionCache()
    for (let number = 1; number <= 100; number += 1) cache.keep('a', number, version(number))
    expect(cache.find('a', 1)).toBeDefined()
    cache.keep('a', 101, version(101))
    expect(cache.find('a', 1), 'used a moment ago').toBeDefined()
    expect(cache.find('a', 2)).toBeUndefined()
  })
})
