import { randomBytes, randomUUID } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Role } from '@takepart/shared/domain/account/role'
import { hashOfSecret } from '../features/account/secret.ts'
import { sessionCookieName } from '../features/account/session/session-cookie.ts'
import { insertSession } from '../features/account/session/session.queries.ts'
import { addToTeam, insertStaffMember } from '../features/account/staff.queries.ts'
import { whileOpen } from './sample-response.ts'
import type { TestDatabase } from './test-database.ts'

/** A member of staff who is in the database and has just signed in. */
export interface SignedIn {
  /** For a context: `testContext(database, { actor })`. */
  readonly actor: StaffActor
  /** For a request through HTTP. */
  readonly cookie: string
}

export interface WhoSignsIn {
  /** All five when nothing is said. */
  readonly roles?: readonly Role[]
  /** Ids of the consultations they work on; every one when nothing is said. */
  readonly teams?: readonly string[]
  readonly name?: string
  /** When they signed in: while the small consultation is open when nothing is said. */
  readonly at?: Date
}

const allRoles: readonly Role[] = ['author', 'moderator', 'analyst', 'publisher', 'administrator']

/** Puts somebody with these roles into the database, with a session. Two calls make two people. */
export async function signInStaff(
  database: Pick<TestDatabase, 'calls'>,
  { roles = allRoles, teams, name = 'Ash Fell', at = whileOpen }: WhoSignsIn = {},
): Promise<SignedIn> {
  const staffId = randomUUID()
  const everyConsultation = teams === undefined
  await insertStaffMember(database.calls, {
    id: staffId,
    name,
    email: null,
    roles,
    everyConsultation,
    joinedAt: at,
  })
  for (const consultationId of teams ?? [])
    await addToTeam(database.calls, { staffId, consultationId })
  const token = randomBytes(32).toString('base64url')
  const sessionId = randomUUID()
  await insertSession(database.calls, {
    tokenHash: hashOfSecret(token),
    id: sessionId,
    staffId,
    browser: 'A browser',
    at,
  })
  return {
    actor: { kind: 'staff', staffId, name, roles, sessionId, teams: teams ?? 'every' },
    cookie: `${sessionCookieName}=${token}`,
  }
}
