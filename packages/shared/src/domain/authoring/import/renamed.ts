import type { Block } from '../../consultation/consultation.ts'
import type { Edition } from '../../consultation/edition.ts'
import type { Question } from '../../question/question.ts'
import { readKey, type Draft } from '../draft/draft.ts'
import type { Imported, ImportNote } from './imported.ts'
import { nameOf } from './names.ts'

/** An import under ids that the draft has not got, and the way to more of them. */
export interface Renamed {
  readonly imported: Imported
  /** An id that is free, out of another. */
  readonly freeId: (id: string) => string
}

/**
 * Gives everything imported an id that no part of the draft has, removed ones included, and has everything that names it
 * follow: conditions, what to read first, editions, pictures in the text, notes.
 */
export function renamed(draft: Draft, imported: Imported): Renamed {
  const taken = new Set(Object.keys(draft.parts).flatMap((key) => readKey(key)?.id ?? []))
  const freeId = (id: string): string => nameOf(id, taken, 'part')
  const ids = new Map<string, string>()
  const own = [
    ...imported.documents.map(({ id }) => `document ${id}`),
    ...imported.sections.flatMap(({ id, questions }) => [
      `section ${id}`,
      ...questions.map((question) => `question ${question.id}`),
    ]),
    ...imported.pictures.map(({ id }) => `picture ${id}`),
  ]
  for (const name of own) ids.set(name, freeId(name.split(' ')[1] ?? ''))
  const to = (kind: string, id: string): string => ids.get(`${kind} ${id}`) ?? id
  return { freeId, imported: follow(imported, to) }
}

type To = (kind: string, id: string) => string

const follow = (imported: Imported, to: To): Imported => ({
  ...imported,
  documents: imported.documents.map((one) => ({
    ...one,
    id: to('document', one.id),
    blocks: blocksWith(one.blocks, to),
  })),
  sections: imported.sections.map((one) => ({
    ...one,
    id: to('section', one.id),
    ...(one.introduction ? { introduction: blocksWith(one.introduction, to) } : {}),
    ...(one.read ? { read: one.read.map((id) => to('document', id)) } : {}),
    questions: one.questions.map((question) => questionWith(question, to)),
  })),
  editions: imported.editions.map((one) => editionWith(one, to)),
  pictures: imported.pictures.map((one) => ({ ...one, id: to('picture', one.id) })),
  notes: imported.notes.map((one) => noteWith(one, to)),
})

const blocksWith = (blocks: readonly Block[], to: To): readonly Block[] =>
  blocks.map((block) =>
    block.kind === 'picture' ? { ...block, picture: to('picture', block.picture) } : block,
  )

function questionWith(question: Question, to: To): Question {
  const { showIf } = question
  return {
    ...question,
    id: to('question', question.id),
    ...(showIf ? { showIf: { ...showIf, question: to('question', showIf.question) } } : {}),
  }
}

const editionWith = (edition: Edition, to: To): Edition => ({
  ...edition,
  documents: (edition.documents ?? []).map((one) => ({ ...one, id: to('document', one.id) })),
  sections: (edition.sections ?? []).map((one) => ({
    ...one,
    id: to('section', one.id),
    questions: (one.questions ?? []).map((question) => ({
      ...question,
      id: to('question', question.id),
    })),
  })),
})

function noteWith(note: ImportNote, to: To): ImportNote {
  const { place } = note
  return 'id' in place
    ? { ...note, place: { kind: place.kind, id: to(place.kind, place.id) } }
    : note
}
