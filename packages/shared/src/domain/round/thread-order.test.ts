import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stances } from './stance.ts'
import {
  compareThreads,
  likeness,
  newestFirst,
  orderName,
  orderOfName,
  placeName,
  placeOfName,
  sortKey,
  type Ordered,
  type ThreadOrder,
} from './thread-order.ts'

const thread = (number: number, replies = 0, stance?: Ordered['stance']): Ordered => ({
  number,
  replies,
  stance,
})
const said = [
  thread(1, 3, 'for'),
  thread(2, 0, 'against'),
  thread(3, 5),
  thread(4, 0, 'for'),
  thread(5, 0, 'conditional'),
  thread(6, 3, 'undecided'),
]
const inOrder = (order: ThreadOrder) =>
  said.toSorted(compareThreads(order)).map(({ number }) => number)

const orders: readonly ThreadOrder[] = [
  newestFirst,
  { by: 'oldest' },
  { by: 'most-replies' },
  ...stances.map((mine) => ({ by: 'unlike', mine }) as const),
]
const anyOrder = fc.constantFrom(...orders)
const anyThread = fc.record({
  number: fc.integer({ min: 1, max: 999 }),
  replies: fc.nat(20),
  stance: fc.option(fc.constantFrom(...stances), { nil: undefined }),
})

describe('the order of threads', () => {
  it.each<[ThreadOrder, readonly number[]]>([
    [{ by: 'newest' }, [6, 5, 4, 3, 2, 1]],
    [{ by: 'oldest' }, [1, 2, 3, 4, 5, 6]],
    [{ by: 'most-replies' }, [3, 6, 1, 5, 4, 2]],
    [{ by: 'unlike', mine: 'for' }, [5, 2, 6, 3, 4, 1]],
    [{ by: 'unlike', mine: 'against' }, [5, 4, 6, 1, 3, 2]],
  ])('of %o is %j', (order, numbers) => {
    expect(inOrder(order)).toEqual(numbers)
  })

  it('puts no two threads in the same place', () => {
    fc.assert(
      fc.property(anyOrder, anyThread, anyThread, (order, one, other) => {
        fc.pre(one.number !== other.number)
        const there = compareThreads(order)(one, other)
        expect(there).not.toBe(0)
        expect(Math.sign(compareThreads(order)(other, one))).toBe(-Math.sign(there))
      }),
    )
  })

  it('brings whoever is of another mind before whoever says nothing, and the like-minded last', () => {
    expect([
      likeness('against', 'for'),
      likeness(undefined, 'for'),
      likeness('for', 'for'),
    ]).toEqual([0, 1, 2])
  })
})

describe('an order in an address', () => {
  it('has one name, which is read again', () => {
    for (const order of orders) expect(orderOfName(orderName(order))).toEqual(order)
    expect(orders.map(orderName)).toContain('unlike-conditional')
  })

  it.each(['', 'newest-', 'unlike', 'unlike-', 'unlike-maybe', 'Newest', 'best'])(
    'is nothing for %j',
    (name) => {
      expect(orderOfName(name)).toBeUndefined()
    },
  )

  it('begins a page after a thread, whose key is read again from the address', () => {
    fc.assert(
      fc.property(anyOrder, anyThread, (order, last) => {
        expect(placeOfName(order, placeName(order, last))).toEqual(sortKey(order, last))
      }),
    )
    expect(placeName({ by: 'unlike', mine: 'for' }, thread(41, 3, 'against'))).toBe('0-3-41')
  })

  it.each<[ThreadOrder, string]>([
    [newestFirst, ''],
    [newestFirst, '1-2'],
    [newestFirst, '01'],
    [newestFirst, '-4'],
    [newestFirst, '1e3'],
    [newestFirst, '9999999999'],
    [{ by: 'most-replies' }, '4'],
    [{ by: 'unlike', mine: 'for' }, '1-2'],
  ])('is no place in %o for %j', (order, name) => {
    expect(placeOfName(order, name)).toBeUndefined()
  })
})
