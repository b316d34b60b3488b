import { nobody, type Actor } from '@takepart/shared/domain/account/actor'
import { isLive } from '@takepart/shared/domain/account/session'
import type { AccountWorld } from '../account-world.ts'
import { hashOfSecret } from '../secret.ts'
import { deleteSession, findSession, touchSession, type FoundSession } from './session.queries.ts'
import { sessionCookieName, tokenInCookies } from './session-cookie.ts'

/** Asks the identity provider again where it is time to. Undefined: the person may not go on. */
export type Recheck = (session: FoundSession) => Promise<FoundSession | undefined>

/** Written down once a minute at most: each key that an autosave follows would otherwise write a row. */
const touchEveryMs = 60_000

/**
 * Who sends a request, by the cookie of their session. A session that has run out is taken away, so that a clock that is
 * put back does not bring it to life again.
 */
export async function resolveActor(
  { db, now }: Pick<AccountWorld, 'db' | 'now'>,
  cookies: string | undefined,
  recheck: Recheck = async (session) => session,
): Promise<Actor> {
  const token = tokenInCookies(cookies, sessionCookieName)
  if (token === undefined) return nobody
  const found = await findSession(db, hashOfSecret(token))
  if (found === undefined) return nobody
  const session = isLive(found, now()) ? await recheck(found) : undefined
  if (session === undefined) {
    await deleteSession(db, found.id)
    return nobody
  }
  if (now().getTime() - session.lastUsedAt.getTime() >= touchEveryMs)
    await touchSession(db, session.id, now())
  return {
    kind: 'staff',
    staffId: session.staffId,
    name: session.name,
    roles: session.roles,
    sessionId: session.id,
    teams: session.everyConsultation ? 'every' : session.teams,
  }
}
