import type { Consultation } from '../consultation/consultation.ts'
import { dayOfMoment } from '../core/dates.ts'

/**
 * The promise clock: from closing to the day on which the Trust promised its decision, twelve weeks unless it promised
 * something else (Cabinet Office, Consultation Principles: "within 12 weeks, or say why").
 */
export interface PromiseClock {
  /** The promised date. */
  readonly by: string
  /** Days left; 0 on the promised day itself, negative when it is missed. */
  readonly left: number
  /** Which week it is, from 1, and of how many. */
  readonly week: number
  readonly of: number
}

const day = 86_400_000

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / day)

/** Undefined before closing, and once the outcome is published: then nobody waits. */
export function promiseClock(
  { closesAt, promise, outcome }: Pick<Consultation, 'closesAt' | 'promise' | 'outcome'>,
  now: Date,
): PromiseClock | undefined {
  if (outcome || now.getTime() < Date.parse(closesAt)) return undefined
  const [closed, today] = [dayOfMoment(closesAt), dayOfMoment(now)]
  return {
    by: promise.by,
    left: daysBetween(today, promise.by),
    week: Math.floor(daysBetween(closed, today) / 7) + 1,
    of: Math.max(1, Math.ceil(daysBetween(closed, promise.by) / 7)),
  }
}

/** True when the decision was promised for a day that is over and is not there. */
export const isPromiseMissed = (
  consultation: Pick<Consultation, 'closesAt' | 'promise' | 'outcome'>,
  now: Date,
): boolean => (promiseClock(consultation, now)?.left ?? 0) < 0
