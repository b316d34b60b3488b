/**
 * How soon somebody must look at an urgent concern. `now`: immediate danger to somebody. `today`: before the day is over.
 * `week`: in the next days.
 */
export const severities = ['now', 'today', 'week'] as const

export type Severity = (typeof severities)[number]
