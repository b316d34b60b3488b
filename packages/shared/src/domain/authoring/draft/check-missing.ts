import { fieldOf, keyOf, partOf, textIn, type Draft, type Part, type PartKey } from './draft.ts'
import type { DraftFinding } from './check-draft.ts'
import { fieldsOfKind } from './question-fields.ts'

/** What every part must say, and how somebody is asked for it. */
const wanted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  about: {
    title: 'Write the title',
    slug: 'Write the address',
    summary: 'Write the summary',
    minutes: 'Say how many minutes answering takes',
    trustName: 'Write the name of the Trust',
  },
  dates: {
    opensAt: 'Say when it opens',
    closesAt: 'Say when it closes',
    graceDays: 'Say how many days late responses are still counted',
    graceText: 'Say what happens to late responses',
    promiseBy: 'Say by when you will publish your decision',
    promiseText: 'Say what you promise to do with what people say',
  },
  contact: { name: 'Say whom people can ask' },
  document: {
    title: 'Write the title of this reading',
    minutes: 'Say how many minutes reading it takes',
    blocks: 'Write what people read here',
  },
  section: { title: 'Write the title of this section' },
  question: {
    kind: 'Choose how people answer',
    title: 'Write the question',
    about: 'Write the short name of this question',
    statement: 'Write the statement',
    options: 'Add at least two choices',
    statements: 'Add at least one statement',
    scale: 'Add at least two answers to choose from',
    from: 'Write the lowest number',
    to: 'Write the highest number',
    fromLabel: 'Say what the lowest number means',
    toLabel: 'Say what the highest number means',
  },
}

const least: Readonly<Record<string, number>> = { options: 2, scale: 2 }

/** Everything that has to be written before a draft can be published, in the order of the editor. */
export function missingIn(draft: Draft): readonly DraftFinding[] {
  const { documents, sections, media } = draft.outline
  return [
    ...missing(partOf(draft, 'about'), 'about'),
    ...missing(partOf(draft, 'dates'), 'dates'),
    ...missing(partOf(draft, 'contact'), 'contact'),
    ...documents.flatMap((id) => missing(partOf(draft, keyOf('document', id)), 'document')),
    ...media.flatMap((id) => undescribed(partOf(draft, keyOf('media', id)))),
    ...(sections.length === 0 ? [noQuestions('about', 'Add a section with questions')] : []),
    ...sections.flatMap(({ id, questions }) => [
      ...missing(partOf(draft, keyOf('section', id)), 'section'),
      ...(questions.length === 0
        ? [noQuestions(keyOf('section', id), 'Add a question to this section, or remove it')]
        : []),
      ...questions.flatMap((question) =>
        missing(partOf(draft, keyOf('question', question)), 'question'),
      ),
    ]),
  ]
}

/** A picture without words says nothing to who cannot see it. */
const undescribed = (part: Part): readonly DraftFinding[] =>
  textIn(part, 'kind') !== 'picture' || isThere(part, 'alt') || fieldOf(part, 'decorative') === true
    ? []
    : [
        {
          level: 'blocks',
          part: part.key,
          field: 'alt',
          words: 'Say what the picture shows, or that it is only decoration',
        },
      ]

const noQuestions = (part: PartKey, words: string): DraftFinding => ({
  level: 'blocks',
  part,
  field: part === 'about' ? 'sections' : 'questions',
  words,
})

function missing(part: Part, kind: string): readonly DraftFinding[] {
  const fields = Object.entries(wanted[kind] ?? {})
  const relevant = kind === 'question' ? fieldsOfKind(textIn(part, 'kind')) : undefined
  return fields.flatMap(([field, words]): readonly DraftFinding[] => {
    if (relevant && !relevant.includes(field)) return []
    return isThere(part, field) ? [] : [{ level: 'blocks', part: part.key, field, words }]
  })
}

function isThere(part: Part, field: string): boolean {
  const value = fieldOf(part, field)
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length >= (least[field] ?? 1)
  return value !== undefined && value !== null
}
