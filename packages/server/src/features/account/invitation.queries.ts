import type { Role } from '@takepart/shared/domain/account/role'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { InvitationPurpose } from './account.table.ts'

type Db = Kysely<Schema>

export interface NewInvitation {
  readonly id: string
  readonly tokenHash: Buffer
  readonly purpose: InvitationPurpose
  readonly staffId: string | null
  readonly name: string | null
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
  readonly madeBy: string | null
  readonly madeAt: Date
  readonly endsAt: Date
}

export async function insertInvitation(db: Db, invitation: NewInvitation): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      id: invitation.id,
      token_hash: invitation.tokenHash,
      mailed_hash: null,
      purpose: invitation.purpose,
      staff_id: invitation.staffId,
      name: invitation.name,
      email: invitation.email,
      roles: [...invitation.roles],
      every_consultation: invitation.everyConsultation,
      made_by: invitation.madeBy,
      made_at: invitation.madeAt,
      ends_at: invitation.endsAt,
      used_at: null,
    })
    .execute()
}

export interface StoredInvitation extends Omit<NewInvitation, 'tokenHash' | 'madeAt' | 'madeBy'> {
  readonly usedAt: Date | null
  /** The name of the member of staff whose passkey it replaces. */
  readonly staffName: string | null
  readonly isSuspended: boolean
}

const asStored = (db: Db) =>
  db
    .selectFrom('invitation as i')
    .leftJoin('staff_member as m', 'm.id', 'i.staff_id')
    .select((eb) => [
      'i.id',
      'i.purpose',
      'i.staff_id as staffId',
      'i.name',
      'i.email',
      'i.roles',
      'i.every_consultation as everyConsultation',
      'i.ends_at as endsAt',
      'i.used_at as usedAt',
      'm.name as staffName',
      eb('m.suspended_at', 'is not', null).$castTo<boolean>().as('isSuspended'),
    ])

/** By the secret that was shown, or by the one that went by mail. */
export const findInvitation = (db: Db, hash: Buffer): Promise<StoredInvitation | undefined> =>
  asStored(db)
    .where((eb) => eb.or([eb('i.token_hash', '=', hash), eb('i.mailed_hash', '=', hash)]))
    .executeTakeFirst()

/** Keeps the hash of a secret that is about to go by mail; the one of an earlier try ends. False: nobody can join by it any more. */
export async function noteMailedSecret(
  db: Db,
  id: string,
  { hash, now }: { readonly hash: Buffer; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ mailed_hash: hash })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Uses it up. False when somebody else has, a moment before. */
export async function useInvitation(db: Db, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('ends_at', '>', at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** An invitation that somebody may still use. */
export interface OpenInvitation {
  readonly id: string
  readonly purpose: InvitationPurpose
  readonly name: string | null
  readonly roles: readonly Role[]
  readonly endsAt: Date
}

/** The one that runs out first, first; nothing of the link itself, which is stored nowhere. */
export async function listOpenInvitations(db: Db, now: Date): Promise<readonly OpenInvitation[]> {
  const rows = await asStored(db)
    .where('i.used_at', 'is', null)
    .where('i.ends_at', '>', now)
    .where('i.purpose', '!=', 'first')
    .orderBy('i.ends_at')
    .limit(200)
    .execute()
  return rows.map(({ id, purpose, name, staffName, roles, endsAt }) => ({
    id,
    purpose,
    name: name ?? staffName,
    roles,
    endsAt,
  }))
}

/** Ends all links that would still give this person a new passkey. */
export async function endLinksFor(db: Db, staffId: string, at: Date): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ used_at: at })
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute()
}

/** Forgets whom a link went to that ended before this moment; that it was made stays. */
export async function eraseOldAddresses(db: Db, before: Date): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ email: null })
    .where('ends_at', '<', before)
    .where('email', 'is not', null)
    .execute()
}
