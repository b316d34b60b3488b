import { describe, expect, it } from 'vitest'
import { clockWords, dateWords, dayOfMomentWords, minutesWords, momentWords, timeLeftWords } from './dates.ts'

describe('momentWords', () => {
  it('says the day and the time by the clock in the United Kingdom, in winter and in summer', () => {
    expect(momentWords('2027-02-14T17:00:00+00:00')).toBe('Sunday 14 February 2027 at 5 pm')
    expect(momentWords('2027-07-01T16:00:00Z')).toBe('Thursday 1 July 2027 at 5 pm')
    expect(momentWords(new Date('2027-06-30T23:30:00Z'))).toBe('Thursday 1 July 2027 at 12:30 am')
  })
})

describe('clockWords', () => {
  it.each([
    ['2027-02-14T17:30:00Z', '5:30 pm'],
    ['2027-02-14T09:05:00Z', '9:05 am'],
    ['2027-02-14T12:00:00Z', 'midday'],
    ['2027-02-14T12:15:00Z', '12:15 pm'],
    ['2027-02-14T23:59:00Z', '11:59 pm'],
    ['2027-02-14T00:00:00Z', 'midnight, as that day begins'],
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

describe('timeLeftWords', () => {
  const closes = '2027-02-14T17:00:00+00:00'
  it.each([
    ['2026-11-22T09:00:00Z', '12 weeks left'],
    ['2027-01-31T18:00:00Z', '2 weeks left'],
    ['2027-02-01T00:00:00Z', '13 days left'],
    ['2027-02-12T23:59:00Z', '2 days left'],
    ['2027-02-13T23:59:00Z', '1 day left'],
    ['2027-02-14T00:01:00Z', 'today at 5 pm'],
    ['2027-02-14T16:59:59Z', 'today at 5 pm'],
  ])('at %s says %s', (now, words) => expect(timeLeftWords(closes, new Date(now))).toBe(words))

  it('says nothing from the moment of closing on', () => {
    expect(timeLeftWords(closes, new Date(closes))).toBeUndefined()
    expect(timeLeftWords(closes, new Date('2028-01-01T00:00:00Z'))).toBeUndefined()
  })

  it('counts days of the calendar across the change of the clocks', () => {
    expect(timeLeftWords('2027-03-29T09:00:00+01:00', new Date('2027-03-27T23:30:00Z'))).toBe('2 days left')
  })
})

describe('minutesWords', () => {
  it('knows one from many', () => expect([minutesWords(1), minutesWords(12)]).toEqual(['1 minute', '12 minutes']))
})
