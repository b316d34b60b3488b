import type { ProviderProblem } from '@takepart/shared/domain/account/account-problem'
import type { Role } from '@takepart/shared/domain/account/role'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { recordAct } from '../audit/audit.queries.ts'
import { makeUuid } from '../secret.ts'
import { deleteSessionsOf } from '../session/session.queries.ts'
import {
  insertStaffMember,
  lockStaffChanges,
  setRoles,
  type StaffMember,
} from '../staff.queries.ts'
import { findByProvider } from './provider-session.queries.ts'
import type { ProviderWorld } from './provider-world.ts'

export interface NamedByProvider {
  readonly subject: string
  readonly name: string | undefined
  readonly roles: readonly Role[]
}

const job = { kind: 'job', name: 'identity-provider' } as const

/**
 * Lets in whom the provider names, with the roles it says and none beside; the id is who they are here. An account that
 * was made by a link is never taken over, whatever address the provider says (R23). Refused: without a role, and whoever
 * an administrator here has shut out. Call it inside a transaction, which is to be committed also when it is refused: the
 * roles of somebody who has none any more are taken away.
 */
export async function admitByProvider(
  world: ProviderWorld,
  named: NamedByProvider,
): Promise<Result<string, { readonly code: ProviderProblem }>> {
  await lockStaffChanges(world.db)
  const { issuer } = world.provider
  const found = await findByProvider(world.db, { issuer, subject: named.subject })
  if (found) await takeRolesFrom(world, found, named.roles)
  if (named.roles.length === 0 || found?.suspendedAt) return refuse({ code: 'provider-no-role' })
  return accept(found ? found.id : await join(world, named))
}

async function join(world: ProviderWorld, { subject, name, roles }: NamedByProvider) {
  const { db, now, random, provider } = world
  const id = makeUuid(random)
  await insertStaffMember(db, {
    id,
    name: name ?? `Work account ${id.slice(0, 8)}`,
    email: null,
    roles,
    everyConsultation: true,
    joinedAt: now(),
    provider: { issuer: provider.issuer, subject },
  })
  const thing = { kind: 'staff', id }
  await recordAct(db, job, { at: now(), verb: 'staff.join', thing, detail: roles.join(',') })
  return id
}

/** Gives somebody the roles that the provider says now; where they are others, all their sessions end. True: they were. */
export async function takeRolesFrom(
  { db, now }: Pick<ProviderWorld, 'db' | 'now'>,
  member: StaffMember,
  roles: readonly Role[],
): Promise<boolean> {
  if (roles.join() === member.roles.join()) return false
  await setRoles(db, member.id, { roles, everyConsultation: member.everyConsultation })
  await deleteSessionsOf(db, member.id)
  const thing = { kind: 'staff', id: member.id }
  const detail = roles.join(',') || 'none'
  await recordAct(db, job, { at: now(), verb: 'staff.roles-by-provider', thing, detail })
  return true
}
