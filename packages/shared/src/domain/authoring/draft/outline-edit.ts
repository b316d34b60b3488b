import {
  isInOutline,
  keyOf,
  readKey,
  type ListedPart,
  type Outline,
  type OutlineSection,
  type PartKey,
} from './draft.ts'
import type { Edit, EditProblem, Place } from './edit.ts'

export type OutlineResult =
  | { readonly ok: true; readonly outline: Outline; readonly was?: Place }
  | { readonly ok: false; readonly problem: EditProblem }

/** As many as a consultation file may have. */
export const mostOf: Readonly<Record<ListedPart, number>> = {
  document: 20,
  section: 50,
  question: 200,
  media: 200,
  edition: 40,
}

type OutlineEdit = Extract<Edit, { do: 'add' | 'move' | 'remove' | 'bring-back' }>

/**
 * The outline after something was added, moved, removed or brought back, and where the thing stood before. Places are taken
 * as meant: beside a neighbour that has gone meanwhile is at the end, so that two people who reorder at once lose nothing.
 */
export function editOutline(outline: Outline, edit: OutlineEdit): OutlineResult {
  const key = readKey(edit.part)
  if (key === undefined || !isListed(key.kind)) return no('part-unknown')
  const here = isInOutline(outline, edit.part)
  if (edit.do === 'add' || edit.do === 'bring-back')
    return here ? no('part-exists') : put(outline, { kind: key.kind, id: key.id }, edit.place)
  if (!here) return no('part-removed')
  const was = placeOf(outline, edit.part)
  const without = takeOut(outline, { kind: key.kind, id: key.id }, edit.do === 'remove')
  if (edit.do === 'remove') return { ok: true, outline: without, was }
  const moved = put(without, { kind: key.kind, id: key.id }, edit.place, questionsOf(outline, key))
  return moved.ok ? { ...moved, was } : moved
}

/** Where a part stands now. */
export function placeOf(outline: Outline, part: PartKey): Place {
  const key = readKey(part)
  if (key === undefined || !isListed(key.kind)) return {}
  const section = outline.sections.find(({ questions }) => questions.includes(key.id))
  const list = key.kind === 'question' ? (section?.questions ?? []) : listOf(outline, key.kind)
  const after = list[list.indexOf(key.id) - 1]
  return {
    ...(key.kind === 'question' && section ? { section: section.id } : {}),
    ...(after === undefined ? {} : { after }),
  }
}

/** The ids among which a part stands, in order. */
export function neighboursOf(outline: Outline, part: PartKey): readonly string[] {
  const key = readKey(part)
  if (key === undefined || !isListed(key.kind)) return []
  if (key.kind !== 'question') return listOf(outline, key.kind)
  return outline.sections.find(({ questions }) => questions.includes(key.id))?.questions ?? []
}

/** One up or one down. A question at the end of its section goes into the next; undefined at the very end. */
export function stepFrom(outline: Outline, part: PartKey, step: -1 | 1): Place | undefined {
  const key = readKey(part)
  if (key === undefined || !isInOutline(outline, part)) return undefined
  const list = neighboursOf(outline, part)
  const at = list.indexOf(key.id)
  const section = placeOf(outline, part).section
  const within = section === undefined ? {} : { section }
  if (step === -1 && at > 0) return placed(within, list[at - 2])
  if (step === 1 && at < list.length - 1) return placed(within, list[at + 1])
  if (key.kind !== 'question') return undefined
  const index = outline.sections.findIndex(({ id }) => id === section)
  const next = outline.sections[index + step]
  return next && placed({ section: next.id }, step === -1 ? next.questions.at(-1) : undefined)
}

const placed = (within: Place, after: string | undefined): Place =>
  after === undefined ? within : { ...within, after }

const no = (problem: EditProblem): OutlineResult => ({ ok: false, problem })

const isListed = (kind: string): kind is ListedPart => kind in mostOf

const listNames = { document: 'documents', media: 'media', edition: 'editions' } as const

const listOf = (outline: Outline, kind: Exclude<ListedPart, 'question'>): readonly string[] =>
  kind === 'section' ? outline.sections.map(({ id }) => id) : outline[listNames[kind]]

const questionsOf = (outline: Outline, { id }: { readonly id: string }): readonly string[] =>
  outline.sections.find((section) => section.id === id)?.questions ?? []

interface Thing {
  readonly kind: ListedPart
  readonly id: string
}

function put(
  outline: Outline,
  { kind, id }: Thing,
  { section, after }: Place,
  questions?: readonly string[],
): OutlineResult {
  if (isFull(outline, kind)) return no('outline-full')
  if (kind === 'question') {
    const there = outline.sections.find((one) => one.id === section)
    if (!there) return no('place-gone')
    const sections = outline.sections.map((one) =>
      one === there ? { ...one, questions: insert(one.questions, id, after) } : one,
    )
    return { ok: true, outline: { ...outline, sections } }
  }
  if (kind === 'section') {
    const removed = outline.removed.find((one) => one.id === id)
    const fresh: OutlineSection = { id, questions: questions ?? removed?.questions ?? [] }
    const order = insert(listOf(outline, kind), id, after)
    const sections = order.map((one) => outline.sections.find((old) => old.id === one) ?? fresh)
    return {
      ok: true,
      outline: { ...outline, sections, removed: outline.removed.filter((one) => one.id !== id) },
    }
  }
  const name = listNames[kind]
  return { ok: true, outline: { ...outline, [name]: insert(outline[name], id, after) } }
}

const isFull = (outline: Outline, kind: ListedPart): boolean =>
  (kind === 'question'
    ? outline.sections.reduce((sum, { questions }) => sum + questions.length, 0)
    : listOf(outline, kind).length) >= mostOf[kind]

/** After its neighbour; first when none is named, and last when the neighbour has gone. */
function insert(list: readonly string[], id: string, after: string | undefined): readonly string[] {
  if (after === undefined) return [id, ...list]
  const at = list.indexOf(after)
  return at < 0 ? [...list, id] : [...list.slice(0, at + 1), id, ...list.slice(at + 1)]
}

function takeOut(outline: Outline, { kind, id }: Thing, forGood: boolean): Outline {
  const without = (list: readonly string[]) => list.filter((one) => one !== id)
  if (kind === 'question')
    return {
      ...outline,
      sections: outline.sections.map((one) =>
        one.questions.includes(id) ? { ...one, questions: without(one.questions) } : one,
      ),
    }
  if (kind === 'section') {
    const gone = outline.sections.filter((one) => one.id === id)
    return {
      ...outline,
      sections: outline.sections.filter((one) => one.id !== id),
      removed: forGood ? [...outline.removed, ...gone] : outline.removed,
    }
  }
  const name = listNames[kind]
  return { ...outline, [name]: without(outline[name]) }
}

/** Every key that the outline names. */
export const keysIn = (outline: Outline): readonly PartKey[] => [
  ...outline.documents.map((id) => keyOf('document', id)),
  ...outline.sections.flatMap(({ id, questions }) => [
    keyOf('section', id),
    ...questions.map((question) => keyOf('question', question)),
  ]),
  ...outline.media.map((id) => keyOf('media', id)),
  ...outline.editions.map((id) => keyOf('edition', id)),
]
