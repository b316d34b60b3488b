import { describe, expect, it } from 'vitest'
import { moveItem, moveWords, placeWords } from './ranking.ts'

describe('moveItem', () => {
  it.each([
    ['add gives an item the last place', ['a'], 'b', 'add', ['a', 'b']],
    ['add leaves an item that is in the list', ['a', 'b'], 'a', 'add', ['a', 'b']],
    ['up changes places with the one before', ['a', 'b', 'c'], 'c', 'up', ['a', 'c', 'b']],
    ['up leaves the first where it is', ['a', 'b'], 'a', 'up', ['a', 'b']],
    ['up leaves an item that is not in the list', ['a'], 'b', 'up', ['a']],
    ['down changes places with the one after', ['a', 'b', 'c'], 'a', 'down', ['b', 'a', 'c']],
    ['down leaves the last where it is', ['a', 'b'], 'b', 'down', ['a', 'b']],
    ['remove takes an item out of the list', ['a', 'b', 'c'], 'b', 'remove', ['a', 'c']],
    ['remove leaves an item that is not in the list', ['a'], 'b', 'remove', ['a']],
  ] as const)('%s', (_name, order, value, move, after) =>
    expect(moveItem(order, value, move)).toEqual(after),
  )

  it('keeps every item once through any presses', () => {
    let order: readonly string[] = []
    for (const [value, move] of [
      ['a', 'add'],
      ['b', 'add'],
      ['c', 'add'],
      ['b', 'down'],
      ['a', 'down'],
      ['c', 'up'],
      ['b', 'remove'],
      ['b', 'add'],
    ] as const) {
      order = moveItem(order, value, move)
      expect(new Set(order).size).toBe(order.length)
    }
    expect([...order].sort()).toEqual(['a', 'b', 'c'])
  })
})

describe('placeWords', () => {
  it('says the place in the list, and nothing of what is not in it', () => {
    expect([placeWords(['b', 'a'], 'a'), placeWords(['b'], 'a')]).toEqual(['2 of 2', ''])
  })
})

describe('moveWords', () => {
  it('says where an item is now', () => {
    expect([
      moveWords('Parking', ['bus', 'parking'], 'parking'),
      moveWords('Parking', ['bus'], 'parking'),
    ]).toEqual(['Parking: 2 of 2 in your list', 'Parking is not in your list'])
  })
})
