import type { Consultation } from '../../consultation/consultation.ts'
import type { Edition } from '../../consultation/edition.ts'
import {
  emptyOutline,
  keyOf,
  newPart,
  wordsKey,
  type Draft,
  type Part,
  type PartFields,
  type PartKey,
} from './draft.ts'

/** A consultation as a draft, part by part: assembling it again gives the same consultation. */
export function takeApart(consultation: Consultation): Draft {
  const { documents, sections, media = [], editions = [] } = consultation
  const parts = [
    ...single(consultation),
    ...documents.map((one) => listed('document', one)),
    ...sections.flatMap(({ questions, ...section }) => [
      listed('section', section),
      ...questions.map((question) => listed('question', question)),
    ]),
    ...media.map(({ made: _, ...one }) => listed('media', one)),
    ...editions.flatMap(partsOfEdition),
  ]
  return {
    id: consultation.id,
    outline: {
      ...emptyOutline,
      documents: documents.map(({ id }) => id),
      sections: sections.map(({ id, questions }) => ({
        id,
        questions: questions.map((question) => question.id),
      })),
      media: media.map(({ id }) => id),
      editions: editions.map(({ id }) => id),
    },
    parts: Object.fromEntries(parts.map((part) => [part.key, part])),
  }
}

function single(consultation: Consultation): readonly Part[] {
  const { trust, grace, promise, glossary, outcome } = consultation
  const { title, slug, summary, minutes, recording, changes, opensAt, closesAt } = consultation
  return [
    newPart(
      'about',
      given({
        title,
        slug,
        summary,
        minutes,
        recording,
        changes,
        trustName: trust.name,
        trustNote: trust.note,
      }),
    ),
    newPart(
      'dates',
      given({
        opensAt,
        closesAt,
        graceDays: grace.days,
        graceText: grace.text,
        promiseBy: promise.by,
        promiseText: promise.text,
      }),
    ),
    newPart('contact', given({ ...consultation.contact })),
    ...(glossary ? [newPart('glossary', { words: glossary })] : []),
    ...(outcome ? [newPart('outcome', { outcome })] : []),
  ]
}

const listed = (
  kind: 'document' | 'section' | 'question' | 'media',
  { id, ...fields }: { readonly id: string },
): Part => newPart(keyOf(kind, id), given(fields as PartFields))

function partsOfEdition({
  id,
  documents = [],
  sections = [],
  ...fields
}: Edition): readonly Part[] {
  const words = (of: PartKey, said: object): readonly Part[] =>
    Object.keys(said).length > 0 ? [newPart(wordsKey(id, of), said as PartFields)] : []
  return [
    newPart(keyOf('edition', id), given({ ...fields })),
    ...documents.flatMap(({ id: document, ...said }) => words(keyOf('document', document), said)),
    ...sections.flatMap(({ id: section, questions = [], ...said }) => [
      ...words(keyOf('section', section), said),
      ...questions.flatMap(({ id: question, ...asked }) =>
        words(keyOf('question', question), asked),
      ),
    ]),
  ]
}

/** Fields that are there. */
const given = (fields: PartFields): PartFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** A draft of a new consultation, with what is the same for all of a Trust's. */
export function blankDraft(id: string, title: string, slug: string): Draft {
  return {
    id,
    outline: emptyOutline,
    parts: {
      about: newPart('about', { title, slug }),
      dates: newPart('dates', { graceDays: 7 }),
      contact: newPart('contact'),
    },
  }
}
