/**
 * The bank holidays of England and Wales, as days YYYY-MM-DD. Scotland's and Northern Ireland's are others. They follow
 * from the Banking and Financial Dealings Act 1971 (schedule 1), from proclamations made every year (New Year's Day, the
 * first Monday in May), and from Good Friday and Christmas Day, which are holidays by custom; gov.uk/bank-holidays lists
 * those of the next two years. A holiday that falls on a weekend is made up for on the next weekday that is not one.
 */

/** What was proclaimed for one year: such a day is known only a few months or days before. A new one is a line here. */
const proclaimed: Readonly<
  Record<number, { readonly added: readonly string[]; readonly taken?: string }>
> = {
  2020: { added: ['2020-05-08'], taken: '2020-05-04' },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], taken: '2022-05-30' },
  2023: { added: ['2023-05-08'] },
}

/** The bank holidays of a year, in their order. */
export function bankHolidaysOf(year: number): readonly string[] {
  const easter = easterSunday(year)
  const byRule = [
    ...onWeekdays([dayOf(year, 1, 1)]),
    dayOf(year, 3, easter - 2),
    dayOf(year, 3, easter + 1),
    firstMondayFrom(year, 5, 1),
    firstMondayFrom(year, 5, 25),
    firstMondayFrom(year, 8, 25),
    ...onWeekdays([dayOf(year, 12, 25), dayOf(year, 12, 26)]),
  ]
  const { added = [], taken } = proclaimed[year] ?? {}
  return [...byRule.filter((day) => day !== taken), ...added].sort()
}

/** Worked out once for each year that is asked about. */
const workedOut = new Map<number, readonly string[]>()

/** True on a bank holiday of England and Wales. */
export function isBankHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4))
  const days = workedOut.get(year) ?? bankHolidaysOf(year)
  workedOut.set(year, days)
  return days.includes(date)
}

/** True from Monday to Friday. */
export function isWeekday(date: string): boolean {
  const weekday = weekdayOf(date)
  return weekday > 0 && weekday < 6
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

/** A day of the month may be below 1 or beyond its end: it is then one of the month before or after. */
const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

const firstMondayFrom = (year: number, month: number, day: number): string =>
  dayOf(year, month, day + ((8 - weekdayOf(dayOf(year, month, day))) % 7))

/** Each on its own day if that is a weekday; otherwise, in their order, on the next weekday that is free. */
function onWeekdays(days: readonly string[]): readonly string[] {
  const taken = days.filter(isWeekday)
  for (const day of days.filter((one) => !isWeekday(one))) taken.push(nextFree(day, taken))
  return taken
}

function nextFree(date: string, taken: readonly string[]): string {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return isWeekday(next) && !taken.includes(next) ? next : nextFree(next, taken)
}

/** Easter Sunday as a day of March, up to 56 (25 April): the Gregorian calendar's rule, as Oudin worked it out in 1940. */
function easterSunday(year: number): number {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const epact =
    (century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century - 17) / 25)) / 3) +
      19 * golden +
      15) %
    30
  const late = Math.floor(epact / 28)
  const fullMoon =
    epact - late * (1 - late * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const weekday =
    (year + Math.floor(year / 4) + fullMoon + 2 - century + Math.floor(century / 4)) % 7
  return fullMoon - weekday + 28
}
