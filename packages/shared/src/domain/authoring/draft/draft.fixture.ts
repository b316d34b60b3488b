import { busConsultation } from '../../consultation/bus-consultation.fixture.ts'
import { applyEdit } from './apply-edit.ts'
import type { Draft } from './draft.ts'
import type { Edit } from './edit.ts'
import type { MadeEdit } from './draft-history.ts'
import { takeApart } from './take-apart.ts'

/** A draft of the made-up consultation about buses. */
export const busDraft: Draft = takeApart(busConsultation)

export const ros = '00000000-0000-4000-8000-00000000000a'
export const kit = '00000000-0000-4000-8000-00000000000b'

/** An id that belongs to a number. */
export const editId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export interface Written {
  readonly draft: Draft
  readonly history: readonly MadeEdit[]
}

/** Makes edits one after the other, a minute between them, and keeps the history as the server does. */
export function written(
  edits: readonly (readonly [by: string, edit: Edit, undoes?: string])[],
  start: Draft = busDraft,
): Written {
  let draft = start
  const history: MadeEdit[] = []
  for (const [index, [by, edit, undoes]] of edits.entries()) {
    const at = new Date(Date.UTC(2027, 0, 4, 9, index)).toISOString()
    const mark = { id: editId(index + 1), by, at }
    const result = applyEdit(draft, edit, mark)
    if (!result.ok) throw new Error(result.problem)
    draft = result.draft
    if (result.outcome === 'already') continue
    history.push({
      ...mark,
      number: index + 1,
      edit: result.done,
      outcome: result.outcome,
      ...(undoes === undefined ? {} : { undoes }),
    })
  }
  return { draft, history }
}
