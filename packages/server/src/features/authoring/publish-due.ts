import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { publishWithin, readyToPublish } from '../consultation/publish-consultation.ts'
import { waitForTurnToPublish } from '../consultation/consultation.queries.ts'
import type { MediaFolder } from '../../media/media-folder.ts'
import { releaseFiles } from '../../media/make-media.ts'
import { withDraftFolder } from './files/draft-folder.ts'
import {
  endPublication,
  noteVersion,
  takeDuePublication,
  takeWaitingPublication,
} from './sign-off.queries.ts'

type Db = Kysely<Schema>

export type Published =
  | { readonly state: 'published'; readonly number: number }
  | { readonly state: 'failed'; readonly words: readonly string[] }
  /** Somebody else published or stopped it meanwhile. */
  | { readonly state: 'not-waiting'; readonly words: readonly string[] }

/**
 * Publishes the signed document of one request, once: the row that waits is locked while the version is stored, and both are
 * committed together. Whoever comes second, on this server or another, or after a crash, finds nothing waiting.
 */
export async function publishWaiting(db: Db, signOff: string, at: Date): Promise<Published> {
  const waiting = await db.transaction().execute((trx) => takeWaitingPublication(trx, signOff))
  if (!waiting) return { state: 'not-waiting', words: [] }
  return withDraftFolder(db, waiting, (folder) =>
    publishFrom(db, { ...waiting, signOff, at, folder }),
  )
}

interface FromFolder {
  readonly draft: string
  readonly document: unknown
  readonly signOff: string
  readonly at: Date
  readonly folder: MediaFolder
}

async function publishFrom(
  db: Db,
  { draft, document, signOff, at, folder }: FromFolder,
): Promise<Published> {
  const ready = await readyToPublish(db, document, { folder })
  if (ready.outcome === 'refused')
    return failed(db, signOff, { words: ready.problems.map(({ words }) => words), at })
  try {
    return await db.transaction().execute(async (trx): Promise<Published> => {
      await waitForTurnToPublish(trx)
      if (!(await takeWaitingPublication(trx, signOff))) return { state: 'not-waiting', words: [] }
      const result = await publishWithin(trx, ready)
      if (result.outcome === 'refused')
        return failed(trx, signOff, { words: result.problems.map(({ words }) => words), at })
      await endPublication(trx, signOff, { state: 'published', number: result.number, at })
      await noteVersion(trx, draft, result.number)
      return { state: 'published', number: result.number }
    })
  } finally {
    await releaseFiles(ready.files)
  }
}

async function failed(
  db: Db,
  signOff: string,
  { words, at }: { readonly words: readonly string[]; readonly at: Date },
): Promise<Published> {
  const problem = words.join('\n') || 'It could not be published'
  await endPublication(db, signOff, { state: 'failed', problem, at })
  return { state: 'failed', words }
}

/** Publishes everything whose time has come. Any number of servers may run it at once. Gives how many it published. */
export async function publishDue(db: Db, now: Date): Promise<number> {
  let published = 0
  for (;;) {
    const due = await db.transaction().execute((trx) => takeDuePublication(trx, now))
    if (!due) return published
    const result = await publishWaiting(db, due.signOff, now)
    if (result.state === 'published') published += 1
    if (result.state === 'not-waiting') return published
  }
}
