import { setTimeout as pause } from 'node:timers/promises'
import { rolesInClaims } from '@takepart/shared/domain/account/claimed-roles'
import type { Recheck } from '../session/resolve-actor.ts'
import type { FoundSession } from '../session/session.queries.ts'
import { findStaffToChange, lockStaffChanges } from '../staff.queries.ts'
import { takeRolesFrom } from './admit-by-provider.ts'
import type { ProviderAnswer } from './identity-provider.ts'
import { ProviderAway, ProviderRefused } from './provider-failure.ts'
import {
  checkedAtOf,
  claimChecking,
  freeChecking,
  noteChecked,
  subjectOf,
} from './provider-session.queries.ts'
import type { ProviderWorld } from './provider-world.ts'

/** After how long the provider is asked again, in milliseconds: 10 minutes. */
export const askAgainAfterMs = 10 * 60_000

/** How long what the provider last said is believed, in milliseconds: 15 minutes, in which it may be away for five. */
export const believedForMs = 15 * 60_000

const claimLastsMs = 30_000
const waitForOtherMs = 12_000

/**
 * Asks the provider again, once ten minutes have gone by, whether somebody who came by it still has their roles: who loses
 * the claim loses the role within 15 minutes. A provider that gives no refresh token cannot be asked: such a session ends
 * after 15 minutes, and so does every one while the provider stays away.
 */
export function createRecheck(world: ProviderWorld): Recheck {
  const age = ({ checkedAt }: Pick<FoundSession, 'checkedAt'>): number =>
    world.now().getTime() - (checkedAt?.getTime() ?? 0)
  const ifBelieved = (session: FoundSession): FoundSession | undefined =>
    age(session) < believedForMs ? session : undefined
  return async (session) => {
    const { id, checkedAt } = session
    if (checkedAt === null || age(session) < askAgainAfterMs) return session
    if (session.sealedToken === null) return ifBelieved(session)
    const { now } = world
    const claimedBefore = new Date(now().getTime() - claimLastsMs)
    if (await claimChecking(world.db, { id, checkedAt }, { now: now(), claimedBefore }))
      return ask(world, session, ifBelieved)
    return ifBelieved(session) ?? waitForOther(world, session, ifBelieved)
  }
}

/** Where the settings name no provider any more, nobody can say that its people still have their roles: their sessions end. */
export const withoutProvider: Recheck = async (session) =>
  session.checkedAt === null ? session : undefined

type IfBelieved = (session: FoundSession) => FoundSession | undefined

async function ask(
  world: ProviderWorld,
  session: FoundSession,
  ifBelieved: IfBelieved,
): Promise<FoundSession | undefined> {
  const person = await subjectOf(world.db, session.staffId)
  const token = session.sealedToken ? world.sealer.open(session.sealedToken) : undefined
  // Another provider was set since, or another secret: what this session was given by is gone.
  if (!person || person.issuer !== world.provider.issuer || token === undefined) return undefined
  try {
    return await take(world, session, await world.provider.askAgain(token, person.subject))
  } catch (error) {
    if (error instanceof ProviderRefused) return undefined
    if (!(error instanceof ProviderAway)) throw error
    await freeChecking(world.db, session.id)
    return ifBelieved(session)
  }
}

/** Undefined when the roles are others now: their sessions have ended, and they sign in again with what they have. */
function take(
  world: ProviderWorld,
  session: FoundSession,
  { claims, refreshToken }: ProviderAnswer,
): Promise<FoundSession | undefined> {
  const roles = rolesInClaims(claims, world.provider.roles)
  const at = world.now()
  return world.db.transaction().execute(async (db) => {
    await lockStaffChanges(db)
    const member = await findStaffToChange(db, session.staffId)
    if (!member || member.suspendedAt) return undefined
    if (await takeRolesFrom({ db, now: world.now }, member, roles)) return undefined
    const sealedToken = refreshToken === undefined ? null : world.sealer.seal(refreshToken)
    await noteChecked(db, session.id, { at, sealedToken })
    return { ...session, roles, checkedAt: at, sealedToken }
  })
}

/** Somebody else asks at this moment: a token that can be used once must not be used twice. */
async function waitForOther(
  { db }: ProviderWorld,
  session: FoundSession,
  ifBelieved: IfBelieved,
): Promise<FoundSession | undefined> {
  for (let waited = 0; waited < waitForOtherMs; waited += 200) {
    await pause(200)
    const row = await checkedAtOf(db, session.id)
    if (row === undefined) return undefined
    const now = ifBelieved({ ...session, checkedAt: row.checked_at })
    if (now) return now
  }
  return undefined
}
