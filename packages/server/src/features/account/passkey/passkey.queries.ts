import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

export interface NewChallenge {
  readonly hash: Buffer
  /** The invitation it belongs to; absent: it is for signing in. */
  readonly invitationId?: string
  readonly endsAt: Date
  readonly now: Date
}

/** Stores it, and takes away those that nobody has answered. */
export async function insertChallenge(
  db: Db,
  { hash, invitationId, endsAt, now }: NewChallenge,
): Promise<void> {
  await db
    .insertInto('passkey_challenge')
    .values({
      challenge_hash: hash,
      purpose: invitationId === undefined ? 'sign-in' : 'join',
      invitation_id: invitationId ?? null,
      ends_at: endsAt,
    })
    .execute()
  await deleteEndedChallenges(db, now)
}

/** What keys were asked and did not answer in time. */
export async function deleteEndedChallenges(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('passkey_challenge').where('ends_at', '<', now).execute()
}

/** Takes a challenge away, once, whatever comes of it: an answer that was heard on its way is of no use (R26). */
export async function takeChallenge(
  db: Db,
  { hash, invitationId, now }: Omit<NewChallenge, 'endsAt'>,
): Promise<boolean> {
  const { rows } = await sql`
    delete from passkey_challenge where challenge_hash = ${hash} and ends_at > ${now}
      and purpose = ${invitationId === undefined ? 'sign-in' : 'join'}
      and invitation_id is not distinct from ${invitationId ?? null}::uuid
    returning challenge_hash`.execute(db)
  return rows.length === 1
}

export interface StoredPasskey {
  readonly id: Buffer
  readonly staffId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly isSuspended: boolean
}

export const findPasskey = (db: Db, id: Buffer): Promise<StoredPasskey | undefined> =>
  db
    .selectFrom('passkey as p')
    .innerJoin('staff_member as m', 'm.id', 'p.staff_id')
    .select((eb) => [
      'p.id',
      'p.staff_id as staffId',
      'p.public_key as publicKey',
      'p.counter',
      eb('m.suspended_at', 'is not', null).$castTo<boolean>().as('isSuspended'),
    ])
    .where('p.id', '=', id)
    .executeTakeFirst()

export interface NewPasskey {
  readonly id: Buffer
  readonly staffId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly at: Date
}

/** False when the key is known already: a key is one person's. */
export async function insertPasskey(db: Db, passkey: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values({
      id: passkey.id,
      staff_id: passkey.staffId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: [...passkey.transports],
      made_at: passkey.at,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function notePasskeyUse(
  db: Db,
  { id, counter, at }: { readonly id: Buffer; readonly counter: number; readonly at: Date },
): Promise<void> {
  await db.updateTable('passkey').set({ counter, last_used_at: at }).where('id', '=', id).execute()
}

export async function deletePasskeysOf(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('passkey').where('staff_id', '=', staffId).execute()
}

/** One person after the other while the first member of staff joins. */
export async function lockFirstJoining(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7203815590413)`.execute(db)
}
