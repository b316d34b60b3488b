import type { Section } from '../../consultation/consultation.ts'
import type { QuestionSet } from '../../question/question-library.ts'
import { nameOf } from '../import/names.ts'
import { fieldOf, isInOutline, keyOf, partOf, readKey, type Draft } from './draft.ts'
import type { Edit } from './edit.ts'

/** What a section with ready questions is for, by the id of the set. */
const purposes: Readonly<Record<string, Section['purpose']>> = {
  'about-you': 'about-you',
  publication: 'publication',
  equality: 'equality',
}

export interface ReadyEdits {
  readonly edits: readonly Edit[]
  /** The id of the section that they are in. */
  readonly section: string
}

/** Those of a set that a draft asks already. */
export const askedOf = ({ outline }: Draft, { questions }: QuestionSet): readonly string[] =>
  questions.map(({ id }) => id).filter((id) => isInOutline(outline, keyOf('question', id)))

/**
 * The edits that add a set of ready questions as a section: last, but before equality questions, which come last of all. They
 * keep their ids and codes, so that answers can be compared between consultations. One that is asked already is not added
 * again, and one that was removed comes back as it was. Undefined: all of them are asked already.
 */
export function readyEdits(draft: Draft, set: QuestionSet): ReadyEdits | undefined {
  const asked = new Set(askedOf(draft, set))
  const missing = set.questions.filter(({ id }) => !asked.has(id))
  if (missing.length === 0) return undefined
  const section = nameOf(set.id, new Set(Object.keys(draft.parts).flatMap(sectionId)), 'section')
  const purpose = purposes[set.id]
  const after = lastSection(draft, set)
  const add: Edit = {
    do: 'add',
    part: keyOf('section', section),
    fields: { title: set.title, ...(purpose === undefined ? {} : { purpose }) },
    place: after === undefined ? {} : { after },
  }
  const edits = missing.map(({ id, ...fields }, index): Edit => {
    const part = keyOf('question', id)
    const before = missing[index - 1]?.id
    const place = { section, ...(before === undefined ? {} : { after: before }) }
    return Object.hasOwn(draft.parts, part)
      ? { do: 'bring-back', part, place }
      : { do: 'add', part, fields, place }
  })
  return { edits: [add, ...edits], section }
}

const sectionId = (key: string): readonly string[] => {
  const read = readKey(key)
  return read?.kind === 'section' ? [read.id] : []
}

function lastSection(draft: Draft, set: QuestionSet): string | undefined {
  const { sections } = draft.outline
  const isEquality = ({ id }: { readonly id: string }): boolean =>
    fieldOf(partOf(draft, keyOf('section', id)), 'purpose') === 'equality'
  const before = set.id === 'equality' ? sections : sections.filter((one) => !isEquality(one))
  return before.at(-1)?.id
}
