import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** Somebody on their way to the provider and back, in one browser. */
export interface SignInAttempt {
  readonly stateHash: Buffer
  readonly browserHash: Buffer
  readonly codeVerifier: string
  readonly nonce: string
  readonly returnTo: string
  /** Who alone may come back: whoever goes on with a page. */
  readonly forStaff: string | null
}

/** Stores it, and takes away those that nobody came back from. */
export async function insertAttempt(
  db: Db,
  attempt: SignInAttempt,
  { now, endsAt }: { readonly now: Date; readonly endsAt: Date },
): Promise<void> {
  await db
    .insertInto('sign_in_attempt')
    .values({
      state_hash: attempt.stateHash,
      browser_hash: attempt.browserHash,
      code_verifier: attempt.codeVerifier,
      nonce: attempt.nonce,
      return_to: attempt.returnTo,
      for_staff: attempt.forStaff,
      ends_at: endsAt,
    })
    .execute()
  await deleteEndedAttempts(db, now)
}

export async function deleteEndedAttempts(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('ends_at', '<', now).execute()
}

/** Takes an attempt away, once, whatever comes of it. Only the browser that it began in gets it (S20, R36). */
export async function takeAttempt(
  db: Db,
  {
    stateHash,
    browserHash,
    now,
  }: Pick<SignInAttempt, 'stateHash' | 'browserHash'> & { readonly now: Date },
): Promise<SignInAttempt | undefined> {
  const row = await db
    .deleteFrom('sign_in_attempt')
    .where('state_hash', '=', stateHash)
    .where('browser_hash', '=', browserHash)
    .where('ends_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return (
    row && {
      stateHash,
      browserHash,
      codeVerifier: row.code_verifier,
      nonce: row.nonce,
      returnTo: row.return_to,
      forStaff: row.for_staff,
    }
  )
}
