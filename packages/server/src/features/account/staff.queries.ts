import type { Role } from '@takepart/shared/domain/account/role'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

export interface NewStaffMember {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
  readonly joinedAt: Date
  readonly provider?: { readonly issuer: string; readonly subject: string }
}

/** False, and nothing is stored, when the address is somebody else's already. */
export async function insertStaffMember(db: Db, member: NewStaffMember): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('staff_member')
    .values({
      id: member.id,
      name: member.name,
      email: member.email,
      roles: [...member.roles],
      every_consultation: member.everyConsultation,
      issuer: member.provider?.issuer ?? null,
      subject: member.provider?.subject ?? null,
      joined_at: member.joinedAt,
      suspended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function isAnybodyHere(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('staff_member').select('id').limit(1).executeTakeFirst()) !== undefined
  )
}

/** A member of staff as colleagues see them. */
export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
  readonly joinedAt: Date
  readonly suspendedAt: Date | null
  /** They come by the identity provider, which decides their roles. */
  readonly byProvider: boolean
}

export const asMember = (db: Db) =>
  db
    .selectFrom('staff_member')
    .select((eb) => [
      'id',
      'name',
      'email',
      'roles',
      'every_consultation as everyConsultation',
      'joined_at as joinedAt',
      'suspended_at as suspendedAt',
      eb('issuer', 'is not', null).$castTo<boolean>().as('byProvider'),
    ])

export const mostStaffListed = 500

export const listStaff = (db: Db): Promise<readonly StaffMember[]> =>
  asMember(db).orderBy('name').orderBy('id').limit(mostStaffListed).execute()

export const findStaff = (db: Db, id: string): Promise<StaffMember | undefined> =>
  asMember(db).where('id', '=', id).executeTakeFirst()

/** One change of what somebody may do after the other, each seeing the one before: two cannot shut each other out. */
export async function lockStaffChanges(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7203815590414)`.execute(db)
}

/** With a lock on the row, so that nobody else changes it until the transaction ends. */
export const findStaffToChange = (db: Db, id: string): Promise<StaffMember | undefined> =>
  asMember(db).where('id', '=', id).forUpdate().executeTakeFirst()

export async function setRoles(
  db: Db,
  id: string,
  changes: { readonly roles: readonly Role[]; readonly everyConsultation: boolean },
): Promise<void> {
  await db
    .updateTable('staff_member')
    .set({ roles: [...changes.roles], every_consultation: changes.everyConsultation })
    .where('id', '=', id)
    .execute()
}

export async function setSuspended(db: Db, id: string, at: Date | null): Promise<void> {
  await db.updateTable('staff_member').set({ suspended_at: at }).where('id', '=', id).execute()
}

/** How many administrators who can sign in there are beside this person; 10 stands for 10 or more. */
export async function countOtherAdministrators(db: Db, id: string): Promise<number> {
  const others = await db
    .selectFrom('staff_member')
    .select('id')
    .where('suspended_at', 'is', null)
    .where('id', '!=', id)
    .where((eb) => eb(eb.val('administrator'), '=', eb.fn.any('roles')))
    .limit(10)
    .execute()
  return others.length
}

export async function addToTeam(
  db: Db,
  { staffId, consultationId }: { readonly staffId: string; readonly consultationId: string },
): Promise<void> {
  await db
    .insertInto('consultation_team')
    .values({ staff_id: staffId, consultation_id: consultationId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function isEmailTaken(db: Db, email: string): Promise<boolean> {
  const found = await db
    .selectFrom('staff_member')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return found !== undefined
}
