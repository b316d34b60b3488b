import type { Block, Consultation } from '../consultation/consultation.ts'
import type { Path } from '../core/loose-fields.ts'
import { questionLibrary } from '../question/question-library.ts'
import type { Question } from '../question/question.ts'
import { plainWords } from './sentences.ts'

/** A stretch of a consultation that people read, with its place. */
export interface Passage {
  readonly path: Path
  /** As it is written, with its marks. */
  readonly written: string
  /** As it is read. */
  readonly text: string
  /** `prose` is written in sentences, and a reading grade can be taken of it; a `label` is a title, a choice or a cell. */
  readonly role: 'prose' | 'label'
}

/** What people read on its own: the overview, a document, a section, the outcome. */
export interface Part {
  readonly title: string
  readonly path: Path
  readonly passages: readonly Passage[]
}

export interface PlacedBlocks {
  readonly path: Path
  readonly blocks: readonly Block[]
}

export interface PlacedQuestion {
  readonly path: Path
  readonly question: Question
}

/**
 * All that a consultation says, part by part and in the order of reading. What people said (quotations) is left out,
 * since nobody may change it, and so are questions taken word for word from the library, whose words keep figures
 * comparable from one consultation to the next.
 */
export const partsOf = (consultation: Consultation): readonly Part[] => [
  overviewOf(consultation),
  ...consultation.documents.map(({ title, blocks }, index): Part => {
    const path = ['documents', index]
    return {
      title,
      path,
      passages: [label([...path, 'title'], title), ...inBlocks(blocks, [...path, 'blocks'])],
    }
  }),
  ...consultation.sections.map(({ title, introduction = [] }, index): Part => {
    const path = ['sections', index]
    const asked = ownQuestionsOf(consultation).filter((one) => one.path[1] === index)
    const passages = [
      ...inBlocks(introduction, [...path, 'introduction']),
      ...asked.flatMap(inQuestion),
    ]
    return { title, path, passages: [label([...path, 'title'], title), ...passages] }
  }),
  ...outcomeOf(consultation),
]

/** What people read beside that, when they want it: what recordings say, and what words mean. */
export const partsBesides = ({ media = [], glossary = [] }: Consultation): readonly Part[] => [
  ...media.flatMap((one, index): readonly Part[] => {
    if (!('transcript' in one) || !one.transcript) return []
    const path = ['media', index, 'transcript']
    return [
      { title: `Transcript of “${one.title}”`, path, passages: inBlocks(one.transcript, path) },
    ]
  }),
  ...(glossary.length === 0
    ? []
    : [
        {
          title: 'Words explained',
          path: ['glossary'],
          passages: glossary.map(({ meaning }, index) =>
            prose(['glossary', index, 'meaning'], meaning),
          ),
        },
      ]),
]

const overviewOf = ({ title, summary, grace, promise }: Consultation): Part => ({
  title: 'Overview',
  path: [],
  passages: [
    label(['title'], title),
    prose(['summary'], summary),
    prose(['grace', 'text'], grace.text),
    prose(['promise', 'text'], promise.text),
  ],
})

function outcomeOf({ outcome }: Consultation): readonly Part[] {
  if (outcome === undefined) return []
  const points = outcome.points.flatMap(({ title, youSaid, weDid }, index) => {
    const path = ['outcome', 'points', index]
    return [
      label([...path, 'title'], title),
      ...inBlocks(youSaid, [...path, 'youSaid']),
      ...inBlocks(weDid, [...path, 'weDid']),
    ]
  })
  return [
    {
      title: 'Outcome',
      path: ['outcome'],
      passages: [
        prose(['outcome', 'summary'], outcome.summary),
        ...inBlocks(outcome.weAsked, ['outcome', 'weAsked']),
        ...points,
        ...inBlocks(outcome.next, ['outcome', 'next']),
      ],
    },
  ]
}

/** Every list of blocks, with its place. */
export function blockListsOf({
  documents,
  sections,
  outcome,
}: Consultation): readonly PlacedBlocks[] {
  const points = outcome?.points ?? []
  return [
    ...documents.map(({ blocks }, index) => ({ path: ['documents', index, 'blocks'], blocks })),
    ...sections.map(({ introduction = [] }, index) => ({
      path: ['sections', index, 'introduction'],
      blocks: introduction,
    })),
    ...(outcome ? [{ path: ['outcome', 'weAsked'], blocks: outcome.weAsked }] : []),
    ...points.flatMap(({ youSaid, weDid }, index) => [
      { path: ['outcome', 'points', index, 'youSaid'], blocks: youSaid },
      { path: ['outcome', 'points', index, 'weDid'], blocks: weDid },
    ]),
    ...(outcome ? [{ path: ['outcome', 'next'], blocks: outcome.next }] : []),
  ]
}

const libraryTitles: ReadonlySet<string> = new Set(
  questionLibrary.flatMap((set) => set.questions.map((question) => question.title)),
)

/** Every question that its author worded, with its place. */
export const ownQuestionsOf = ({ sections }: Consultation): readonly PlacedQuestion[] =>
  sections
    .flatMap(({ questions }, section) =>
      questions.map((question, index) => ({
        path: ['sections', section, 'questions', index],
        question,
      })),
    )
    .filter(({ question }) => !libraryTitles.has(question.title))

const prose = (path: Path, written: string): Passage => ({
  path,
  written,
  text: plainWords(written),
  role: 'prose',
})
const label = (path: Path, written: string): Passage => ({
  path,
  written,
  text: plainWords(written),
  role: 'label',
})

const inBlocks = (blocks: readonly Block[], path: Path): readonly Passage[] =>
  blocks.flatMap((block, index) => inBlock(block, [...path, index]))

function inBlock(block: Block, path: Path): readonly Passage[] {
  switch (block.kind) {
    case 'paragraph':
      return [prose([...path, 'text'], block.text)]
    case 'heading':
      return [label([...path, 'text'], block.text)]
    case 'list':
      return block.items.map((item, index) => prose([...path, 'items', index], item))
    case 'table':
      return [
        label([...path, 'caption'], block.caption),
        ...block.columns.map((words, index) => label([...path, 'columns', index], words)),
        ...block.rows.flatMap((row, number) =>
          row.map((cell, index) => label([...path, 'rows', number, index], cell)),
        ),
      ]
    case 'quote':
      return [label([...path, 'by'], block.by)]
    case 'picture':
    case 'recording':
      return block.caption === undefined ? [] : [prose([...path, 'caption'], block.caption)]
    case 'easy':
      return block.sentences.map((sentence, index) =>
        prose([...path, 'sentences', index], sentence),
      )
    case 'document-file':
      return block.reason === undefined ? [] : [prose([...path, 'reason'], block.reason)]
    default:
      return block satisfies never
  }
}

function inQuestion({ path, question }: PlacedQuestion): readonly Passage[] {
  const { title, hint, why } = question
  return [
    prose([...path, 'title'], title),
    ...(hint === undefined ? [] : [prose([...path, 'hint'], hint)]),
    ...(why === undefined ? [] : [prose([...path, 'why'], why)]),
    ...('statement' in question ? [prose([...path, 'statement'], question.statement)] : []),
    ...optionListsOf(question).flatMap(([name, options]) =>
      options.flatMap((option, index) => [
        label([...path, name, index, 'label'], option.label),
        ...(option.hint === undefined ? [] : [prose([...path, name, index, 'hint'], option.hint)]),
      ]),
    ),
  ]
}

/** The lists of choices and statements of a question, by the name of their field. */
export function optionListsOf(question: Question) {
  switch (question.kind) {
    case 'one-of':
    case 'several-of':
    case 'ranking':
      return [['options', question.options]] as const
    case 'matrix':
      return [
        ['statements', question.statements],
        ['scale', question.scale],
      ] as const
    default:
      return []
  }
}
