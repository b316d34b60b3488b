import type { NeedCode } from '@takepart/shared/domain/support-request/support-needs'
import type { ReachBy, RequestState } from '@takepart/shared/domain/support-request/support-request'
import type { ColumnType, JSONColumnType } from 'kysely'

/** A day, YYYY-MM-DD. Read it as text: the driver would make it a moment in whatever zone the server is set to. */
type Day = ColumnType<never, string, string>

/**
 * One request for support, tracked until it is closed. Nothing here leads to a response or a device, and no time is more
 * exact than a day. What says who the person is, and what is in their own words, is null once erased.
 */
export interface SupportRequestTable {
  id: string
  consultation_id: string
  reference: string
  needs: NeedCode[]
  say: JSONColumnType<Record<string, string>> | null
  reach_by: ReachBy
  reach_to: string | null
  /** What to call the person. */
  called: string | null
  /** When it suits them. */
  suits: string | null
  /** With their consent it is noted for next time and shared. */
  remember: boolean
  /** Asked before the consultation closed. */
  in_time: boolean
  /** SHA-256 over what was asked, by which a repeat is known; erased with it, since a telephone number can be guessed from it. */
  content_hash: Buffer | null
  received_on: Day
  due_on: Day
  state: RequestState
  /** When it was met, or staff said why not. */
  closed_on: Day | null
  note: string | null
  erased_on: Day | null
}
