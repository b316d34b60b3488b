import { mostBytes, type FileType } from '@takepart/shared/domain/consultation/media'
import type { Imported } from '@takepart/shared/domain/authoring/import/imported'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { piecesOf, sha256 } from '../../../media/file-bytes.ts'
import { beginningBytes, fileTypeOf } from '../../../media/file-type.ts'
import { makePicture } from '../../../media/make-picture.ts'
import type { PictureBytes } from '../import/open-office-file.ts'
import { putDraftFile } from './draft-file.queries.ts'

const endings: Readonly<Partial<Record<FileType, string>>> = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  svg: 'svg',
}

interface Kept {
  readonly draft: string
  /** The id of the import, from which the names are made. */
  readonly id: string
  readonly by: string
  readonly at: Date
}

/**
 * Keeps those pictures of an import that can be published: of a kind that browsers show, not too large, and readable. Gives the
 * import with the name of each one's file as its source, and nothing as the source of those that are not kept.
 */
export async function keepPictures(
  trx: Kysely<Schema>,
  {
    imported,
    pictures,
  }: { readonly imported: Imported; readonly pictures: readonly PictureBytes[] },
  { draft, id, by, at }: Kept,
): Promise<Imported> {
  const names = new Map<string, string>()
  for (const { source, bytes } of pictures) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const type = fileTypeOf(buffer.subarray(0, beginningBytes))
    const ending = type && endings[type]
    if (!type || !ending || !(await isReadable(buffer, type))) continue
    const name = `${id.slice(0, 8)}-${source}.${ending}`
    const hash = sha256(buffer)
    const file = { sha256: hash, ending, bytes: buffer.length, pieces: () => piecesOf([buffer]) }
    await putDraftFile(trx, { draft, name, type, file, by, at })
    names.set(source, name)
  }
  return {
    ...imported,
    pictures: imported.pictures.map((one) => ({ ...one, source: names.get(one.source) ?? '' })),
  }
}

async function isReadable(bytes: Buffer, type: FileType): Promise<boolean> {
  if (bytes.length === 0 || bytes.length > mostBytes.picture) return false
  try {
    await makePicture(bytes, type)
    return true
  } catch (cause) {
    // The library throws plain errors for pictures that are damaged or too large.
    if (cause instanceof Error) return false
    throw cause
  }
}
