import { dayOfMoment } from './dates.ts'

/**
 * Moments by the clock in the United Kingdom, the other way round from dates.ts: from what somebody writes to ISO 8601 with
 * its offset.
 */

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The clock at a moment: "17:00". */
export const clockOfMoment = (moment: string | Date): string => clock.format(new Date(moment))

/**
 * "2027-05-03" and "17:00" as "2027-05-03T17:00:00+01:00". Undefined for a day or a time that is not there, such as 1:30 on
 * the night when clocks go forward. Of a time that comes twice it is the first, in summer time.
 */
export function londonMoment(date: string, time: string): string | undefined {
  for (const offset of ['+01:00', '+00:00']) {
    const moment = `${date}T${time}:00${offset}`
    if (Number.isNaN(Date.parse(moment))) return undefined
    if (dayOfMoment(moment) === date && clockOfMoment(moment) === time) return moment
  }
  return undefined
}

/** Three numbers as YYYY-MM-DD; undefined when there is no such day. Leading zeros may be left out. */
export function dateFrom(day: string, month: string, year: string): string | undefined {
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part.trim()))) return undefined
  const date = `${year.trim().padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return undefined
  return date
}
