import { describe, expect, it } from 'vitest'
import { timeLeftWords } from './time-left.ts'

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
    expect(timeLeftWords('2027-03-29T09:00:00+01:00', new Date('2027-03-27T23:30:00Z'))).toBe(
      '2 days left',
    )
  })
})
