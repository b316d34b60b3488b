import type { SessionTimes } from '@takepart/shared/domain/account/session'
import type { Role } from '@takepart/shared/domain/account/role'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

export interface NewSession {
  readonly tokenHash: Buffer
  readonly id: string
  readonly staffId: string
  readonly browser: string
  readonly at: Date
  /** Absent: they came by a passkey. */
  readonly provider?: { readonly sealedToken: Buffer | null }
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('staff_session')
    .values({
      token_hash: session.tokenHash,
      id: session.id,
      staff_id: session.staffId,
      way: session.provider ? 'provider' : 'passkey',
      browser: session.browser,
      started_at: session.at,
      last_used_at: session.at,
      checked_at: session.provider ? session.at : null,
      checking_at: null,
      sealed_token: session.provider?.sealedToken ?? null,
    })
    .execute()
}

/** A session with whose it is, as every request of it needs them. */
export interface FoundSession extends SessionTimes {
  readonly id: string
  readonly staffId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
  readonly teams: readonly string[]
  readonly checkedAt: Date | null
  readonly sealedToken: Buffer | null
}

/** Nobody's who is suspended. */
export async function findSession(db: Db, tokenHash: Buffer): Promise<FoundSession | undefined> {
  const {
    rows: [row],
  } = await sql<FoundSession>`
    select s.id, s.staff_id as "staffId", s.started_at as "startedAt", s.last_used_at as "lastUsedAt", s.checked_at as "checkedAt",
      s.sealed_token as "sealedToken", m.name, m.roles, m.every_consultation as "everyConsultation",
      array(select t.consultation_id::text from consultation_team t where t.staff_id = m.id) as teams
    from staff_session s join staff_member m on m.id = s.staff_id
    where s.token_hash = ${tokenHash} and m.suspended_at is null`.execute(db)
  return row
}

export async function touchSession(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable('staff_session').set({ last_used_at: at }).where('id', '=', id).execute()
}

export async function deleteSession(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('staff_session')
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Ends one of a person's own sessions; nothing happens to anybody else's. */
export async function deleteOwnSession(
  db: Db,
  { id, staffId }: { readonly id: string; readonly staffId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('staff_session')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function deleteSessionsOf(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('staff_session').where('staff_id', '=', staffId).execute()
}

export interface OwnSession extends SessionTimes {
  readonly id: string
  readonly browser: string
  readonly way: 'passkey' | 'provider'
}

export const listSessions = (db: Db, staffId: string): Promise<readonly OwnSession[]> =>
  db
    .selectFrom('staff_session')
    .select(['id', 'browser', 'way', 'started_at as startedAt', 'last_used_at as lastUsedAt'])
    .where('staff_id', '=', staffId)
    .orderBy('last_used_at', 'desc')
    .limit(100)
    .execute()

/** Sessions that nobody used since the one moment, or that began before the other. Answers how many. */
export async function deleteEndedSessions(
  db: Db,
  { usedBefore, startedBefore }: { readonly usedBefore: Date; readonly startedBefore: Date },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('staff_session')
    .where((eb) =>
      eb.or([eb('last_used_at', '<=', usedBefore), eb('started_at', '<=', startedBefore)]),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** How a session began. */
export async function wayOfSession(
  db: Db,
  id: string,
): Promise<'passkey' | 'provider' | undefined> {
  const row = await db
    .selectFrom('staff_session')
    .select('way')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.way
}

/** Ends every session that began in this way. */
export async function deleteSessionsBy(db: Db, way: 'passkey' | 'provider'): Promise<void> {
  await db.deleteFrom('staff_session').where('way', '=', way).execute()
}
