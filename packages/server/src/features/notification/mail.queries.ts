import { sql, type Kysely, type Transaction } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { MailState } from './mail.table.ts'

type Db = Kysely<Schema>

export interface StoredMail {
  readonly id: string
  readonly kind: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly recipient: string
  readonly attempts: number
}

export interface NewMail {
  readonly event: string
  readonly kind: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly recipient: string
  readonly state: MailState
  readonly at: Date
}

/** How many mails to an address were queued and not held since a moment. */
export async function countQueuedSince(db: Db, recipient: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('mail')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('recipient', '=', recipient)
    .where('queued_at', '>', since)
    .where('state', '<>', 'held')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Mails to one address are queued one after the other, so that the limit counts those of transactions still open. */
export async function lockRecipient(trx: Transaction<Schema>, recipient: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail ${recipient}`}, 0))`.execute(trx)
}

/** The id of the new mail, or nothing when the event has its mail already. */
export async function insertMail(
  db: Db,
  { at, parameters, ...mail }: NewMail,
): Promise<string | undefined> {
  const row = await db
    .insertInto('mail')
    .values({
      ...mail,
      parameters: JSON.stringify(parameters),
      attempts: 0,
      queued_at: at,
      changed_at: at,
      failure: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Takes a waiting mail in hand: only one worker gets it. */
export const claimMail = (db: Db, id: string, at: Date): Promise<StoredMail | undefined> =>
  db
    .updateTable('mail')
    .set(({ eb }) => ({ state: 'sending', attempts: eb('attempts', '+', 1), changed_at: at }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['id', 'kind', 'parameters', 'recipient', 'attempts'])
    .executeTakeFirst()

export interface SendingEnded {
  readonly state: Exclude<MailState, 'sending' | 'held'>
  readonly failure?: string
  readonly at: Date
}

export async function endSending(
  db: Db,
  id: string,
  { state, failure, at }: SendingEnded,
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state, failure: failure ?? null, changed_at: at })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute()
}

/** Mails whose worker died between handing them over and hearing the answer. Answers how many. */
export async function giveUpOnSending(db: Db, before: Date, at: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ state: 'unknown', failure: 'worker stopped', changed_at: at })
    .where('state', '=', 'sending')
    .where('changed_at', '<', before)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export interface ListedMail extends StoredMail {
  readonly state: MailState
  readonly queued_at: Date
  readonly failure: string | null
}

/** The newest first, `most` at the most. */
export const listMail = (db: Db, most: number): Promise<ListedMail[]> =>
  db
    .selectFrom('mail')
    .select(['id', 'kind', 'parameters', 'recipient', 'attempts', 'state', 'queued_at', 'failure'])
    .orderBy('queued_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
