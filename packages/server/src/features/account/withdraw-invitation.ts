import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { AccountWorld } from './account-world.ts'
import { recordAct } from './audit/audit.queries.ts'
import { useInvitation } from './invitation.queries.ts'

/** Ends a link that nobody has used. To end one that has ended already is nothing new. */
export async function withdrawInvitation(
  { db, now }: AccountWorld,
  actor: StaffActor,
  id: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await useInvitation(trx, id, now()))) return
    const thing = { kind: 'invitation', id }
    await recordAct(trx, actor, { at: now(), verb: 'staff.withdraw-invitation', thing })
  })
}
