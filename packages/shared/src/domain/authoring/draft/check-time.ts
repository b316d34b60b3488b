import type { Consultation } from '../../consultation/consultation.ts'
import { bankHolidaysOf, isBankHoliday, isWeekday } from '../../core/bank-holidays.ts'
import { dateWords, dayOfMoment } from '../../core/dates.ts'
import { warning, when, type Finding } from '../finding.ts'
import { electionDays, electionPeriods } from './election-periods.ts'

/**
 * Whether people have time enough. The Cabinet Office principles (2018, D and E) ask for a proportionate time and for
 * consideration of holidays and elections; six weeks is what NHS England's guidance names as the least for a change of
 * services, and under it the file says why.
 */
const leastWeeks = 6
const day = 86_400_000

export function checkTime(
  { opensAt, closesAt }: Pick<Consultation, 'opensAt' | 'closesAt'>,
  now: Date,
): readonly Finding[] {
  const days = (Date.parse(closesAt) - Date.parse(opensAt)) / day
  const [first, last] = [dayOfMoment(opensAt), dayOfMoment(closesAt)]
  return [
    ...when(
      days > 0 && days < leastWeeks * 7,
      warning(
        ['closesAt'],
        `Open for ${lengthWords(days)}, which is less than ${leastWeeks} weeks`,
      ),
    ),
    ...when(
      Date.parse(opensAt) < now.getTime() - day,
      warning(
        ['opensAt'],
        'This day has passed. It would open at once, with less time than this says',
      ),
    ),
    ...checkCalendar(first, last),
  ]
}

/** What the calendar says of two days, both YYYY-MM-DD: days on which nobody works, holidays and elections. */
export const checkCalendar = (first: string, last: string): readonly Finding[] => [
  ...restingDay(first, 'opensAt', 'It opens'),
  ...restingDay(last, 'closesAt', 'It closes'),
  ...holidays(first, last),
  ...elections(first, last),
]

function lengthWords(days: number): string {
  const weeks = Math.floor(days / 7)
  if (weeks < 1) return `${Math.ceil(days)} ${Math.ceil(days) === 1 ? 'day' : 'days'}`
  return `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`
}

const restingDay = (date: string, field: string, begin: string): readonly Finding[] => [
  ...when(
    isBankHoliday(date),
    warning([field], `${begin} on a bank holiday, ${dateWords(date)}. Nobody is there to ask`),
  ),
  ...when(
    !isWeekday(date) && !isBankHoliday(date),
    warning([field], `${begin} at a weekend, ${dateWords(date)}. Is somebody there to ask?`),
  ),
]

/** Weeks in which many are away: Christmas to New Year, and August. */
function holidays(first: string, last: string): readonly Finding[] {
  const years = range(Number(first.slice(0, 4)) - 1, Number(last.slice(0, 4)))
  return years.flatMap((year) => [
    ...when(
      overlaps(first, last, `${year}-12-24`, `${year + 1}-01-02`),
      warning(
        ['closesAt'],
        `It runs over Christmas and New Year (${year} to ${year + 1}). Add two weeks, or say why not`,
      ),
    ),
    ...when(
      daysShared(first, last, `${year}-07-25`, lastOfSummer(year)) >= 14,
      warning(
        ['closesAt'],
        `It runs over the summer holidays of ${year}. Many families are away; add time, or say why not`,
      ),
    ),
  ])
}

/** The summer bank holiday ends the school holidays of most of England. */
const lastOfSummer = (year: number): string =>
  bankHolidaysOf(year).find((date) => date > `${year}-08-20` && date < `${year}-09-01`) ??
  `${year}-08-31`

function elections(first: string, last: string): readonly Finding[] {
  const years = range(Number(first.slice(0, 4)), Number(last.slice(0, 4)) + 1)
  const periods = [...electionPeriods, ...years.flatMap((year) => electionDays(year))]
  return periods
    .filter(({ from, until }) => overlaps(first, last, from, until))
    .map(({ from, until, name }) =>
      warning(
        ['opensAt'],
        `It runs over the time before ${name} (${dateWords(from)} to ${dateWords(until)}). NHS bodies do not usually consult then. Ask your communications lead`,
      ),
    )
}

const overlaps = (first: string, last: string, from: string, until: string): boolean =>
  first <= until && last >= from

function daysShared(first: string, last: string, from: string, until: string): number {
  const begin = Math.max(Date.parse(first), Date.parse(from))
  const end = Math.min(Date.parse(last), Date.parse(until))
  return Math.max(0, (end - begin) / day + 1)
}

/** At most three years: a date that somebody mistyped is not looked up for centuries. */
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.min(3, to - from + 1)) }, (_, index) => from + index)
