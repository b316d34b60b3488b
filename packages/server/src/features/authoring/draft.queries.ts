import type { MadeEdit } from '@takepart/shared/domain/authoring/draft/draft-history'
import type { Draft, Outline, Part, PartKey } from '@takepart/shared/domain/authoring/draft/draft'
import type { Edit } from '@takepart/shared/domain/authoring/draft/edit'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** A draft, and the version it is based on. */
export interface StoredDraft {
  readonly draft: Draft
  readonly basedOn: number | undefined
}

/** Stores a new draft with all its parts. False, and nothing is stored, when there is one of this consultation already. */
export async function insertDraft(
  trx: Db,
  { draft, basedOn }: StoredDraft,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('draft')
    .values({
      consultation_id: draft.id,
      outline: JSON.stringify(draft.outline),
      based_on: basedOn ?? null,
      began_by: by,
      began_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  for (const part of Object.values(draft.parts)) await insertPart(trx, draft.id, part)
  return true
}

export const insertPart = async (trx: Db, draft: string, part: Part): Promise<void> => {
  await trx
    .insertInto('draft_part')
    .values({
      consultation_id: draft,
      key: part.key,
      fields: JSON.stringify(part.fields),
      others: JSON.stringify(part.others),
      revision: part.revision,
    })
    .execute()
}

/** Stores many parts at once, in place of what they said before. */
export const putParts = async (trx: Db, draft: string, parts: readonly Part[]): Promise<void> => {
  await sql`INSERT INTO draft_part (consultation_id, key, fields, others, revision)
    SELECT ${draft}, key, fields, others, revision FROM jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
      AS part (key text, fields jsonb, others jsonb, revision integer)
    ON CONFLICT (consultation_id, key) DO UPDATE
      SET fields = excluded.fields, others = excluded.others, revision = excluded.revision`.execute(
    trx,
  )
}

/** The whole draft as one moment saw it. */
export async function findDraft(db: Db, id: string): Promise<StoredDraft | undefined> {
  const row = await db
    .selectFrom('draft')
    .select((eb) => [
      'outline',
      'based_on',
      eb
        .selectFrom('draft_part')
        .whereRef('draft_part.consultation_id', '=', 'draft.consultation_id')
        .select(
          sql<
            readonly Part[]
          >`coalesce(jsonb_agg(jsonb_build_object('key', key, 'fields', fields, 'others', others, 'revision', revision)), '[]')`.as(
            'parts',
          ),
        )
        .as('parts'),
    ])
    .where('consultation_id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const parts = Object.fromEntries((row.parts ?? []).map((part) => [part.key, part]))
  return { draft: { id, outline: row.outline, parts }, basedOn: row.based_on ?? undefined }
}

/** The outline, with a lock on it: one after the other adds, moves and removes. */
export const findOutlineToChange = async (trx: Db, id: string): Promise<Outline | undefined> =>
  (
    await trx
      .selectFrom('draft')
      .select('outline')
      .where('consultation_id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  )?.outline

export const storeOutline = async (trx: Db, id: string, outline: Outline): Promise<void> => {
  await trx
    .updateTable('draft')
    .set({ outline: JSON.stringify(outline) })
    .where('consultation_id', '=', id)
    .execute()
}

export const hasPart = async (trx: Db, id: string, key: PartKey): Promise<boolean> =>
  (await trx
    .selectFrom('draft_part')
    .select('key')
    .where('consultation_id', '=', id)
    .where('key', '=', key)
    .executeTakeFirst()) !== undefined

/** A part, with a lock on it. One that nobody has written in is made empty first. */
export async function findPartToChange(trx: Db, id: string, key: PartKey): Promise<Part> {
  await trx
    .insertInto('draft_part')
    .values({ consultation_id: id, key, fields: '{}', others: '[]', revision: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { fields, others, revision } = await trx
    .selectFrom('draft_part')
    .select(['fields', 'others', 'revision'])
    .where('consultation_id', '=', id)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { key, fields, others, revision }
}

export const storePart = async (trx: Db, id: string, part: Part): Promise<void> => {
  await trx
    .updateTable('draft_part')
    .set({
      fields: JSON.stringify(part.fields),
      others: JSON.stringify(part.others),
      revision: part.revision,
    })
    .where('consultation_id', '=', id)
    .where('key', '=', part.key)
    .execute()
}

/** An edit to be kept in the history. */
export interface EditToStore extends Omit<MadeEdit, 'number' | 'at'> {
  readonly draft: string
  readonly at: Date
}

export const insertEdit = async (trx: Db, made: EditToStore): Promise<void> => {
  await trx
    .insertInto('draft_edit')
    .values({
      id: made.id,
      consultation_id: made.draft,
      edit: JSON.stringify(made.edit),
      outcome: made.outcome,
      undoes: made.undoes ?? null,
      by_staff: made.by,
      at: made.at,
    })
    .execute()
}

/** Many edits at once, in their order. */
export const insertEdits = async (trx: Db, made: readonly EditToStore[]): Promise<void> => {
  await sql`INSERT INTO draft_edit (id, consultation_id, edit, outcome, by_staff, at)
    SELECT (made ->> 'id')::uuid, (made ->> 'draft')::uuid, made -> 'edit', made ->> 'outcome',
      (made ->> 'by')::uuid, (made ->> 'at')::timestamptz
    FROM jsonb_array_elements(${JSON.stringify(made)}::jsonb) WITH ORDINALITY AS all_made (made, place)
    ORDER BY place`.execute(trx)
}

/** What became of an edit that was sent before; undefined when it was never received. */
export const findEdit = (
  db: Db,
  id: string,
): Promise<{ draft: string; by: string; edit: Edit; outcome: MadeEdit['outcome'] } | undefined> =>
  db
    .selectFrom('draft_edit')
    .select(['consultation_id as draft', 'by_staff as by', 'edit', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst()

/**
 * Sets one field in one statement when it still says what its author saw, and keeps the edit. Gives the part's new
 * revision; undefined when nothing was done: the field says something else, there is no such part, or the edit came before.
 */
export async function setFieldAtOnce(
  db: Db,
  made: EditToStore & { readonly edit: Extract<Edit, { do: 'set' }> },
): Promise<number | undefined> {
  const { part, field, was, now } = made.edit
  const [before, after] = [json(was), json(now)]
  const { rows } = await sql<{ revision: number }>`
    WITH changed AS (
      UPDATE draft_part
        SET fields = CASE WHEN ${after}::jsonb IS NULL THEN fields - ${field}::text
            ELSE fields || jsonb_build_object(${field}::text, ${after}::jsonb) END,
          revision = revision + 1
        WHERE consultation_id = ${made.draft} AND key = ${part}
          AND (fields -> ${field}::text) IS NOT DISTINCT FROM ${before}::jsonb
          AND (fields -> ${field}::text) IS DISTINCT FROM ${after}::jsonb
          AND NOT EXISTS (SELECT FROM draft_edit WHERE id = ${made.id})
        RETURNING revision),
      kept AS (
        INSERT INTO draft_edit (id, consultation_id, edit, outcome, undoes, by_staff, at)
          SELECT ${made.id}, ${made.draft}, ${JSON.stringify(made.edit)}::jsonb, 'applied', ${made.undoes ?? null}::uuid,
            ${made.by}, ${made.at} FROM changed)
    SELECT revision FROM changed`.execute(db)
  return rows[0]?.revision
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/** Edits of a draft, the oldest first: the newest `most`, all after number `after`, or of one part. */
export async function listEdits(
  db: Db,
  draft: string,
  { most, after = 0 }: { readonly most: number; readonly after?: number },
): Promise<readonly MadeEdit[]> {
  const rows = await db
    .selectFrom('draft_edit')
    .select(['number', 'id', 'edit', 'outcome', 'undoes', 'by_staff', 'at'])
    .where('consultation_id', '=', draft)
    .where('number', '>', String(after))
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  return rows.toReversed().map(({ number, by_staff: by, at, undoes, ...row }) => ({
    ...row,
    number: Number(number),
    by,
    at: at.toISOString(),
    ...(undoes === null ? {} : { undoes }),
  }))
}

export interface StoredOverrule {
  readonly finding: string
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** Why advice on a draft is not followed; at most 500. */
export async function listOverrules(db: Db, draft: string): Promise<readonly StoredOverrule[]> {
  const rows = await db
    .selectFrom('draft_overrule')
    .select(['finding', 'reason', 'by_staff as by', 'at'])
    .where('consultation_id', '=', draft)
    .orderBy('at')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export const putOverrule = async (
  db: Db,
  draft: string,
  { finding, reason, by, at }: Omit<StoredOverrule, 'at'> & { readonly at: Date },
): Promise<void> => {
  await db
    .insertInto('draft_overrule')
    .values({ consultation_id: draft, finding, reason, by_staff: by, at })
    .onConflict((conflict) =>
      conflict.columns(['consultation_id', 'finding']).doUpdateSet({ reason, by_staff: by, at }),
    )
    .execute()
}

export const removeOverrule = async (db: Db, draft: string, finding: string): Promise<void> => {
  await db
    .deleteFrom('draft_overrule')
    .where('consultation_id', '=', draft)
    .where('finding', '=', finding)
    .execute()
}
