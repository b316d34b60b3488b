import {
  largestImport,
  piecesOf,
  uploadPiece,
  type FileRead,
} from '@takepart/shared/domain/authoring/import/import-file'
import { importWords } from '@takepart/shared/words/import'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import {
  beginUpload,
  bytesOfUpload,
  findImport,
  findUpload,
  insertImport,
  numbersOfPieces,
  putPiece,
  removeUpload,
  type Upload,
} from './import.queries.ts'
import { keepPictures } from '../files/keep-pictures.ts'
import { readImportFile } from './read-import-file.ts'

type Db = Kysely<Schema>

export interface ReceivedPiece {
  readonly number: number
  readonly bytes: Buffer
}

/** Of what was sent: the piece that did not belong to the file, or that all is well. */
export type PieceReceived = 'received' | 'not-of-this-file'

/**
 * Receives one piece of a file, in any order and any number of times. A piece of another size than the file has there, or
 * of a file that is somebody else's, is not kept.
 */
export async function receivePiece(
  db: Db,
  upload: Upload,
  { number, bytes, at }: ReceivedPiece & { readonly at: Date },
): Promise<PieceReceived> {
  const size = sizeOfPiece(upload.bytes, number)
  if (upload.bytes > largestImport || size === 0 || bytes.length !== size) return 'not-of-this-file'
  const known = await beginUpload(db, upload, at)
  if (!known || !isSame(known, upload)) return 'not-of-this-file'
  await putPiece(db, upload.id, { number, bytes })
  return 'received'
}

const sizeOfPiece = (bytes: number, number: number): number =>
  Math.max(0, Math.min(uploadPiece, bytes - number * uploadPiece))

const isSame = (one: Upload, other: Upload): boolean =>
  one.draft === other.draft && one.by === other.by && one.bytes === other.bytes

/**
 * Reads a file whose pieces have come, and keeps what was found under the id of the file; the file itself is not kept. Asked
 * again, it says the same. Names the pieces that are still missing.
 */
export async function readReceived(
  db: Db,
  { draft, id, by, at }: { draft: string; id: string; by: string; at: Date },
): Promise<FileRead> {
  if (await findImport(db, draft, id)) return { outcome: 'read', import: id }
  const upload = await findUpload(db, id)
  if (!upload || upload.draft !== draft || upload.by !== by)
    return { outcome: 'incomplete', missing: [] }
  const there = new Set(await numbersOfPieces(db, id))
  const missing = Array.from({ length: piecesOf(upload.bytes) }, (_, number) => number).filter(
    (number) => !there.has(number),
  )
  if (missing.length > 0) return { outcome: 'incomplete', missing }
  const read = await readImportFile(await bytesOfUpload(db, id))
  if (read.kind === 'refused') {
    await removeUpload(db, id)
    return { outcome: 'refused', words: read.words }
  }
  return db.transaction().execute(async (trx): Promise<FileRead> => {
    const { from: kind } = read
    const imported = await keepPictures(trx, read, { draft, id, by, at })
    if (kind === 'picture' && imported.pictures.every(({ source }) => source === '')) {
      await removeUpload(trx, id)
      return { outcome: 'refused', words: importWords.refusals.brokenPicture }
    }
    await insertImport(trx, { id, draft, fileName: upload.name, kind, imported, by, at })
    await removeUpload(trx, id)
    return { outcome: 'read', import: id }
  })
}

/** A name as a person gave it, on one line and without what no name has. */
export const fileNameFrom = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{C}/\\]+/gu, ' ')
    .trim()
    .slice(-255) || importWords.choose
