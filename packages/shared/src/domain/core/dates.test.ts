import { describe, expect, it } from 'vitest'
import { clockWords, dateWords, dayOfMomentWords, minutesWords, momentWords } from './dates.ts'

describe('momentWords', () => {
  it('says the day and the time by the clock in the United Kingdom, in winter and in summer', () => {
    expect(momentWords('2027-02-14T17:00:00+00:00')).toBe('Sunday 14 February 2027 at 5 pm')
    expect(momentWords('2027-07-01T16:00:00Z')).toBe('Thursday 1 July 2027 at 5 pm')
    expect(momentWords(new Date('2027-06-30T23:30:00Z'))).toBe('Thursday 1 July 2027 at 12:30 am')
    expect(momentWords('2027-06-30T23:00:00Z')).toBe(
      'Thursday 1 July 2027 at midnight, as that day begins',
    )
  })
})

describe('clockWords', () => {
  it.each([
    ['2027-02-14T17:30:00Z', '5:30 pm'],
    ['2027-02-14T09:05:00Z', '9:05 am'],
    ['2027-02-14T12:00:00Z', 'midday'],
    ['2027-02-14T12:15:00Z', '12:15 pm'],
    ['2027-02-14T23:59:00Z', '11:59 pm'],
    ['2027-02-14T00:00:00Z', 'midnight'],
  ])('reads %s as %s', (moment, words) => expect(clockWords(moment)).toBe(words))
})

describe('dates without a time', () => {
  it('keep their day, whatever the clock', () => {
    expect(dateWords('2027-05-07')).toBe('7 May 2027')
    expect(dateWords('2027-07-01')).toBe('1 July 2027')
  })

  it('come from a moment by the clock in the United Kingdom', () => {
    expect(dayOfMomentWords('2027-06-30T23:30:00Z')).toBe('1 July 2027')
  })
})

describe('minutesWords', () => {
  it('knows one from many', () =>
    expect([minutesWords(1), minutesWords(12)]).toEqual(['1 minute', '12 minutes']))
})
