import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

export type ChangeKind = 'extend' | 'retract'

/** Something that was asked for a published consultation, and what a second person decided. */
export interface StoredChange {
  readonly id: string
  readonly kind: ChangeKind
  readonly closesAt: Date | null
  readonly note: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly decision: 'done' | 'turned-down' | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

const changes = (db: Db) =>
  db
    .selectFrom('consultation_change')
    .select([
      'id',
      'kind',
      'closes_at as closesAt',
      'note',
      'asked_by as askedBy',
      'asked_at as askedAt',
      'decision',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
    ])

/** All that was asked for a consultation, the oldest first; at most 200. */
export const listChanges = (db: Db, consultation: string): Promise<readonly StoredChange[]> =>
  changes(db)
    .where('consultation_id', '=', consultation)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(200)
    .execute()

/** One request of a consultation, with a lock on it. */
export const findChangeToDecide = (
  trx: Db,
  consultation: string,
  id: string,
): Promise<StoredChange | undefined> =>
  changes(trx)
    .where('consultation_id', '=', consultation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** False: the same thing is asked already, and waits. */
export async function insertChange(
  trx: Db,
  consultation: string,
  change: {
    id: string
    kind: ChangeKind
    closesAt: Date | null
    note: string
    by: string
    at: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('consultation_change')
    .values({
      id: change.id,
      consultation_id: consultation,
      kind: change.kind,
      closes_at: change.closesAt,
      note: change.note,
      asked_by: change.by,
      asked_at: change.at,
      decision: null,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const endChange = async (
  trx: Db,
  id: string,
  { decision, by, at }: { decision: 'done' | 'turned-down'; by: string; at: Date },
): Promise<void> => {
  await trx
    .updateTable('consultation_change')
    .set({ decision, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .execute()
}
