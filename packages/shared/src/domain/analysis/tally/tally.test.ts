import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../question/answer.ts'
import type { Question } from '../../question/question.ts'
import { answerKeys } from './answer-keys.ts'
import { closedQuestionsOf, closedQuestionWith, keysOf } from './closed-question.ts'
import { tally } from './tally.ts'

/** Counts keys as the database does: each response once for each of its keys. */
function counted(responses: readonly Answers[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const answers of responses)
    for (const key of answerKeys(answers)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const options = [
  { code: 'a', label: 'First' },
  { code: 'b', label: 'Second' },
  { code: 'c', label: 'Third' },
]
const base = { id: 'q', title: 'What?', about: 'what' }

const cases: readonly {
  question: Question
  responses: readonly Answers[]
  answered: number
  rows: readonly (readonly [string, number])[]
}[] = [
  {
    question: { ...base, kind: 'one-of', options },
    responses: [
      { q: { kind: 'one-of', choice: 'a' } },
      { q: { kind: 'one-of', choice: 'a' } },
      { q: { kind: 'one-of', choice: 'c' } },
      {},
    ],
    answered: 3,
    rows: [
      ['First', 2],
      ['Second', 0],
      ['Third', 1],
    ],
  },
  {
    question: { ...base, kind: 'one-of', options },
    responses: [{ q: { kind: 'one-of', choice: 'gone' } }, { q: { kind: 'one-of', choice: 'b' } }],
    answered: 2,
    rows: [
      ['First', 0],
      ['Second', 1],
      ['Third', 0],
      ['gone', 1],
    ],
  },
  {
    question: { ...base, kind: 'several-of', options },
    responses: [
      { q: { kind: 'several-of', choices: ['a', 'b'] } },
      { q: { kind: 'several-of', choices: ['b'] } },
    ],
    answered: 2,
    rows: [
      ['First', 1],
      ['Second', 2],
      ['Third', 0],
    ],
  },
  {
    question: { ...base, kind: 'yes-no' },
    responses: [{ q: { kind: 'yes-no', choice: 'no' } }],
    answered: 1,
    rows: [
      ['Yes', 0],
      ['No', 1],
      ['I do not know', 0],
    ],
  },
  {
    question: { ...base, kind: 'agreement', statement: 'It is so.' },
    responses: [{ q: { kind: 'agreement', choice: 'agree' } }],
    answered: 1,
    rows: [
      ['Strongly agree', 0],
      ['Agree', 1],
      ['Neither agree nor disagree', 0],
      ['Disagree', 0],
      ['Strongly disagree', 0],
      ['I do not know', 0],
    ],
  },
  {
    question: { ...base, kind: 'number-scale', from: 0, to: 2, fromLabel: 'Bad', toLabel: 'Good' },
    responses: [{ q: { kind: 'number-scale', choice: '0' } }],
    answered: 1,
    rows: [
      ['0 – Bad', 1],
      ['1', 0],
      ['2 – Good', 0],
    ],
  },
  {
    question: { ...base, kind: 'consent', statement: 'I agree.' },
    responses: [{ q: { kind: 'consent', given: true } }, {}],
    answered: 1,
    rows: [['Yes', 1]],
  },
  {
    question: { ...base, kind: 'number' },
    responses: ['3', '3', '5'].map((text): Answers => ({ q: { kind: 'number', text } })),
    answered: 3,
    rows: [
      ['3', 2],
      ['4', 0],
      ['5', 1],
    ],
  },
  {
    question: { ...base, kind: 'number' },
    responses: ['1', '95'].map((text): Answers => ({ q: { kind: 'number', text } })),
    answered: 2,
    rows: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90].map(
      (from) => [`${from} to ${from + 9}`, from === 0 || from === 90 ? 1 : 0] as const,
    ),
  },
  {
    question: { ...base, kind: 'date' },
    responses: [
      { q: { kind: 'date', day: '3', month: '1', year: '2027' } },
      { q: { kind: 'date', day: '30', month: '1', year: '2027' } },
      { q: { kind: 'date', day: '1', month: '12', year: '2026' } },
    ],
    answered: 3,
    rows: [
      ['December 2026', 1],
      ['January 2027', 2],
    ],
  },
]

describe('tally', () => {
  it.each(cases)('counts $question.kind', ({ question, responses, answered, rows }) => {
    const { tables, ...result } = tally(question, counted(responses), responses.length)
    expect(result.answered).toBe(answered)
    expect(tables).toHaveLength(1)
    expect(tables[0]?.rows.map(({ label, count }) => [label, count])).toEqual(rows)
  })

  it.each(['short-text', 'long-text'] as const)('counts who wrote something in %s', (kind) => {
    const result = tally({ ...base, kind }, counted([{ q: { kind, text: 'Words' } }, {}]), 2)
    expect(result).toMatchObject({ answered: 1, asked: 2, tables: [] })
  })

  it('gives each statement of a matrix a table of its own', () => {
    const question: Question = {
      ...base,
      kind: 'matrix',
      statements: [
        { code: 'staff', label: 'Staff' },
        { code: 'food', label: 'Food' },
      ],
      scale: [
        { code: 'good', label: 'Good' },
        { code: 'bad', label: 'Bad' },
      ],
    }
    const responses: Answers[] = [
      { q: { kind: 'matrix', rows: { staff: 'good', food: 'bad' } } },
      { q: { kind: 'matrix', rows: { staff: 'good' } } },
    ]
    const { answered, tables } = tally(question, counted(responses), 2)
    expect(answered).toBe(2)
    expect(tables.map(({ about, answered: people }) => [about?.label, people])).toEqual([
      ['Staff', 2],
      ['Food', 1],
    ])
    expect(tables[1]?.rows.map(({ count }) => count)).toEqual([0, 1])
  })

  it('puts what is ranked in the order of its points, with places for each', () => {
    const order = (...codes: string[]): Answers => ({ q: { kind: 'ranking', order: codes } })
    const responses = [order('b', 'a', 'c'), order('b', 'c'), order('a')]
    const { placed, tables } = tally({ ...base, kind: 'ranking', options }, counted(responses), 3)
    expect(placed?.map(({ code, points, first, count }) => [code, points, first, count])).toEqual([
      ['b', 4, 2, 2],
      ['a', 3, 1, 2],
      ['c', 1, 0, 2],
    ])
    expect(tables[2]?.rows.map(({ count }) => count)).toEqual([0, 1, 1])
  })

  it('gives the quartiles of numbers as numbers that somebody gave', () => {
    const responses = ['1', '2', '2', '10'].map((text): Answers => ({
      q: { kind: 'number', text },
    }))
    expect(tally({ ...base, kind: 'number' }, counted(responses), 4).figures).toEqual({
      least: 1,
      lowerQuartile: 1,
      median: 2,
      upperQuartile: 2,
      most: 10,
      mean: 3.75,
    })
    expect(tally({ ...base, kind: 'number' }, new Map(), 4).figures).toBeUndefined()
  })

  it('counts every number in exactly one band', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5000, max: 90_000 }), { minLength: 1 }),
        (numbers) => {
          const responses = numbers.map((one): Answers => ({
            q: { kind: 'number', text: `${one}` },
          }))
          const [table] = tally({ ...base, kind: 'number' }, counted(responses), 0).tables
          expect(table?.rows.length).toBeLessThanOrEqual(10)
          expect(table?.answered).toBe(numbers.length)
        },
      ),
    )
  })

  it('is never asked of fewer than answered', () => {
    const question: Question = { ...base, kind: 'one-of', options }
    expect(tally(question, new Map([['q=a', 3]]), 2).asked).toBe(3)
  })

  it('rebuilds the tables of a published consultation from answers that give them', () => {
    // Yes, no and do not know: 66, 1 and 9 of 76; 17, 1 and 2 of 20; 25, 0 and 4 of 29.
    const published: [number, number, number, number][] = [
      [66, 1, 9, 76],
      [17, 1, 2, 20],
      [25, 0, 4, 29],
    ]
    for (const [yes, no, unknown, of] of published) {
      const said = (choice: string, times: number): Answers[] =>
        Array.from({ length: times }, () => ({ q: { kind: 'yes-no', choice } }))
      const responses = [...said('yes', yes), ...said('no', no), ...said('dont-know', unknown)]
      const { answered, tables } = tally({ ...base, kind: 'yes-no' }, counted(responses), of)
      expect(answered).toBe(of)
      expect(tables[0]?.rows.map(({ count }) => count)).toEqual([yes, no, unknown])
    }
  })
})

describe('closedQuestionsOf', () => {
  it('has each statement of a matrix, and no question in words', () => {
    const matrix: Question = {
      ...base,
      kind: 'matrix',
      statements: [{ code: 'staff', label: 'Staff' }],
      scale: options,
    }
    expect(closedQuestionsOf(matrix).map(({ key, title }) => [key, title])).toEqual([
      ['q.staff', 'What?: Staff'],
    ])
    for (const kind of ['short-text', 'long-text', 'number', 'date'] as const)
      expect(closedQuestionsOf({ ...base, kind })).toEqual([])
    expect(closedQuestionsOf({ ...base, kind: 'ranking', options })).toEqual([])
    const found = closedQuestionWith([matrix], 'q.staff')
    expect(found && keysOf(found)).toEqual(['q.staff=a', 'q.staff=b', 'q.staff=c'])
    expect(closedQuestionWith([matrix], 'q')).toBeUndefined()
  })
})
