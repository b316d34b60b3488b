import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { findForAct, insertLook, type StoredConcern } from './concern.queries.ts'

/** Reads a concern with its words. The look is noted before the words leave the server: without one, no words. */
export const readConcern = (
  {
    db,
    now,
    actor,
  }: { readonly db: Kysely<Schema>; readonly now: () => Date; readonly actor: StaffActor },
  concernId: string,
): Promise<StoredConcern | undefined> =>
  db.transaction().execute(async (trx) => {
    const concern = await findForAct(trx, concernId)
    if (!concern) return undefined
    const at = now()
    await insertLook(trx, { concernId, staffId: actor.staffId, at })
    await recordAct(trx, actor, {
      at,
      verb: 'concern.see',
      thing: { kind: 'concern', id: concernId },
    })
    return concern
  })
