/** Two readings of a device's own clock: when somebody finished, and when it was sent. */
export interface DeviceTimes {
  readonly completedAt?: string | undefined
  readonly sentAt?: string | undefined
}

/** What people can take part in from one moment to another. */
export interface OpenSpan {
  readonly opensAt: string
  readonly closesAt: string
}

/**
 * When the person finished, by the server's clock. Only the time between two readings of the device's own clock counts,
 * so a clock that is wrong by years does no harm. Times that cannot be read count as now. Where the second is before the
 * first, the clock was put back in between, and nobody knows when it was: that is taken to be in time, and marked late
 * when it comes after closing, for staff to decide on.
 */
export function finishedAt({ opensAt, closesAt }: OpenSpan, times: DeviceTimes, now: Date): Date {
  const waited = Date.parse(times.sentAt ?? '') - Date.parse(times.completedAt ?? '')
  const latest = waited < 0 ? Date.parse(closesAt) - 1 : Infinity
  const finished = Math.min(now.getTime() - (waited > 0 ? waited : 0), latest)
  return new Date(Math.max(finished, Date.parse(opensAt)))
}
