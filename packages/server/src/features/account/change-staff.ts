import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { rolesProblems } from '@takepart/shared/domain/account/invitation'
import {
  keepsAnAdministrator,
  type Standing,
} from '@takepart/shared/domain/account/last-administrator'
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
  lockStaffChanges,
  setRoles,
  setSuspended,
  type StaffMember,
} from './staff.queries.ts'
import { changeTeams, knownConsultations, teamsOf } from './team.queries.ts'

type Done = Result<true, AccountProblem>

export interface RoleChange {
  readonly staffId: string
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
  /** Ids of the consultations they work on beside; of no use to whoever works on every one, and kept all the same. */
  readonly consultations: readonly string[]
}

/**
 * Gives a colleague other roles and other consultations to work on. Their sessions end, so that the next begins under a
 * new id with the new rights (S22); where nothing changes, nothing ends. Whoever comes by the identity provider keeps the
 * roles that it says. Refused: no role at all, and to leave the desk without an administrator.
 */
export function changeRoles(
  world: AccountWorld,
  actor: StaffActor,
  { staffId, roles, everyConsultation, consultations }: RoleChange,
): Promise<Done> {
  const asked = { actor, staffId, action: 'staff.change-roles' } as const
  return changeColleague(world, asked, async (change) => {
    const { db, member } = change
    const given = member.byProvider ? member.roles : inOrder(roles)
    const problems = rolesProblems(given)
    if (problems.length > 0) return refuse(...problems)
    if (await wouldBeTheLast(change, { roles: given, isSuspended: member.suspendedAt !== null }))
      return refuse({ code: 'last-administrator' })
    const teams = await teamChanges(db, staffId, consultations)
    const rolesChange = given.join() !== member.roles.join()
    const isSame = !rolesChange && everyConsultation === member.everyConsultation
    if (isSame && teams.length === 0) return accept([])
    if (!isSame) await setRoles(db, staffId, { roles: given, everyConsultation })
    await changeTeams(db, staffId, teams)
    await deleteSessionsOf(db, staffId)
    const extent = everyConsultation ? 'every' : 'own'
    return accept([
      ...(isSame ? [] : [{ detail: `${given.join(',')} ${extent}` }]),
      ...teams.map(({ consultationId, joins }) => ({
        verb: joins ? 'staff.join-team' : 'staff.leave-team',
        thing: { kind: 'consultation', id: consultationId },
        detail: staffId,
      })),
    ])
  })
}

/** What becomes of the teams; consultations that are not there are left out. */
async function teamChanges(db: Change['db'], staffId: string, wanted: readonly string[]) {
  const [before, known] = [await teamsOf(db, staffId), await knownConsultations(db, wanted)]
  return [
    ...known
      .filter((id) => !before.includes(id))
      .map((consultationId) => ({ consultationId, joins: true })),
    ...before
      .filter((id) => !wanted.includes(id))
      .map((consultationId) => ({ consultationId, joins: false })),
  ]
}

/** Shuts a colleague out, at once and everywhere: sessions and streams end, keys and links are of no use (S23). */
export const suspendStaff = (
  world: AccountWorld,
  actor: StaffActor,
  staffId: string,
): Promise<Done> =>
  changeColleague(world, { actor, staffId, action: 'staff.suspend' }, async (change) => {
    const { db, member } = change
    if (member.suspendedAt !== null) return accept([])
    if (await wouldBeTheLast(change, { roles: member.roles, isSuspended: true }))
      return refuse({ code: 'last-administrator' })
    await setSuspended(db, staffId, world.now())
    await deleteSessionsOf(db, staffId)
    return accept([{}])
  })

/** Lets a colleague in again, with the roles and keys they had. */
export const readmitStaff = (
  world: AccountWorld,
  actor: StaffActor,
  staffId: string,
): Promise<Done> =>
  changeColleague(world, { actor, staffId, action: 'staff.suspend' }, async ({ db, member }) => {
    if (member.suspendedAt === null) return accept([])
    await setSuspended(db, staffId, null)
    return accept([{ verb: 'staff.readmit' }])
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

/**
 * One transaction, one after the other with every other change of staff: looks the colleague up, asks whether the actor
 * may, and still is who they were when the call came in; changes; and notes what was done, if anything was.
 */
function changeColleague(
  world: AccountWorld,
  { actor, staffId, action }: Changing,
  change: (change: Change) => Promise<Result<readonly Partial<Act>[], AccountProblem>>,
): Promise<Done> {
  return world.db.transaction().execute(async (db) => {
    if (!may(actor, action, { ownerId: staffId })) throw isForbidden()
    await lockStaffChanges(db)
    const self = await findStaffToChange(db, actor.staffId)
    if (
      !self ||
      self.suspendedAt ||
      !may({ ...actor, roles: self.roles }, action, { ownerId: staffId })
    )
      throw isForbidden()
    const member = await findStaffToChange(db, staffId)
    if (!member) return refuse({ code: 'staff-unknown' })
    const changed = await change({ db, member })
    if (!changed.ok) return changed
    const thing = { kind: 'staff', id: staffId }
    for (const act of changed.value)
      await recordAct(db, actor, { at: world.now(), verb: action, thing, ...act })
    return accept(true)
  })
}

async function wouldBeTheLast({ db, member }: Change, after: Standing): Promise<boolean> {
  const before = { roles: member.roles, isSuspended: member.suspendedAt !== null }
  return !keepsAnAdministrator(before, after, await countOtherAdministrators(db, member.id))
}
