import type { Draft } from '@takepart/shared/domain/authoring/draft/draft'
import { roomFor, takeImport } from '@takepart/shared/domain/authoring/import/take-import'
import { importWords } from '@takepart/shared/words/import'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { applyAll } from '../apply-all.ts'
import { findDraft, findOutlineToChange } from '../draft.queries.ts'
import { decideImport, findImport, insertNotes } from './import.queries.ts'

type Db = Kysely<Schema>

export interface WhichImport {
  readonly draft: string
  readonly id: string
  readonly by: string
  readonly at: Date
}

export type TakeResult =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'decided-before' | 'unknown' }
  | { readonly outcome: 'refused'; readonly words: string }

/**
 * Puts all of an import into its draft, in one transaction and once: its parts, the history of them, and what is to be
 * confirmed beside each. Whoever writes in the draft meanwhile waits a moment and loses nothing.
 *
 * @param newId makes the ids of the edits
 */
export const takeIntoDraft = (
  db: Db,
  { draft: draftId, id, by, at }: WhichImport,
  newId: () => string,
): Promise<TakeResult> =>
  db.transaction().execute(async (trx): Promise<TakeResult> => {
    if (!(await findOutlineToChange(trx, draftId))) return { outcome: 'unknown' }
    const stored = await findImport(trx, draftId, id)
    const found = await findDraft(trx, draftId)
    if (!stored || !found) return { outcome: 'unknown' }
    const noRoom = noRoomWords(found.draft, stored.imported)
    if (noRoom !== undefined) return { outcome: 'refused', words: noRoom }
    if (!(await decideImport(trx, id, { state: 'taken', by, at })))
      return { outcome: 'decided-before' }
    const { edits, notes } = takeImport(found.draft, stored.imported)
    await applyAll(trx, found.draft, { edits, by, at, newId })
    await insertNotes(trx, { draft: draftId, importId: id }, notes)
    return { outcome: 'taken' }
  })

/** Why a draft has no room for an import; undefined when it has. */
export function noRoomWords(draft: Draft, imported: Parameters<typeof roomFor>[1]) {
  const none = roomFor(draft, imported)
  return (
    none &&
    importWords.noRoomFor(importWords.noRoom[none.kind], none.brought, none.there, none.most)
  )
}
