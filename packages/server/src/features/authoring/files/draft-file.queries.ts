import type { FoundFiles } from '@takepart/shared/domain/authoring/check-media-files'
import type { FileType } from '@takepart/shared/domain/consultation/media'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { storeFile, type FileToStore } from '../../../media/media.queries.ts'

type Db = Kysely<Schema>

export interface DraftFile {
  readonly draft: string
  readonly name: string
  readonly type: FileType
  readonly file: FileToStore
  readonly by: string
  readonly at: Date
}

/** Keeps a file of a draft. One of that name stays as it is. */
export async function putDraftFile(
  trx: Db,
  { draft, name, type, file, by, at }: DraftFile,
): Promise<void> {
  await storeFile(trx, file)
  await trx
    .insertInto('draft_file')
    .values({
      consultation_id: draft,
      name,
      sha256: Buffer.from(file.sha256, 'hex'),
      type,
      by_staff: by,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What a draft's files are, by name, for the checks. */
export async function foundFiles(db: Db, draft: string): Promise<FoundFiles> {
  const rows = await db
    .selectFrom('draft_file')
    .innerJoin('media', 'media.sha256', 'draft_file.sha256')
    .select(['name', 'type', 'bytes'])
    .where('consultation_id', '=', draft)
    .execute()
  return new Map(rows.map(({ name, type, bytes }) => [name, { type, bytes: Number(bytes) }]))
}

export interface ReadDraftFile {
  readonly type: FileType
  readonly bytes: Buffer
}

/** One file of a draft, whole; undefined: it has none of this name. */
export async function readDraftFile(
  db: Db,
  draft: string,
  name: string,
): Promise<ReadDraftFile | undefined> {
  const rows = await db
    .selectFrom('draft_file')
    .innerJoin('media_piece', 'media_piece.sha256', 'draft_file.sha256')
    .select(['type', 'media_piece.bytes as bytes'])
    .where('consultation_id', '=', draft)
    .where('name', '=', name)
    .orderBy('number')
    .execute()
  const [first] = rows
  return first && { type: first.type, bytes: Buffer.concat(rows.map(({ bytes }) => bytes)) }
}
