/**
 * How long a record has lain on this device, as far as openings of the app can tell. A single reading of a device's clock
 * says nothing: it may be years wrong, and be put right at any time. What is counted is the time from one opening to the
 * next, and at most 30 days of it, so that no one step of the clock can make a record old.
 */
export interface Sighting {
  readonly id: string
  /** Of the record when it was seen. Writing to it begins the count again. */
  readonly revision: number
  /** Device time of the last opening, ISO 8601. */
  readonly seenAt: string
  /** Days counted so far, with fractions. */
  readonly days: number
}

/** What is removed has not been written to for so long, by the record's own date and by the openings since. */
export const daysKept = 90
const mostDaysAStep = 30
const day = 86_400_000

/** The record is on the device at this opening. A clock that has gone backwards counts as no time at all. */
export function seenAgain(
  before: Sighting | undefined,
  { id, revision }: Pick<Sighting, 'id' | 'revision'>,
  now: Date,
): Sighting {
  const seenAt = now.toISOString()
  if (before?.revision !== revision) return { id, revision, seenAt, days: 0 }
  const passed = (now.getTime() - Date.parse(before.seenAt)) / day
  const counted = Math.min(Math.max(passed, 0), mostDaysAStep)
  return { id, revision, seenAt, days: before.days + (Number.isNaN(counted) ? 0 : counted) }
}

/** True when the openings of the app agree that the record is old. */
export const isLongSeen = ({ days }: Sighting): boolean => days > daysKept
