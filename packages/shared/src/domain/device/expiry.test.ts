import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLongSeen, seenAgain, type Sighting } from './expiry.ts'

const row = { id: 'one', revision: 4 }
/** What is known after the app was opened at these times, one after the other. */
const openedAt = (...times: readonly string[]): Sighting => {
  let sighting: Sighting | undefined
  for (const time of times) sighting = seenAgain(sighting, row, new Date(time))
  return sighting as Sighting
}
const weeks = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, week) =>
    new Date(Date.parse(from) + week * 7 * 86_400_000).toISOString(),
  )

describe('how long a record was seen', () => {
  it.each([
    ['seen once', ['2027-01-15T10:00:00Z'], 0],
    ['seen again a day later', ['2027-01-15T10:00:00Z', '2027-01-16T10:00:00Z'], 1],
    ['seen twice in a morning', ['2027-01-15T10:00:00Z', '2027-01-15T16:00:00Z'], 0.25],
    ['seen again after 30 days', ['2027-01-01T00:00:00Z', '2027-01-31T00:00:00Z'], 30],
    ['seen again after 31 days', ['2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z'], 30],
    ['clock put right from 2020', ['2020-01-01T00:00:00Z', '2027-01-15T10:00:00Z'], 30],
    ['clock put back from 2028', ['2028-01-15T10:00:00Z', '2027-01-15T10:00:00Z'], 0],
    [
      'clock a year ahead for one visit',
      ['2027-01-15T00:00:00Z', '2028-01-15T00:00:00Z', '2027-01-16T00:00:00Z'],
      30,
    ],
  ])('%s: %s', (_, times, days) => {
    expect(openedAt(...times).days).toBe(days)
  })

  it('begins again when the record was written to', () => {
    const before = openedAt(...weeks('2027-01-01T00:00:00Z', 20))
    const after = seenAgain(before, { ...row, revision: 5 }, new Date('2027-06-01T00:00:00Z'))
    expect(after).toEqual({
      id: 'one',
      revision: 5,
      seenAt: '2027-06-01T00:00:00.000Z',
      days: 0,
    })
  })

  it('is not lost to a time that cannot be read', () => {
    const broken = { ...openedAt('2027-01-15T10:00:00Z'), seenAt: 'soon', days: 12 }
    expect(seenAgain(broken, row, new Date('2027-01-20T10:00:00Z'))).toMatchObject({
      seenAt: '2027-01-20T10:00:00.000Z',
      days: 12,
    })
  })
})

describe('isLongSeen', () => {
  it.each([
    ['13 weeks', 13, false],
    ['14 weeks', 14, true],
  ])('with an opening a week, over %s: %s', (_, count, is) => {
    expect(isLongSeen(openedAt(...weeks('2027-01-01T00:00:00Z', count)))).toBe(is)
  })

  it('never comes of two steps of the clock, whatever they are, nor of three', () => {
    const time = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 4 }), (times) => {
        expect(isLongSeen(openedAt(...times.map((one) => one.toISOString())))).toBe(false)
      }),
    )
  })

  it('comes in the end, however seldom somebody opens the app', () => {
    const years = ['2027', '2028', '2029', '2030', '2031'].map((year) => `${year}-01-01T00:00:00Z`)
    expect(years.map((_, at) => isLongSeen(openedAt(...years.slice(0, at + 1))))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })
})
