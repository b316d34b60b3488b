import { applyEdit } from '@takepart/shared/domain/authoring/draft/apply-edit'
import type { Draft } from '@takepart/shared/domain/authoring/draft/draft'
import type { Edit } from '@takepart/shared/domain/authoring/draft/edit'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { insertEdits, putParts, storeOutline, type EditToStore } from './draft.queries.ts'

export interface ManyEdits {
  readonly edits: readonly Edit[]
  readonly by: string
  readonly at: Date
  /** Makes the ids of the edits. */
  readonly newId: () => string
}

/**
 * Many edits of a draft that is locked, by the rule that single ones go by, stored in three statements.
 *
 * @throws Error when one of them does not fit the draft: they are made for this very draft
 */
export async function applyAll(
  trx: Kysely<Schema>,
  before: Draft,
  { edits, by, at, newId }: ManyEdits,
): Promise<void> {
  let draft = before
  const made: EditToStore[] = []
  for (const edit of edits) {
    const id = newId()
    const result = applyEdit(draft, edit, { id, by, at: at.toISOString() })
    if (!result.ok) throw new Error(`An edit does not fit its draft: ${result.problem}`)
    draft = result.draft
    made.push({ draft: draft.id, id, edit: result.done, outcome: 'applied', by, at })
  }
  const changed = Object.values(draft.parts).filter((part) => before.parts[part.key] !== part)
  await storeOutline(trx, draft.id, draft.outline)
  await putParts(trx, draft.id, changed)
  await insertEdits(trx, made)
}
