import type { PlacedNote } from '@takepart/shared/domain/authoring/import/fit-fields'
import type { ImportKind } from '@takepart/shared/domain/authoring/import/import-file'
import type { Imported } from '@takepart/shared/domain/authoring/import/imported'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** A file of which pieces are coming in. */
export interface Upload {
  readonly id: string
  readonly draft: string
  readonly name: string
  readonly bytes: number
  readonly by: string
}

/** Begins an upload, once. Gives what is known of it: another's under the same id stays theirs. */
export async function beginUpload(
  db: Db,
  { id, draft, name, bytes, by }: Upload,
  at: Date,
): Promise<Upload | undefined> {
  await db
    .insertInto('upload')
    .values({ id, consultation_id: draft, name, bytes, by_staff: by, began_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return findUpload(db, id)
}

export const findUpload = (db: Db, id: string): Promise<Upload | undefined> =>
  db
    .selectFrom('upload')
    .select(['id', 'consultation_id as draft', 'name', 'bytes', 'by_staff as by'])
    .where('id', '=', id)
    .executeTakeFirst()

/** A piece that came before stays as it came. */
export const putPiece = async (
  db: Db,
  upload: string,
  { number, bytes }: { readonly number: number; readonly bytes: Buffer },
): Promise<void> => {
  await db
    .insertInto('upload_piece')
    .values({ upload_id: upload, number, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const numbersOfPieces = async (db: Db, upload: string): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('upload_piece')
      .select('number')
      .where('upload_id', '=', upload)
      .orderBy('number')
      .execute()
  ).map(({ number }) => number)

export const bytesOfUpload = async (db: Db, upload: string): Promise<Uint8Array> => {
  const pieces = await db
    .selectFrom('upload_piece')
    .select('bytes')
    .where('upload_id', '=', upload)
    .orderBy('number')
    .execute()
  return new Uint8Array(Buffer.concat(pieces.map(({ bytes }) => bytes)))
}

/** Takes an upload away with its pieces. */
export const removeUpload = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('upload').where('id', '=', id).execute()
}

/** Takes away uploads that began before a moment and were never finished. */
export const removeOldUploads = async (db: Db, before: Date): Promise<void> => {
  await db.deleteFrom('upload').where('began_at', '<', before).execute()
}

export interface StoredImport {
  readonly id: string
  readonly draft: string
  readonly fileName: string
  readonly kind: ImportKind
  readonly imported: Imported
  readonly by: string
  readonly at: Date
  readonly state: 'read' | 'taken' | 'thrown-away'
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

const columns = [
  'id',
  'consultation_id as draft',
  'file_name as fileName',
  'kind',
  'imported',
  'by_staff as by',
  'at',
  'state',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
] as const

export const insertImport = async (
  db: Db,
  {
    id,
    draft,
    fileName,
    kind,
    imported,
    by,
    at,
  }: Omit<StoredImport, 'state' | 'decidedBy' | 'decidedAt'>,
): Promise<void> => {
  await db
    .insertInto('draft_import')
    .values({
      id,
      consultation_id: draft,
      file_name: fileName,
      kind,
      imported: JSON.stringify(imported),
      by_staff: by,
      at,
      state: 'read',
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const findImport = (db: Db, draft: string, id: string): Promise<StoredImport | undefined> =>
  db
    .selectFrom('draft_import')
    .select(columns)
    .where('id', '=', id)
    .where('consultation_id', '=', draft)
    .executeTakeFirst()

const mostListed = 50

/** The newest first, without what was read in them. */
export const listImports = (
  db: Db,
  draft: string,
): Promise<readonly Omit<StoredImport, 'imported' | 'draft'>[]> =>
  db
    .selectFrom('draft_import')
    .select(
      columns.filter((column) => column !== 'imported' && column !== 'consultation_id as draft'),
    )
    .where('consultation_id', '=', draft)
    .orderBy('at', 'desc')
    .limit(mostListed)
    .execute()

/** Decides what becomes of an import, once. False: somebody has decided already. */
export async function decideImport(
  db: Db,
  id: string,
  {
    state,
    by,
    at,
  }: { readonly state: 'taken' | 'thrown-away'; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draft_import')
    .set({ state, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .where('state', '=', 'read')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const insertNotes = async (
  db: Db,
  { draft, importId }: { readonly draft: string; readonly importId: string },
  notes: readonly PlacedNote[],
): Promise<void> => {
  if (notes.length === 0) return
  const rows = notes.map(({ part, field, kind, words }, number) => ({
    number,
    part,
    field: field ?? null,
    kind,
    words: words.slice(0, 6_000),
  }))
  await sql`INSERT INTO draft_note (import_id, consultation_id, number, part, field, kind, words)
    SELECT ${importId}, ${draft}, number, part, field, kind, words
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS note (number integer, part text, field text, kind text, words text)`.execute(db)
}

/** A note that nobody has confirmed yet. */
export interface OpenNote {
  readonly importId: string
  readonly number: number
  readonly part: string
  readonly field: string | null
  readonly words: string
}

const mostNotes = 500

export const listOpenNotes = (db: Db, draft: string): Promise<readonly OpenNote[]> =>
  db
    .selectFrom('draft_note')
    .select(['import_id as importId', 'number', 'part', 'field', 'words'])
    .where('consultation_id', '=', draft)
    .where('confirmed_at', 'is', null)
    .orderBy('import_id')
    .orderBy('number')
    .limit(mostNotes)
    .execute()

/** Says that somebody has looked at a note. Again changes nothing. */
export const confirmNote = async (
  db: Db,
  draft: string,
  { importId, number, by, at }: { importId: string; number: number; by: string; at: Date },
): Promise<void> => {
  await db
    .updateTable('draft_note')
    .set({ confirmed_by: by, confirmed_at: at })
    .where('consultation_id', '=', draft)
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .where('confirmed_at', 'is', null)
    .execute()
}
