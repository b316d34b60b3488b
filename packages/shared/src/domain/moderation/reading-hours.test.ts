import { describe, expect, it } from 'vitest'
import { firstReadingHours, readingAt } from './reading-hours.ts'

describe('readingAt', () => {
  const weekdays = { ...firstReadingHours, from: 9, until: 17, everyDay: false }

  it.each([
    // Every day from 8 to 20, in winter: the clock is UTC.
    [firstReadingHours, '2027-02-01T07:59:00Z', { open: false, from: 8, when: 'today' }],
    [firstReadingHours, '2027-02-01T08:00:00Z', { open: true, until: 20 }],
    [firstReadingHours, '2027-02-01T19:59:59Z', { open: true, until: 20 }],
    [firstReadingHours, '2027-02-01T20:00:00Z', { open: false, from: 8, when: 'tomorrow' }],
    [firstReadingHours, '2027-02-06T12:00:00Z', { open: true, until: 20 }],
    [firstReadingHours, '2027-02-01T00:00:00Z', { open: false, from: 8, when: 'today' }],
    // In summer an hour ahead of UTC.
    [firstReadingHours, '2027-07-01T07:00:00Z', { open: true, until: 20 }],
    [firstReadingHours, '2027-07-01T19:00:00Z', { open: false, from: 8, when: 'tomorrow' }],
    // Monday to Friday: 5 February 2027 is a Friday.
    [weekdays, '2027-02-05T16:59:00Z', { open: true, until: 17 }],
    [weekdays, '2027-02-05T17:00:00Z', { open: false, from: 9, when: 'monday' }],
    [weekdays, '2027-02-06T12:00:00Z', { open: false, from: 9, when: 'monday' }],
    [weekdays, '2027-02-07T12:00:00Z', { open: false, from: 9, when: 'tomorrow' }],
    [weekdays, '2027-02-08T08:00:00Z', { open: false, from: 9, when: 'today' }],
    [weekdays, '2027-02-04T18:00:00Z', { open: false, from: 9, when: 'tomorrow' }],
  ])('%j at %s: %j', (hours, now, expected) => {
    expect(readingAt(hours, new Date(now))).toEqual(expected)
  })
})
