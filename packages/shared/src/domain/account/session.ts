/** How long somebody may be away before they are asked to sign in again, in milliseconds: 30 minutes. */
export const longestIdleMs = 30 * 60_000

/** How long a session lasts however much it is used, in milliseconds: 12 hours. */
export const longestSessionMs = 12 * 3_600_000

export interface SessionTimes {
  readonly startedAt: Date
  readonly lastUsedAt: Date
}

/**
 * True while a session is good (S22). A clock that was put back does not bring one back to life: times that lie ahead
 * end it too, but for a minute by which the clocks of two servers may differ.
 */
export function isLive({ startedAt, lastUsedAt }: SessionTimes, now: Date): boolean {
  const age = now.getTime() - startedAt.getTime()
  const idle = now.getTime() - lastUsedAt.getTime()
  const ahead = -60_000
  return age >= ahead && idle >= ahead && age < longestSessionMs && idle < longestIdleMs
}
