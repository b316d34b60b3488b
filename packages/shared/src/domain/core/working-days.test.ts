import { describe, expect, it } from 'vitest'
import { daysAfter, daysBetween, workingDayBefore, workingDaysAfter } from './working-days.ts'

describe('workingDaysAfter', () => {
  it.each([
    ['2027-05-10', 1, '2027-05-11', 'a Monday'],
    ['2027-05-10', 5, '2027-05-17', 'over a weekend'],
    ['2027-05-14', 1, '2027-05-17', 'from a Friday'],
    ['2027-05-15', 1, '2027-05-17', 'from a Saturday'],
    ['2027-05-16', 5, '2027-05-21', 'from a Sunday'],
    [
      '2027-12-30',
      2,
      '2028-01-04',
      'into the next year, whose first day is made up for on the Monday',
    ],
    ['2026-12-24', 1, '2026-12-29', 'over Christmas, with Boxing Day on a Saturday'],
    ['2027-03-25', 5, '2027-04-05', 'over Easter'],
    ['2027-05-28', 1, '2027-06-01', 'over the bank holiday of spring'],
    ['2028-02-28', 1, '2028-02-29', 'in a leap year'],
    ['2027-10-30', 1, '2027-11-01', 'over the night the clocks change'],
  ])('after %s, %i of them: %s (%s)', (from, days, to) =>
    expect(workingDaysAfter(from, days)).toBe(to),
  )

  it('stays on the day for none', () =>
    expect(workingDaysAfter('2027-05-15', 0)).toBe('2027-05-15'))
})

describe('workingDayBefore', () => {
  it.each([
    ['2027-05-11', '2027-05-10'],
    ['2027-05-10', '2027-05-07'],
    ['2027-05-09', '2027-05-07'],
    ['2027-05-08', '2027-05-07'],
    ['2027-05-04', '2027-04-30'],
    ['2027-03-30', '2027-03-25'],
  ])('before %s: %s', (date, before) => expect(workingDayBefore(date)).toBe(before))
})

describe('days of the calendar', () => {
  it('are counted between two days, and after one', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
    expect(daysBetween('2027-03-29', '2027-03-27')).toBe(-2)
    expect(daysAfter('2027-12-31', 1)).toBe('2028-01-01')
    expect(daysAfter('2027-05-10', 0)).toBe('2027-05-10')
  })
})
