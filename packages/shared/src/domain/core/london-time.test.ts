import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOfMoment, dateFrom, londonMoment } from './london-time.ts'
import { dayOfMoment } from './dates.ts'
import { isUuid, uuidFrom } from './ids.ts'

describe('londonMoment', () => {
  it.each([
    ['2027-02-14', '17:00', '2027-02-14T17:00:00+00:00'],
    ['2027-07-14', '17:00', '2027-07-14T17:00:00+01:00'],
    ['2027-03-28', '00:30', '2027-03-28T00:30:00+00:00'],
    ['2027-03-28', '02:00', '2027-03-28T02:00:00+01:00'],
    ['2027-10-31', '01:30', '2027-10-31T01:30:00+01:00'],
    ['2027-10-31', '02:00', '2027-10-31T02:00:00+00:00'],
  ])('reads %s %s', (date, time, moment) => {
    expect(londonMoment(date, time)).toBe(moment)
  })

  it('knows no time that the clock skips, and no day that there is not', () => {
    expect(londonMoment('2027-03-28', '01:30')).toBeUndefined()
    expect(londonMoment('2027-02-30', '12:00')).toBeUndefined()
    expect(londonMoment('soon', '12:00')).toBeUndefined()
  })

  it('gives back the day and the clock that were written', () => {
    const anyMoment = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(anyMoment, (date) => {
        const [day, time] = [dayOfMoment(date), clockOfMoment(date)]
        const moment = londonMoment(day, time) ?? ''
        expect([dayOfMoment(moment), clockOfMoment(moment)]).toEqual([day, time])
      }),
    )
  })
})

describe('dateFrom', () => {
  it.each([
    ['1', '2', '2027', '2027-02-01'],
    [' 28', '02', '2027', '2027-02-28'],
    ['29', '2', '2028', '2028-02-29'],
    ['29', '2', '2027', undefined],
    ['0', '2', '2027', undefined],
    ['1', '13', '2027', undefined],
    ['', '2', '2027', undefined],
    ['x', '2', '2027', undefined],
  ])('reads %s %s %s', (day, month, year, date) => {
    expect(dateFrom(day, month, year)).toBe(date)
  })
})

describe('uuidFrom', () => {
  it('makes a UUID of any bytes, another of others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        expect(isUuid(uuidFrom(bytes))).toBe(true)
      }),
    )
    expect(uuidFrom(new Uint8Array(16))).toBe('00000000-0000-4000-8000-000000000000')
  })
})
