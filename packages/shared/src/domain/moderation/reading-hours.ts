import { dayOfMoment } from '../core/dates.ts'

/**
 * When people at the Trust read what is written, and what is said of it beside every place where somebody writes.
 * Hours are of the clock in the United Kingdom, `from` included and `until` excluded.
 */
export interface ReadingHours {
  readonly from: number
  readonly until: number
  /** Also on Saturday and Sunday. */
  readonly everyDay: boolean
  /** Within how many hours people are told it is usually read. */
  readonly usuallyWithin: number
}

/** Until a Trust says otherwise. */
export const firstReadingHours: ReadingHours = {
  from: 8,
  until: 20,
  everyDay: true,
  usuallyWithin: 4,
}

/** Whether somebody reads at this moment, and if not, when they begin again. */
export type Reading =
  | { readonly open: true; readonly until: number }
  | { readonly open: false; readonly from: number; readonly when: 'today' | 'tomorrow' | 'monday' }

const hourInLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
})

export function readingAt(hours: ReadingHours, now: Date): Reading {
  const hour = Number(hourInLondon.format(now))
  const weekday = new Date(`${dayOfMoment(now)}T00:00:00Z`).getUTCDay()
  const worked = (day: number): boolean => hours.everyDay || (day % 7 !== 0 && day % 7 !== 6)
  if (worked(weekday) && hour >= hours.from && hour < hours.until)
    return { open: true, until: hours.until }
  if (worked(weekday) && hour < hours.from) return { open: false, from: hours.from, when: 'today' }
  return {
    open: false,
    from: hours.from,
    when: worked(weekday + 1) ? 'tomorrow' : 'monday',
  }
}
