import type { AccountWorld } from '../account-world.ts'
import { recordAct } from '../audit/audit.queries.ts'
import { makeSecret, makeUuid } from '../secret.ts'
import { insertSession, type NewSession } from './session.queries.ts'

/** For whom a session begins, and where. */
export interface Starting {
  readonly staffId: string
  readonly browser: string
  readonly provider?: NewSession['provider']
}

export interface StartedSession {
  readonly id: string
  /** What goes into the cookie; it is stored nowhere. */
  readonly token: string
}

/** Begins a session under a new random id, whatever the browser held before (S22), and notes it in the audit log. */
export async function startSession(
  { db, now, random }: AccountWorld,
  { staffId, browser, provider }: Starting,
): Promise<StartedSession> {
  const { token, hash } = makeSecret(random)
  const session = { id: makeUuid(random), staffId, browser, at: now(), tokenHash: hash }
  await insertSession(db, { ...session, ...(provider ? { provider } : {}) })
  const thing = { kind: 'session', id: session.id }
  const detail = provider ? 'provider' : 'passkey'
  await recordAct(db, actorOf(staffId, session.id), {
    at: session.at,
    verb: 'session.start',
    thing,
    detail,
  })
  return { id: session.id, token }
}

const actorOf = (staffId: string, sessionId: string) =>
  ({ kind: 'staff', staffId, sessionId, name: '', roles: [], teams: [] }) as const
