/**
 * The sample is files with fixed dates, which are moved as they are loaded: always by whole weeks, so that a Sunday stays a
 * Sunday, and by the clock on the wall in London, so that 5 pm stays 5 pm when the clocks have changed in between.
 */
const dayInMs = 24 * 60 * 60 * 1000
const minuteInMs = 60 * 1000

/** The day the dates in the sample files are meant for. */
const writtenFor = '2026-11-22'

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** Whole days from the day the sample was written for to `now`; negative on a clock that is behind it. */
export const daysSinceSample = (now: Date): number =>
  Math.floor((now.getTime() - Date.parse(`${writtenFor}T00:00:00Z`)) / dayInMs)

export const shiftDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMs).toISOString().slice(0, 10)

/** Moves an instant by the London clock and writes it with the offset that London then has. */
export function shiftTime(time: string, days: number): string {
  const wall = londonWall(Date.parse(time)) + days * dayInMs
  const offset = londonOffset(wall)
  return new Date(wall).toISOString().slice(0, 19) + (offset === 0 ? '+00:00' : '+01:00')
}

/** What the clock in London shows at an instant, as the milliseconds that UTC would have for the same figures. */
function londonWall(instant: number): number {
  const part = Object.fromEntries(
    londonClock.formatToParts(instant).map(({ type, value }) => [type, value]),
  )
  return Date.parse(
    `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`,
  )
}

/**
 * Minutes that London is ahead of UTC when its clock shows `wall`: 0 or 60. Summer time is tried first, so the hour
 * that happens twice in autumn is taken as the first of the two.
 */
function londonOffset(wall: number): number {
  return londonWall(wall - 60 * minuteInMs) === wall ? 60 : 0
}
