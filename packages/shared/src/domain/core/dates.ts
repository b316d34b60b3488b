import { remembered } from './remembered.ts'

/**
 * Times and dates in words, by the clock in the United Kingdom, whatever clock the device or the server is set to:
 * a consultation closes at one moment, and everybody is told the same one.
 */

/** Made when first used: a page that shows no date should not wait for a browser to load its calendars. */
const formatter = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (() => Intl.DateTimeFormat) => {
  let made: Intl.DateTimeFormat | undefined
  return () => (made ??= new Intl.DateTimeFormat(locale, options))
}

const londonParts = formatter('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
})

const plainDate = formatter('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

const londonDay = formatter('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** "Sunday 14 February 2027 at 5 pm", from an ISO 8601 time or a Date. Midnight says which of its two days it begins. */
export function momentWords(moment: string | Date): string {
  const parts = partsOf(moment)
  const clock = clockWords(moment)
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year} at ${clock}${clock === 'midnight' ? ', as that day begins' : ''}`
}

/** "14 February 2027", from an ISO 8601 time or a Date. */
export function dayOfMomentWords(moment: string | Date): string {
  const { day, month, year } = partsOf(moment)
  return `${day} ${month} ${year}`
}

/** The day of the calendar in the United Kingdom, YYYY-MM-DD, on which a moment falls. */
export const dayOfMoment = (moment: string | Date): string => londonDay().format(new Date(moment))

/** "7 May 2027", from a date YYYY-MM-DD, which belongs to no clock. */
export const dateWords = (date: string): string => plainDate().format(new Date(`${date}T00:00:00Z`))

/** "5 pm", "5:30 pm", "midday", "midnight". */
export function clockWords(moment: string | Date): string {
  const { hour, minute } = partsOf(moment)
  const hours = Number(hour)
  if (minute === '00' && hours === 0) return 'midnight'
  if (minute === '00' && hours === 12) return 'midday'
  return `${hours % 12 || 12}${minute === '00' ? '' : `:${minute}`} ${hours < 12 ? 'am' : 'pm'}`
}

/** "1 minute", "12 minutes". */
export const minutesWords = (minutes: number): string =>
  `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute'

const partsOf = (moment: string | Date): Record<Part, string> =>
  partsOfTime(typeof moment === 'string' ? moment : moment.toISOString())

/** A page names the same few times over and over, and calendars are slow. */
const partsOfTime = remembered((time): Record<Part, string> => {
  const parts = londonParts()
    .formatToParts(new Date(time))
    .map(({ type, value }) => [type, value])
  return Object.fromEntries(parts) as Record<Part, string>
})
