import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Action } from '@takepart/shared/domain/account/actions'
import { rolesProblems } from '@takepart/shared/domain/account/invitation'
import { may } from '@takepart/shared/domain/account/may'
import { inOrder, type Role } from '@takepart/shared/domain/account/role'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { isForbidden } from '../../forbidden.ts'
import type { AccountWorld } from './account-world.ts'
import { recordAct, type Act } from './audit/audit.queries.ts'
import { deleteSessionsOf } from './session/session.queries.ts'
import {
  countOtherAdministrators,
  findStaffToChange,
  setRoles,
  setSuspended,
  type StaffMember,
} from './staff.queries.ts'

type Done = Result<true, AccountProblem>

export interface RoleChange {
  readonly staffId: string
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
}

/**
 * Gives a colleague other roles. Their sessions end, so that the next begins under a new id with the new rights (S22).
 * Refused: no role at all, and to leave the desk without an administrator.
 */
export function changeRoles(
  world: AccountWorld,
  actor: StaffActor,
  { staffId, roles, everyConsultation }: RoleChange,
): Promise<Done> {
  const problems = rolesProblems(roles)
  if (problems.length > 0) return Promise.resolve(refuse(...problems))
  return changeColleague(
    world,
    { actor, staffId, action: 'staff.change-roles' },
    async (change) => {
      if (!roles.includes('administrator') && (await isLastAdministrator(change)))
        return refuse({ code: 'last-administrator' })
      await setRoles(change.db, staffId, { roles: inOrder(roles), everyConsultation })
      await deleteSessionsOf(change.db, staffId)
      return accept({ detail: inOrder(roles).join(',') })
    },
  )
}

/** Shuts a colleague out, at once and everywhere: sessions and streams end, keys and links are of no use (S23). */
export const suspendStaff = (
  world: AccountWorld,
  actor: StaffActor,
  staffId: string,
): Promise<Done> =>
  changeColleague(world, { actor, staffId, action: 'staff.suspend' }, async (change) => {
    if (await isLastAdministrator(change)) return refuse({ code: 'last-administrator' })
    await setSuspended(change.db, staffId, world.now())
    await deleteSessionsOf(change.db, staffId)
    return accept({})
  })

/** Lets a colleague in again, with the roles and keys they had. */
export const readmitStaff = (
  world: AccountWorld,
  actor: StaffActor,
  staffId: string,
): Promise<Done> =>
  changeColleague(world, { actor, staffId, action: 'staff.suspend' }, async ({ db }) => {
    await setSuspended(db, staffId, null)
    return accept({ verb: 'staff.readmit' })
  })

interface Changing {
  readonly actor: StaffActor
  readonly staffId: string
  readonly action: Action
}

interface Change {
  readonly db: AccountWorld['db']
  readonly member: StaffMember
}

/** One transaction: looks the colleague up and locks them, asks whether the actor may, changes, and notes it. */
function changeColleague(
  world: AccountWorld,
  { actor, staffId, action }: Changing,
  change: (change: Change) => Promise<Result<Partial<Act>, AccountProblem>>,
): Promise<Done> {
  return world.db.transaction().execute(async (db) => {
    if (!may(actor, action, { ownerId: staffId })) throw isForbidden()
    const member = await findStaffToChange(db, staffId)
    if (!member) return refuse({ code: 'staff-unknown' })
    const changed = await change({ db, member })
    if (!changed.ok) return changed
    const thing = { kind: 'staff', id: staffId }
    await recordAct(db, actor, { at: world.now(), verb: action, thing, ...changed.value })
    return accept(true)
  })
}

const isLastAdministrator = async ({ db, member }: Change): Promise<boolean> =>
  member.roles.includes('administrator') &&
  member.suspendedAt === null &&
  (await countOtherAdministrators(db, member.id)) === 0
