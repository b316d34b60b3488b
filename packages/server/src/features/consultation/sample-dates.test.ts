import { readFileSync } from 'node:fs'
import { statusOf, type Consultation } from '@takepart/shared/domain/consultation/consultation'
import { describe, expect, it } from 'vitest'
import { daysSinceSample } from '../../sample-days.ts'
import { shiftDates } from './sample-dates.ts'

const read = (name: string): Consultation =>
  JSON.parse(
    readFileSync(new URL(`../../../sample/${name}.json`, import.meta.url), 'utf8'),
  ) as Consultation

const names = [
  'mental-health-help-in-the-community',
  'letters-and-messages',
  'leaving-hospital',
] as const
const open = read('mental-health-help-in-the-community')
const weeks = (count: number): number => count * 7

/** Every string in a document that is a date or a time, by its place. */
function datesIn(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? [[place, value]] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => datesIn(inner, `${place}/${key}`))
}

describe('shiftDates', () => {
  it.each(names)('moves every date in %s and nothing else', (name) => {
    const before = read(name)
    const after = shiftDates(before, weeks(10))
    const moved = new Map(datesIn(after))
    expect(datesIn(before).length).toBeGreaterThan(2)
    for (const [place, date] of datesIn(before)) {
      const days =
        (Date.parse(moved.get(place)?.slice(0, 10) ?? '') - Date.parse(date.slice(0, 10))) /
        86_400_000
      expect([place, days]).toEqual([place, 70])
    }
    const withoutDates = (document: Consultation): string =>
      JSON.stringify(document).replaceAll(/"\d{4}-\d{2}-\d{2}[^"]*"/g, '""')
    expect(withoutDates(after)).toBe(withoutDates(before))
  })

  it('keeps 5 pm in London at 5 pm when the move crosses into summer time, and back again', () => {
    expect(open.closesAt).toBe('2027-02-14T17:00:00+00:00')
    const summer = shiftDates(open, weeks(20))
    expect(summer.closesAt).toBe('2027-07-04T17:00:00+01:00')
    expect(shiftDates(summer, weeks(-20)).closesAt).toBe(open.closesAt)
  })

  it('moves by the day in London, not by the day in Greenwich, for a time just after midnight in summer', () => {
    const midnight = { ...open, closesAt: '2027-07-04T00:30:00+01:00' }
    expect(shiftDates(midnight, weeks(30)).closesAt).toBe('2028-01-30T00:30:00+00:00')
  })

  it('keeps the day of the week', () => {
    const weekday = (time: string): number => new Date(`${time.slice(0, 10)}T12:00:00Z`).getUTCDay()
    for (const days of [1, 6, 100, 365, 1000]) {
      const moved = shiftDates(open, days)
      expect([weekday(moved.opensAt), weekday(moved.promise.by)]).toEqual([
        weekday(open.opensAt),
        weekday(open.promise.by),
      ])
    }
  })

  it('rounds down to whole weeks, backwards too', () => {
    expect(shiftDates(open, 6)).toEqual(open)
    expect(shiftDates(open, 13).opensAt).toBe('2026-11-09T09:00:00+00:00')
    expect(shiftDates(open, -1).opensAt).toBe('2026-10-26T09:00:00+00:00')
  })

  it('leaves the document it was given as it was', () => {
    const before = JSON.stringify(open)
    shiftDates(open, weeks(3))
    expect(JSON.stringify(open)).toBe(before)
  })
})

describe('daysSinceSample', () => {
  it.each([
    ['2026-11-22T00:00:00Z', 0],
    ['2026-11-22T23:59:59Z', 0],
    ['2027-11-22T08:00:00Z', 365],
    ['2026-11-21T23:00:00Z', -1],
  ])('counts whole days to %s', (now, days) => {
    expect(daysSinceSample(new Date(now))).toBe(days)
  })
})

describe('the sample, on whatever day it is loaded', () => {
  const laterBy = [0, 1, 5, 6, 7, 127, 128, 200, 365, 366, 730, 3000, -3, -400]
  it.each(laterBy)(
    'has one open, one concluded and one still to come %i days after it was written',
    (days) => {
      const now = new Date(Date.parse('2026-11-22T13:00:00Z') + days * 86_400_000)
      const statuses = names.map((name) =>
        statusOf(shiftDates(read(name), daysSinceSample(now)), now),
      )
      expect(statuses).toEqual(['open', 'concluded', 'scheduled'])
    },
  )
})
