import type { MadeEdit } from '../../authoring/draft/draft-history.ts'
import type { Value } from '../../authoring/draft/draft.ts'
import { sameContent } from '../../core/canonical-json.ts'

/** What became of one field between two looks at a round: its words before, its words now, and who wrote in it. */
export interface ChangedField {
  readonly field: string
  readonly before?: Value
  readonly now?: Value
  /** Members of staff by id, in the order in which they first wrote. */
  readonly by: readonly string[]
  /** The newest change; ISO 8601. */
  readonly at: string
}

/**
 * What the edits of a round come to, field by field: who types a sentence does not change it forty times, and what was put
 * back to what it was has not changed.
 *
 * @param edits the oldest first
 */
export function changesOf(edits: readonly MadeEdit[]): readonly ChangedField[] {
  const found = new Map<string, ChangedField>()
  for (const { edit, by, at, outcome } of edits) {
    if (outcome !== 'applied' || (edit.do !== 'set' && edit.do !== 'settle')) continue
    const earlier = found.get(edit.field)
    const before = earlier ? earlier.before : edit.was
    const people = earlier?.by ?? []
    found.set(edit.field, {
      field: edit.field,
      ...(before === undefined ? {} : { before }),
      ...(edit.now === undefined ? {} : { now: edit.now }),
      by: people.includes(by) ? people : [...people, by],
      at,
    })
  }
  return [...found.values()].filter(({ before, now }) => !sameContent(before ?? '', now ?? ''))
}
