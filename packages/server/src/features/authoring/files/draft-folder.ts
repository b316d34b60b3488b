import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { itemsOf, fieldsOf, textOf } from '@takepart/shared/domain/core/loose-fields'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import type { MediaFolder } from '../../../media/media-folder.ts'
import { foundFiles, readDraftFile } from './draft-file.queries.ts'

/**
 * Does something with the files that a draft's document names, laid into a folder as publishing wants them. The folder is
 * gone afterwards, whatever happened.
 */
export async function withDraftFolder<Value>(
  db: Kysely<Schema>,
  { draft, document }: { readonly draft: string; readonly document: unknown },
  work: (folder: MediaFolder) => Promise<Value>,
): Promise<Value> {
  const named = new Set(
    itemsOf(fieldsOf(document)['media']).flatMap(({ file }) => textOf(file) ?? []),
  )
  const files = new Map([...(await foundFiles(db, draft))].filter(([name]) => named.has(name)))
  const place = await mkdtemp(join(tmpdir(), 'takepart-draft-'))
  try {
    for (const name of files.keys()) {
      const file = await readDraftFile(db, draft, name)
      if (file) await writeFile(join(place, name), file.bytes)
    }
    return await work({ files, pathOf: (name) => join(place, name) })
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
