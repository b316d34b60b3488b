import { consultationFormat } from '../../consultation/consultation-format.ts'
import {
  fieldOf,
  keyOf,
  partOf,
  textIn,
  wordsKey,
  type Draft,
  type Part,
  type PartFields,
  type PartKey,
  type Value,
} from './draft.ts'
import { fieldsOfKind } from './question-fields.ts'

/**
 * The consultation file that a draft says: every part in its place, and nothing for what is still empty. Whether it may be
 * published is for the checks to say (check-draft.ts).
 */
export function assemble(draft: Draft): Readonly<Record<string, Value>> {
  const about = partOf(draft, 'about')
  const { outline } = draft
  return {
    ...tidy({
      format: consultationFormat,
      id: draft.id,
      slug: fieldOf(about, 'slug'),
      lang: 'en-GB',
      title: fieldOf(about, 'title'),
      summary: fieldOf(about, 'summary'),
      trust: tidy({ name: fieldOf(about, 'trustName'), note: fieldOf(about, 'trustNote') }),
      ...dates(partOf(draft, 'dates')),
      minutes: fieldOf(about, 'minutes'),
      contact: tidy(partOf(draft, 'contact').fields),
      ...whole(partOf(draft, 'outcome'), 'outcome'),
      ...list(
        'media',
        outline.media.map((id) => listed(draft, keyOf('media', id), id)),
      ),
      ...whole(partOf(draft, 'glossary'), 'words', 'glossary'),
      recording: fieldOf(about, 'recording'),
      changes: fieldOf(about, 'changes'),
      ...list(
        'editions',
        outline.editions.map((id) => edition(draft, id)),
      ),
    }),
    documents: outline.documents.map((id) => listed(draft, keyOf('document', id), id)),
    sections: outline.sections.map(({ id, questions }) => ({
      ...listed(draft, keyOf('section', id), id),
      questions: questions.map((question) =>
        assembleQuestion(partOf(draft, keyOf('question', question))),
      ),
    })),
  }
}

/** A question as it stands in a file: only the fields of its kind, so that what was written for another kind comes back with it. */
export function assembleQuestion(part: Part): Readonly<Record<string, Value>> {
  const id = part.key.slice('question:'.length)
  const kind = textIn(part, 'kind')
  const fields = Object.fromEntries(
    fieldsOfKind(kind).map((field) => [field, fieldOf(part, field)]),
  )
  return { id, ...tidy(fields) }
}

const listed = (draft: Draft, key: PartKey, id: string) => ({
  id,
  ...tidy(partOf(draft, key).fields),
})

function dates(part: Part) {
  return {
    opensAt: fieldOf(part, 'opensAt'),
    closesAt: fieldOf(part, 'closesAt'),
    grace: tidy({ days: fieldOf(part, 'graceDays'), text: fieldOf(part, 'graceText') }),
    promise: tidy({ by: fieldOf(part, 'promiseBy'), text: fieldOf(part, 'promiseText') }),
  }
}

/** A part that is one field. */
const whole = (part: Part, field: string, name = field) => ({ [name]: fieldOf(part, field) })

const list = (name: string, items: readonly Value[]) => (items.length > 0 ? { [name]: items } : {})

function edition(draft: Draft, id: string) {
  const wordsFor = (key: PartKey) => tidy(partOf(draft, wordsKey(id, key)).fields)
  const documents = draft.outline.documents
    .map((document) => ({ id: document, ...wordsFor(keyOf('document', document)) }))
    .filter(saysMoreThanItsId)
  const sections = draft.outline.sections
    .map((section) => ({
      id: section.id,
      ...wordsFor(keyOf('section', section.id)),
      ...list(
        'questions',
        section.questions
          .map((question) => ({ id: question, ...wordsFor(keyOf('question', question)) }))
          .filter(saysMoreThanItsId),
      ),
    }))
    .filter(saysMoreThanItsId)
  return {
    ...listed(draft, keyOf('edition', id), id),
    ...list('documents', documents),
    ...list('sections', sections),
  }
}

const saysMoreThanItsId = (fields: PartFields): boolean => Object.keys(fields).length > 1

/** Without what is empty: no text, no items, no fields. What is required and empty is then missing, and the checks name it. */
function tidy(fields: PartFields): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}

const isEmpty = (value: Value): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
