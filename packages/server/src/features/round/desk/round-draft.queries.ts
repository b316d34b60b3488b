import type { MadeEdit } from '@takepart/shared/domain/authoring/draft/draft-history'
import type { Part, PartFields } from '@takepart/shared/domain/authoring/draft/draft'
import type { Edit } from '@takepart/shared/domain/authoring/draft/edit'
import {
  fieldsOfRound,
  roundPart,
  type PublishedState,
} from '@takepart/shared/domain/round/desk/round-draft'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** Stores a new draft. False, and nothing is stored, when there is one with this id already. */
export async function insertRoundDraft(
  trx: Db,
  { id, fields }: { readonly id: string; readonly fields: PartFields },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('round_draft')
    .values({
      round_id: id,
      fields: JSON.stringify(fields),
      others: '[]',
      revision: 1,
      began_by: by,
      began_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const partIn = (row: Omit<Part, 'key'>): Part => ({ key: roundPart, ...row })

/** What is written of a round: its draft, or as it was published where nobody has written in it here. */
export async function findRoundDraft(db: Db, id: string): Promise<Part | undefined> {
  const row = await draftRow(db, id).executeTakeFirst()
  if (row) return partIn(row)
  const published = await findPublishedById(db, id)
  return published && partIn({ fields: fieldsOfRound(published.round), others: [], revision: 0 })
}

/**
 * The draft, with a lock on it: one after the other writes, asks, signs and publishes. That of a round which was published
 * without one is made first.
 */
export async function findRoundDraftToChange(
  trx: Db,
  id: string,
  who: { readonly by: string; readonly at: Date },
): Promise<Part | undefined> {
  const row = await draftRow(trx, id).forUpdate().executeTakeFirst()
  if (row) return partIn(row)
  const published = await findPublishedById(trx, id)
  if (!published) return undefined
  await insertRoundDraft(trx, { id, fields: fieldsOfRound(published.round) }, who)
  return partIn(await draftRow(trx, id).forUpdate().executeTakeFirstOrThrow())
}

export const lockRoundDraft = async (trx: Db, id: string): Promise<void> => {
  await draftRow(trx, id).forUpdate().execute()
}

const draftRow = (db: Db, id: string) =>
  db.selectFrom('round_draft').select(['fields', 'others', 'revision']).where('round_id', '=', id)

export const storeRoundDraft = async (trx: Db, id: string, part: Part): Promise<void> => {
  await trx
    .updateTable('round_draft')
    .set({
      fields: JSON.stringify(part.fields),
      others: JSON.stringify(part.others),
      revision: part.revision,
    })
    .where('round_id', '=', id)
    .execute()
}

export interface RoundEditToStore {
  readonly round: string
  readonly id: string
  readonly edit: Edit
  readonly outcome: MadeEdit['outcome']
  readonly by: string
  readonly at: Date
}

export const insertRoundEdit = async (trx: Db, made: RoundEditToStore): Promise<void> => {
  await trx
    .insertInto('round_draft_edit')
    .values({
      id: made.id,
      round_id: made.round,
      edit: JSON.stringify(made.edit),
      outcome: made.outcome,
      by_staff: made.by,
      at: made.at,
    })
    .execute()
}

/** What became of an edit that was sent before; undefined when it was never received. */
export const findRoundEdit = (
  db: Db,
  id: string,
): Promise<{ round: string; by: string; outcome: MadeEdit['outcome'] } | undefined> =>
  db
    .selectFrom('round_draft_edit')
    .select(['round_id as round', 'by_staff as by', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Edits of a round after number `after`, the oldest first; the newest `most` of them. */
export async function listRoundEdits(
  db: Db,
  round: string,
  { most, after = 0 }: { readonly most: number; readonly after?: number },
): Promise<readonly MadeEdit[]> {
  const rows = await db
    .selectFrom('round_draft_edit')
    .select(['number', 'id', 'edit', 'outcome', 'by_staff', 'at'])
    .where('round_id', '=', round)
    .where('number', '>', String(after))
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  return rows.toReversed().map(({ number, by_staff: by, at, ...row }) => ({
    ...row,
    number: Number(number),
    by,
    at: at.toISOString(),
  }))
}

/** Up to which edit somebody has seen a round; 0: never looked. */
export const findRoundLook = async (db: Db, round: string, staff: string): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('round_draft_look')
        .select('seen')
        .where('round_id', '=', round)
        .where('staff_id', '=', staff)
        .executeTakeFirst()
    )?.seen ?? 0,
  )

/** Notes that somebody has seen a round with all its edits so far. Never goes back. */
export const noteRoundLook = async (
  trx: Db,
  round: string,
  { staff, at }: { readonly staff: string; readonly at: Date },
): Promise<void> => {
  await sql`INSERT INTO round_draft_look (round_id, staff_id, seen, at)
    SELECT ${round}, ${staff}, coalesce(max(number), 0), ${at} FROM round_draft_edit WHERE round_id = ${round}
    ON CONFLICT (round_id, staff_id) DO UPDATE SET seen = greatest(round_draft_look.seen, excluded.seen), at = excluded.at`.execute(
    trx,
  )
}

/** What everybody sees of a round; undefined when it was never published. */
export async function findPublishedById(
  db: Db,
  id: string,
): Promise<(PublishedState & { readonly retraction?: Retraction }) | undefined> {
  const row = await db
    .selectFrom('round')
    .leftJoin('round_questions_end as e', 'e.round_id', 'round.id')
    .select(['document', 'retracted_at', 'retracted_reason', 'e.finished_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { document: round, retracted_at: at, retracted_reason: reason } = row
  const unfinished = round.kind === 'questions' && row.finished_at === null
  const more = unfinished ? { unfinished } : {}
  return at && reason
    ? { round, retracted: true, retraction: { at, reason }, ...more }
    : { round, retracted: false, ...more }
}

export interface Retraction {
  readonly at: Date
  readonly reason: string
}

const mostAlike = 1000

/** The wanted slug, or the first with a number that no discussion and no draft of one has. */
export async function freeSlug(db: Db, wanted: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    SELECT slug FROM round WHERE starts_with(slug, ${wanted})
    UNION SELECT fields ->> 'slug' FROM round_draft WHERE starts_with(fields ->> 'slug', ${wanted})
    LIMIT ${mostAlike}`.execute(db)
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1)
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
