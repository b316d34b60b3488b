import type { ColumnType, Generated } from 'kysely'

/**
 * - `waiting`: to be sent · `sending`: handed to the mail server, which has not answered yet
 * - `sent`: taken by the mail server · `refused`: refused by it for good
 * - `held`: more than one address may get in a day · `unknown`: nobody can tell whether it was taken, so it is not repeated
 */
export type MailState = 'waiting' | 'sending' | 'sent' | 'refused' | 'held' | 'unknown'

/** One mail for one event. */
export interface MailTable {
  readonly id: Generated<string>
  readonly event: string
  readonly kind: string
  readonly parameters: ColumnType<Readonly<Record<string, unknown>>, string, never>
  readonly recipient: string
  readonly state: MailState
  readonly attempts: number
  readonly queued_at: ColumnType<Date, Date, never>
  readonly changed_at: Date
  readonly failure: string | null
}
