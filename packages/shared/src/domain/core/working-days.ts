import { isBankHoliday, isWeekday } from './bank-holidays.ts'

/** Days of the calendar (YYYY-MM-DD) on which the Trust's office works: Monday to Friday, but for the bank holidays of England and Wales. */
const day = 86_400_000

const moved = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

const isWorkingDay = (date: string): boolean => isWeekday(date) && !isBankHoliday(date)

/** The working day that comes so many working days after a day; the first one is never that day itself. */
export function workingDaysAfter(date: string, days: number): string {
  let reached = date
  for (let left = days; left > 0; left -= isWorkingDay(reached) ? 1 : 0) reached = moved(reached, 1)
  return reached
}

/** The last working day before a day. */
export function workingDayBefore(date: string): string {
  let reached = moved(date, -1)
  while (!isWorkingDay(reached)) reached = moved(reached, -1)
  return reached
}

/** How many days of the calendar lie between two days; below 0 when the second is the earlier one. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day

/** The day so many days of the calendar later. */
export const daysAfter = moved
