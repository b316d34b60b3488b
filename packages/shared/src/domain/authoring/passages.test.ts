import { describe, expect, it } from 'vitest'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import type { Block, Consultation } from '../consultation/consultation.ts'
import { at } from '../core/loose-fields.ts'
import { blockListsOf, optionListsOf, ownQuestionsOf, partsOf, type Passage } from './passages.ts'
import type { Question } from '../question/question.ts'
import { takingPartAsQuestion } from '../question/question-library.ts'

const said: readonly Block[] = [{ kind: 'paragraph', text: 'You said it.' }]
const outcome = {
  publishedOn: '2027-07-01',
  summary: 'We move one.',
  responses: 3,
  weAsked: said,
  points: [{ id: 'late', title: 'A later bus', youSaid: said, weDid: said }],
  next: said,
}
const concluded: Consultation = { ...busConsultation, outcome }

const shown = ({ path, text, role }: Passage): string => `${path.join('.')} ${role}: ${text}`
const inDocument = (...blocks: readonly Block[]): readonly string[] => {
  const [, document] = partsOf({
    ...busConsultation,
    documents: [{ id: 'a', title: 'A', minutes: 1, blocks }],
  })
  return (document?.passages ?? [])
    .slice(1)
    .map(shown)
    .map((line) => line.replace('documents.0.blocks.0.', ''))
}
const inQuestion = (question: Question): readonly string[] => {
  const sections = [{ id: 'a', title: 'A', questions: [question] }]
  const part = partsOf({ ...busConsultation, documents: [], sections })[1]
  return (part?.passages ?? [])
    .slice(1)
    .map(shown)
    .map((line) => line.replace('sections.0.questions.0.', ''))
}

describe('partsOf', () => {
  it('gives what is read on its own, in the order of reading', () => {
    expect(partsOf(concluded).map(({ title, path }) => `${path.join('.')}: ${title}`)).toEqual([
      ': Overview',
      'documents.0: The plan',
      'sections.0: Travel',
      'sections.1: Your views',
      'sections.2: About you',
      'outcome: Outcome',
    ])
    expect(partsOf(busConsultation).at(-1)?.title).toBe('About you')
  })

  it('has the overview, with what is promised and what happens to late answers', () => {
    expect(partsOf(busConsultation)[0]?.passages.map(shown)).toEqual([
      'title label: The bus to the clinic',
      'summary prose: We may move the clinic. Nothing has been decided.',
      'grace.text prose: We decide on late responses one by one.',
      'promise.text prose: We say here what we decided.',
    ])
  })

  it('has every point of an outcome', () => {
    expect(partsOf(concluded).at(-1)?.passages.map(shown)).toEqual([
      'outcome.summary prose: We move one.',
      'outcome.weAsked.0.text prose: You said it.',
      'outcome.points.0.title label: A later bus',
      'outcome.points.0.youSaid.0.text prose: You said it.',
      'outcome.points.0.weDid.0.text prose: You said it.',
      'outcome.next.0.text prose: You said it.',
    ])
  })

  it('names places that are there, with the words that stand in them', () => {
    const passages = partsOf(concluded).flatMap((part) => part.passages)
    expect(passages.length).toBeGreaterThan(40)
    for (const { path, written } of passages)
      expect(path.reduce<unknown>(at, concluded)).toBe(written)
  })
})

describe('the passages of a block', () => {
  it.each<[Block, readonly string[]]>([
    [{ kind: 'paragraph', text: 'See **our** [plan](/plan).' }, ['text prose: See our plan.']],
    [{ kind: 'heading', text: 'Costs' }, ['text label: Costs']],
    [{ kind: 'list', items: ['One.', '**Two.**'] }, ['items.0 prose: One.', 'items.1 prose: Two.']],
    [{ kind: 'quote', text: 'I never asked for this!', by: 'A carer' }, ['by label: A carer']],
    [
      { kind: 'table', caption: 'Costs', columns: ['Cost', 'Now'], rows: [['To run', '£2']] },
      [
        'caption label: Costs',
        'columns.0 label: Cost',
        'columns.1 label: Now',
        'rows.0.0 label: To run',
        'rows.0.1 label: £2',
      ],
    ],
    [{ kind: 'picture', picture: 'map' }, []],
    [
      { kind: 'picture', picture: 'map', caption: 'The way to us.' },
      ['caption prose: The way to us.'],
    ],
    [
      { kind: 'recording', recording: 'tour', caption: 'A walk round.' },
      ['caption prose: A walk round.'],
    ],
    [
      { kind: 'easy', picture: 'bus', sentences: ['We may move.', 'You can say.'] },
      ['sentences.0 prose: We may move.', 'sentences.1 prose: You can say.'],
    ],
    [{ kind: 'document-file', document: 'plan', html: 'plan' }, []],
    [
      { kind: 'document-file', document: 'plan', reason: 'It is a drawing.' },
      ['reason prose: It is a drawing.'],
    ],
  ])('%j', (block, passages) => {
    expect(inDocument(block)).toEqual(passages)
  })
})

describe('the passages of a question', () => {
  const asked = { id: 'q', title: 'Which?', about: 'it' } as const
  it.each<[Question, readonly string[]]>([
    [
      { ...asked, kind: 'yes-no', hint: 'Say.', why: 'We ask.' },
      ['title prose: Which?', 'hint prose: Say.', 'why prose: We ask.'],
    ],
    [
      { ...asked, kind: 'agreement', statement: 'It is good.' },
      ['title prose: Which?', 'statement prose: It is good.'],
    ],
    [
      {
        ...asked,
        kind: 'one-of',
        options: [
          { code: 'a', label: 'A bus', hint: 'A red one.' },
          { code: 'b', label: 'A car' },
        ],
      },
      [
        'title prose: Which?',
        'options.0.label label: A bus',
        'options.0.hint prose: A red one.',
        'options.1.label label: A car',
      ],
    ],
    [
      {
        ...asked,
        kind: 'matrix',
        statements: [{ code: 'a', label: 'The staff' }],
        scale: [{ code: 'b', label: 'Good' }],
      },
      ['title prose: Which?', 'statements.0.label label: The staff', 'scale.0.label label: Good'],
    ],
  ])('$kind', (question, passages) => {
    expect(inQuestion(question)).toEqual(passages)
  })

  it('are none when the library has the question', () => {
    expect(inQuestion(takingPartAsQuestion)).toEqual([])
  })
})

it('knows every list of blocks, and its place', () => {
  expect(
    blockListsOf(concluded).map(({ path, blocks }) => `${path.join('.')} ${blocks.length}`),
  ).toEqual([
    'documents.0.blocks 1',
    'sections.0.introduction 0',
    'sections.1.introduction 1',
    'sections.2.introduction 0',
    'outcome.weAsked 1',
    'outcome.points.0.youSaid 1',
    'outcome.points.0.weDid 1',
    'outcome.next 1',
  ])
})

it('knows every question that its author worded, and its lists of choices', () => {
  const [first] = busConsultation.sections
  const sections = [{ ...first!, questions: [takingPartAsQuestion, ...first!.questions] }]
  const own = ownQuestionsOf({ ...busConsultation, sections })
  expect(own.map(({ question }) => question.id)).toEqual([
    'how-travel',
    'bus-trouble',
    'bus-words',
    'helps',
    'minutes',
    'order',
  ])
  expect(own[0]?.path).toEqual(['sections', 0, 'questions', 1])
  expect(own.map(({ question }) => optionListsOf(question).map(([name]) => name))).toEqual([
    ['options'],
    [],
    [],
    ['options'],
    [],
    ['options'],
  ])
})
