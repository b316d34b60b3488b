import { clockWords, dayOfMoment } from './dates.ts'

/**
 * How long is left until a moment, in whole units that never promise more than there is: "12 weeks left", "9 days left",
 * "1 day left", "today at 5 pm". Days are those of the calendar, so the last evening is "1 day left" and not "0".
 * Nothing once the moment has come.
 */
export function timeLeftWords(until: string, now: Date): string | undefined {
  if (now.getTime() >= Date.parse(until)) return undefined
  const days = dayNumber(new Date(until)) - dayNumber(now)
  if (days === 0) return `today at ${clockWords(until)}`
  if (days === 1) return '1 day left'
  return days < 14 ? `${days} days left` : `${Math.floor(days / 7)} weeks left`
}

/** Days since 1970 in the calendar of the United Kingdom. */
const dayNumber = (moment: Date): number =>
  Date.parse(`${dayOfMoment(moment)}T00:00:00Z`) / 86_400_000
