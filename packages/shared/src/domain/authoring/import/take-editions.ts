import type { Edition } from '../../consultation/edition.ts'
import { keyOf, wordsKey, type Draft, type PartKey } from '../draft/draft.ts'
import type { Edit } from '../draft/edit.ts'
import { fitting, type PlacedNote } from './fit-fields.ts'
import type { Renamed } from './renamed.ts'

/** Edits that bring the words of editions. An edition that the draft has already gets the new words beside its own. */
export function editionEdits(
  draft: Draft,
  { imported }: Renamed,
  notes: PlacedNote[],
): readonly Edit[] {
  let after = draft.outline.editions.at(-1)
  return imported.editions.flatMap((edition) => {
    const part = keyOf('edition', edition.id)
    const place = after === undefined ? {} : { after }
    const words = wordsOf(edition, notes)
    if (draft.outline.editions.includes(edition.id)) return words
    after = edition.id
    return [
      Object.hasOwn(draft.parts, part)
        ? ({ do: 'bring-back', part, place } as const)
        : ({ do: 'add', part, fields: {}, place } as const),
      ...words,
    ]
  })
}

function wordsOf(
  { id, documents = [], sections = [] }: Edition,
  notes: PlacedNote[],
): readonly Edit[] {
  const words = (of: PartKey, said: object): readonly Edit[] => {
    const part = wordsKey(id, of)
    return Object.entries(fitting(part, said, notes)).map(([field, now]): Edit => ({
      do: 'set',
      part,
      field,
      now,
    }))
  }
  return [
    ...documents.flatMap(({ id: document, ...said }) => words(keyOf('document', document), said)),
    ...sections.flatMap(({ id: section, questions = [], ...said }) => [
      ...words(keyOf('section', section), said),
      ...questions.flatMap(({ id: question, ...asked }) =>
        words(keyOf('question', question), asked),
      ),
    ]),
  ]
}
