import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** A file as it is to be stored; its bytes are read when they are wanted. */
export interface FileToStore {
  /** In hex. */
  readonly sha256: string
  readonly ending: string
  readonly bytes: number
  /** In pieces of {@link pieceBytes}, the last one excepted. */
  readonly pieces: () => AsyncIterable<Buffer>
  /** Lets go of what it is read from. */
  readonly release?: () => Promise<void>
}

export interface StoredFile {
  readonly ending: string
  readonly bytes: number
}

export const pieceBytes = 262_144

const bytesOf = (sha256: string): Buffer => Buffer.from(sha256, 'hex')

/** Stores a file, unless it is there already. */
export async function storeFile(
  trx: Db,
  { sha256, ending, bytes, pieces }: FileToStore,
): Promise<void> {
  const key = bytesOf(sha256)
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('media')
    .values({ sha256: key, ending, bytes })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return
  let number = 0
  for await (const piece of pieces()) {
    await trx.insertInto('media_piece').values({ sha256: key, number, bytes: piece }).execute()
    number += 1
  }
}

/** Says that a version has these files. */
export async function linkFiles(
  trx: Db,
  version: { readonly id: string; readonly number: number },
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return
  const rows = [...new Set(hashes)].map((hash) => ({
    consultation_id: version.id,
    version: version.number,
    sha256: bytesOf(hash),
  }))
  await trx.insertInto('consultation_media').values(rows).execute()
}

/** A file that a consultation has which has not been retracted, or that the site itself shows. */
export const findFile = (db: Db, sha256: string): Promise<StoredFile | undefined> =>
  db
    .selectFrom('media')
    .select(['ending', 'bytes'])
    .where('sha256', '=', bytesOf(sha256))
    .where(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('consultation_media')
            .innerJoin('consultation', 'consultation.id', 'consultation_media.consultation_id')
            .select('consultation.id')
            .whereRef('consultation_media.sha256', '=', 'media.sha256')
            .where('consultation.retracted_at', 'is', null),
        ),
        exists(
          selectFrom('site_media')
            .select('site_media.sha256')
            .whereRef('site_media.sha256', '=', 'media.sha256'),
        ),
      ]),
    )
    .executeTakeFirst()

/** One piece of a file. */
export async function readPiece(
  db: Db,
  sha256: string,
  number: number,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('media_piece')
    .select('bytes')
    .where('sha256', '=', bytesOf(sha256))
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.bytes
}
