import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { accountWords } from '@takepart/shared/words/account'
import type { AccountWorld } from './account-world.ts'
import { listOpenInvitations } from './invitation.queries.ts'

/** Links that run out unless somebody uses them: for administrators, who can ask after their colleague. */
export async function invitationsWaiting({
  db,
  now,
  actor,
}: Pick<AccountWorld, 'db' | 'now'> & { readonly actor: StaffActor }): Promise<readonly Waiting[]> {
  if (!mayEver(actor, 'staff.invite')) return []
  const open = await listOpenInvitations(db, now())
  return open.slice(0, 50).map(({ id, name, endsAt }) => ({
    id: `invitation-${id}`,
    when: endsAt.toISOString(),
    words: accountWords.invitationRunsOut(name ?? ''),
    about: accountWords.invitationRunsOutMore,
    href: deskPaths.staff,
    act: accountWords.seeInvitations,
  }))
}
