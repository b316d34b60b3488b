import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupWaiting, howLongWords, type Waiting } from './waiting.ts'

const now = new Date('2027-02-02T10:15:00Z')
const inHours = (hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString()
const thing = (id: string, when?: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  ...(when ? { when } : {}),
  words: id,
  href: '/desk',
  act: 'Open',
  ...more,
})
const shape = (things: readonly Waiting[]) =>
  groupWaiting(things, now).map(({ part, things: inside }) => [part, inside.map(({ id }) => id)])

describe('groupWaiting', () => {
  it('puts what hurts first first, the earliest before the later, and what has no time last', () => {
    expect(
      shape([
        thing('no time'),
        thing('next month', inHours(30 * 24)),
        thing('in 3 days', inHours(72)),
        thing('in 5 hours', inHours(5)),
        thing('in 2 hours', inHours(2)),
        thing('late', inHours(-1)),
        thing('urgent in 2 days', inHours(48), { urgent: true }),
        thing('urgent without a time', undefined, { urgent: true }),
      ]),
    ).toEqual([
      ['now', ['late', 'urgent in 2 days', 'urgent without a time']],
      ['today', ['in 2 hours', 'in 5 hours']],
      ['this-week', ['in 3 days']],
      ['later', ['next month', 'no time']],
    ])
  })

  it.each([
    [0, 'now'],
    [0.001, 'today'],
    [24, 'today'],
    [24.001, 'this-week'],
    [168, 'this-week'],
    [168.001, 'later'],
  ])('takes what is due in %d hours as "%s"', (hours, part) => {
    expect(shape([thing('x', inHours(hours))])).toEqual([[part, ['x']]])
  })

  it('has no parts without things', () => {
    expect(groupWaiting([], now)).toEqual([])
  })

  it('keeps everything, once, in the same order whatever order it came in', () => {
    const many = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        hours: fc.option(fc.integer({ min: -100, max: 2_000 })),
        urgent: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(many, (given) => {
        const things = given.map(({ id, hours, urgent }) =>
          thing(id, hours === null ? undefined : inHours(hours), urgent ? { urgent } : {}),
        )
        const all = shape(things)
        expect(all.flatMap(([, ids]) => ids).toSorted()).toEqual(
          given.map(({ id }) => id).toSorted(),
        )
        expect(shape(things.toReversed())).toEqual(all)
      }),
    )
  })
})

describe('howLongWords', () => {
  it.each([
    [0, '0 minutes'],
    [59_999, '0 minutes'],
    [60_000, '1 minute'],
    [119 * 60_000, '119 minutes'],
    [120 * 60_000, '2 hours'],
    [47.9 * 3_600_000, '47 hours'],
    [48 * 3_600_000, '2 days'],
    [13.9 * 86_400_000, '13 days'],
    [14 * 86_400_000, '2 weeks'],
  ])('%d ms: %s', (milliseconds, words) => {
    expect(howLongWords(milliseconds)).toBe(words)
  })
})
