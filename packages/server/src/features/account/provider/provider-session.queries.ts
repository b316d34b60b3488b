import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import type { StaffMember } from '../staff.queries.ts'
import { asMember } from '../staff.queries.ts'

type Db = Kysely<Schema>

/** Somebody by who they are to the provider, with a lock on the row. */
export const findByProvider = (
  db: Db,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<StaffMember | undefined> =>
  asMember(db)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst()

export async function subjectOf(
  db: Db,
  staffId: string,
): Promise<{ readonly issuer: string; readonly subject: string } | undefined> {
  const row = await db
    .selectFrom('staff_member')
    .select(['issuer', 'subject'])
    .where('id', '=', staffId)
    .executeTakeFirst()
  return row?.issuer && row.subject ? { issuer: row.issuer, subject: row.subject } : undefined
}

/**
 * True for the one who may ask the provider about this session now; others wait for what they hear. Whoever read the
 * session before it was last checked is refused: the token they hold is used up.
 */
export async function claimChecking(
  db: Db,
  { id, checkedAt }: { readonly id: string; readonly checkedAt: Date },
  { now, claimedBefore }: { readonly now: Date; readonly claimedBefore: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff_session')
    .set({ checking_at: now })
    .where('id', '=', id)
    .where('checked_at', '=', checkedAt)
    .where((eb) => eb.or([eb('checking_at', 'is', null), eb('checking_at', '<', claimedBefore)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function noteChecked(
  db: Db,
  id: string,
  { at, sealedToken }: { readonly at: Date; readonly sealedToken: Buffer | null },
): Promise<void> {
  await db
    .updateTable('staff_session')
    .set({ checked_at: at, checking_at: null, sealed_token: sealedToken })
    .where('id', '=', id)
    .execute()
}

/** The provider could not be asked: the next request may try. */
export async function freeChecking(db: Db, id: string): Promise<void> {
  await db.updateTable('staff_session').set({ checking_at: null }).where('id', '=', id).execute()
}

export const checkedAtOf = (
  db: Db,
  id: string,
): Promise<{ readonly checked_at: Date | null } | undefined> =>
  db.selectFrom('staff_session').select('checked_at').where('id', '=', id).executeTakeFirst()
