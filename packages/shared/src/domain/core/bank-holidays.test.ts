import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankHolidaysOf, isBankHoliday } from './bank-holidays.ts'

describe('the bank holidays of England and Wales', () => {
  // As “holidays” 0.x for Python gives them, which follows the lists of gov.uk: not worked out by this program.
  it.each([
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    [2029, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
    [2030, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
  ])('of %i', (year, days) =>
    expect(
      bankHolidaysOf(year)
        .map((day) => day.slice(5))
        .join(' '),
    ).toBe(days),
  )

  it.each([
    [
      2020,
      '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
      'the one of early May moved for VE Day',
    ],
    [
      2022,
      '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
      'the one of spring moved, a jubilee, a state funeral, and Christmas on a Sunday',
    ],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26', 'a coronation'],
  ])('of %i were %s: %s', (year, days) =>
    expect(
      bankHolidaysOf(year)
        .map((day) => day.slice(5))
        .join(' '),
    ).toBe(days),
  )

  it.each([
    ['2024-03-29', '2024-04-01'],
    ['2038-04-23', '2038-04-26'],
    ['2285-03-20', '2285-03-23'],
    ['2019-04-19', '2019-04-22'],
  ])('stand on both sides of Easter, early or late: %s and %s', (friday, monday) => {
    expect(isBankHoliday(friday)).toBe(true)
    expect(isBankHoliday(monday)).toBe(true)
  })

  it.each([
    ['2027-12-25', '2027-12-27'],
    ['2027-12-26', '2027-12-28'],
    ['2033-12-25', '2033-12-27'],
    ['2033-01-01', '2033-01-03'],
  ])('are on another day where they would be on a weekend: %s is on %s', (date, instead) => {
    expect(isBankHoliday(date)).toBe(false)
    expect(isBankHoliday(instead)).toBe(true)
  })

  it('are not those of Scotland or of Northern Ireland', () => {
    for (const day of ['2026-01-02', '2026-08-03', '2026-11-30', '2026-03-17', '2026-07-13'])
      expect(isBankHoliday(day)).toBe(false)
  })

  it('are eight different weekdays in every year to come, three of them in a Monday’s week in May or August', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2026, max: 2400 }), (year) => {
        const days = bankHolidaysOf(year)
        const weekdays = days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay())
        expect(new Set(days).size).toBe(8)
        expect(days.every((day) => day.startsWith(`${year}-`))).toBe(true)
        expect(weekdays.every((weekday) => weekday > 0 && weekday < 6)).toBe(true)
        expect(
          days.filter((day, index) => /-0[58]-/.test(day) && weekdays[index] === 1),
        ).toHaveLength(3)
        expect(days).toEqual([...days].sort())
      }),
    )
  })
})
