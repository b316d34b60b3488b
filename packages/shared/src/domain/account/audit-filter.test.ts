import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  auditAddress,
  auditFilterIn,
  dayTyped,
  idIn,
  isDayEmpty,
  typedDayOf,
} from './audit-filter.ts'

const read = (address: string) => {
  const search = new URLSearchParams(address.split('?')[1] ?? '')
  const { typedDay: _, ...filter } = auditFilterIn((name) => search.get(name))
  return filter
}

describe('dayTyped', () => {
  it.each([
    [['14', '2', '2027'], '2027-02-14'],
    [[' 1 ', '12', '2026'], '2026-12-01'],
    [['29', '2', '2028'], '2028-02-29'],
    [['29', '2', '2027'], undefined],
    [['31', '4', '2027'], undefined],
    [['0', '4', '2027'], undefined],
    [['1', '13', '2027'], undefined],
    [['1', '1', '27'], undefined],
    [['1', '1', '1899'], undefined],
    [['1', '', '2027'], undefined],
    [['one', '1', '2027'], undefined],
    [['1e1', '1', '2027'], undefined],
  ])('%j is %s', ([day = '', month = '', year = ''], iso) => {
    expect(dayTyped({ day, month, year })).toBe(iso)
  })

  it('takes every day of the calendar as it is written out', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10)
          expect(dayTyped(typedDayOf(iso))).toBe(iso)
        },
      ),
    )
  })

  it('knows when nothing is typed', () => {
    expect(isDayEmpty({ day: ' ', month: '', year: '' })).toBe(true)
    expect(isDayEmpty({ day: '', month: '', year: '2' })).toBe(false)
  })
})

describe('the address of entries', () => {
  it('says what it was made from', () => {
    const filter = {
      actor: 'staff:0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
      verb: 'staff.change-roles',
      thing: 'consultation:0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
      day: '2027-02-14',
      before: 812,
    }
    expect(read(auditAddress(filter))).toEqual(filter)
    expect(auditAddress({})).toBe('/desk/audit')
  })

  it.each([
    'who=staff:x%27%20or%201=1',
    'did=suspend',
    'did=staff.suspend%0A',
    'thing=%3Cscript%3E',
    'before=-1',
    'before=1e9',
    'day_day=31&day_month=2&day_year=2027',
  ])('leaves out %s', (search) => {
    expect(read(`/desk/audit?${search}`)).toEqual({})
  })

  it('keeps what was typed of a day that is none, so that it can be mended', () => {
    const search = new URLSearchParams('day_day=31&day_month=2&day_year=2027')
    expect(auditFilterIn((name) => search.get(name)).typedDay).toEqual({
      day: '31',
      month: '2',
      year: '2027',
    })
  })
})

describe('idIn', () => {
  it('finds an id that can be looked up, and no other word', () => {
    expect(idIn('staff:0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11')).toBe(
      '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
    )
    for (const other of ['job:publish-at-time', 'command-line', '', ':author,publisher every'])
      expect(idIn(other)).toBeUndefined()
  })
})
