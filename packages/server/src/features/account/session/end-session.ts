import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { AccountWorld } from '../account-world.ts'
import { recordAct } from '../audit/audit.queries.ts'
import { deleteOwnSession } from './session.queries.ts'

/** Ends one of the actor's own sessions, this one or another. To end one that has ended already is nothing new. */
export async function endSession(
  { db, now }: AccountWorld,
  actor: StaffActor,
  id: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await deleteOwnSession(trx, { id, staffId: actor.staffId }))) return
    await recordAct(trx, actor, { at: now(), verb: 'session.end', thing: { kind: 'session', id } })
  })
}
