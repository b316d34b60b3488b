import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import {
  monthsKept,
  monthsKeptAtMost,
} from '@takepart/shared/domain/support-request/support-request'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { eraseRequests } from './support-request.queries.ts'

/**
 * Keeps the promise of the privacy page: who asked, and what is in their own words, goes 6 months after the request was
 * closed, and after 18 months in any case. What stays says nobody's name: what was asked for, and whether it was met in
 * time. Answers how many were erased; done again, it finds none.
 */
export function eraseOldRequests(db: Kysely<Schema>, now: Date): Promise<number> {
  const today = dayOfMoment(now)
  return eraseRequests(db, {
    closed: monthsBefore(today, monthsKept),
    received: monthsBefore(today, monthsKeptAtMost),
    today,
  })
}

/** The same day of an earlier month, or the last one it has. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth)))
    .toISOString()
    .slice(0, 10)
}
