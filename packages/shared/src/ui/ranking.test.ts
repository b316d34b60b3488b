import { describe, expect, it } from 'vitest'
import { moveItem, placeWords } from './ranking.ts'

describe('moveItem', () => {
  it.each([
    ['up gives an item without a place the last one', ['a'], 'b', 'up', ['a', 'b']],
    ['up changes places with the one before', ['a', 'b', 'c'], 'c', 'up', ['a', 'c', 'b']],
    ['up leaves the first where it is', ['a', 'b'], 'a', 'up', ['a', 'b']],
    ['down changes places with the one after', ['a', 'b', 'c'], 'a', 'down', ['b', 'a', 'c']],
    ['down takes its place from the last', ['a', 'b'], 'b', 'down', ['a']],
    ['down leaves an item without a place where it is', ['a'], 'b', 'down', ['a']],
  ] as const)('%s', (_name, order, value, move, after) =>
    expect(moveItem(order, value, move)).toEqual(after),
  )

  it('keeps every item once through any presses', () => {
    let order: readonly string[] = []
    for (const [value, move] of [
      ['a', 'up'],
      ['b', 'up'],
      ['c', 'up'],
      ['b', 'down'],
      ['a', 'down'],
      ['c', 'up'],
      ['b', 'down'],
      ['b', 'up'],
    ] as const) {
      order = moveItem(order, value, move)
      expect(new Set(order).size).toBe(order.length)
    }
    expect([...order].sort()).toEqual(['a', 'b', 'c'])
  })
})

describe('placeWords', () => {
  it('says the place out of all, or that there is none', () => {
    expect([placeWords(['b', 'a'], 'a', 6), placeWords(['b'], 'a', 6)]).toEqual([
      '2 of 6',
      'Not placed yet',
    ])
  })
})
