import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, AnswerKind, AnswerOf } from '../../answer.ts'
import { problemWords } from '../../../response/problem-words.ts'
import {
  answerCells,
  answerColumns,
  checkAnswer,
  readAnswer,
  tidyAnswer,
} from '../../question-kinds.ts'
import type { Question, QuestionOf } from '../../question.ts'
import { answerCodes, isAnswered } from '../../said.ts'
import { anyAnswer } from './any-answer.ts'
import type { Cells, Column } from '../question-kind.ts'

/** An answer that fits, and everything that becomes of it. */
export interface GoodCase<Kind extends AnswerKind> {
  readonly what: string
  readonly answer: AnswerOf<Kind>
  /** What is stored; absent: the answer as it is. */
  readonly stored?: AnswerOf<Kind>
  /** The cells that are not empty. */
  readonly cells: Cells
  readonly read: readonly string[]
  readonly codes?: readonly string[]
}

/** An answer that does not fit, and what the person is told. */
export interface BadCase<Kind extends AnswerKind> {
  readonly what: string
  readonly answer: AnswerOf<Kind>
  /** What differs from the example question. */
  readonly question?: Partial<QuestionOf<Kind>>
  readonly problems: readonly {
    readonly code: string
    readonly field?: string
    readonly words: string
  }[]
}

/** One kind of question by example. */
export interface KindExample<Kind extends AnswerKind> {
  /** An optional question. */
  readonly question: QuestionOf<Kind>
  readonly empty: readonly AnswerOf<Kind>[]
  /** The words when the question must be answered and is not. */
  readonly missing: string
  readonly columns: readonly Column[]
  readonly good: readonly GoodCase<Kind>[]
  readonly bad: readonly BadCase<Kind>[]
}

/** What every kind of question keeps, run once for each: to pass it is to be a kind of question. */
export function questionKindContract<Kind extends AnswerKind>(example: KindExample<Kind>): void {
  const { question } = example
  const noCells = Object.fromEntries(example.columns.map(({ key }) => [key, '']))
  describe(`${question.kind} question`, () => {
    describe('not answered', () => {
      notAnswered(example, noCells)
    })
    describe.each(example.good)('answered $what', (good) => {
      answeredWell(question, good, noCells)
    })
    describe.each(example.bad)('answered $what', (bad) => {
      answeredBadly(question, bad)
    })
    it('has columns with keys that stay and headings in words', () => {
      expect(answerColumns(question)).toEqual(example.columns)
      expect(new Set(example.columns.map(({ key }) => key)).size).toBe(example.columns.length)
    })
    it('refuses an answer to another kind of question, and shows and exports nothing of it', () => {
      const other: Answer =
        question.kind === 'consent'
          ? { kind: 'short-text', text: 'Yes' }
          : { kind: 'consent', given: true }
      expect(checkAnswer(question, other)).toEqual([
        {
          questionId: question.id,
          about: question.about,
          code: 'answer-of-another-kind',
          kind: other.kind,
        },
      ])
      expect([
        isAnswered(question, other),
        readAnswer(question, other),
        answerCodes(question, other),
      ]).toEqual([false, [], []])
      expect(answerCells(question, other)).toEqual(noCells)
      expect(tidyAnswer(question, other)).toBe(other)
    })
    describe('answered with anything at all', () => {
      anythingAtAll(question)
    })
  })
}

function notAnswered<Kind extends AnswerKind>(
  { question, empty, missing }: KindExample<Kind>,
  noCells: Cells,
): void {
  const answers = [undefined, ...empty].map(
    (answer: Answer | undefined) => [JSON.stringify(answer), answer] as const,
  )
  it.each(answers)('is seen as such: %s', (_, answer) => {
    expect(isAnswered(question, answer)).toBe(false)
    expect(readAnswer(question, answer)).toEqual([])
    expect(answerCodes(question, answer)).toEqual([])
    expect(answerCells(question, answer)).toEqual(noCells)
  })
  it.each(answers)('may be skipped unless it is mandatory: %s', (_, answer) => {
    expect(checkAnswer(question, answer)).toEqual([])
    const problems = checkAnswer({ ...question, mandatory: true }, answer)
    expect(problems).toEqual([
      {
        questionId: question.id,
        about: question.about,
        code: 'answer-missing',
        kind: question.kind,
      },
    ])
    expect(problems.map(problemWords)).toEqual([missing])
  })
}

function answeredWell<Kind extends AnswerKind>(
  question: QuestionOf<Kind>,
  good: GoodCase<Kind>,
  noCells: Cells,
): void {
  const stored = good.stored ?? good.answer
  it('has no problems, before and after it is tidied', () => {
    expect(isAnswered(question, good.answer)).toBe(true)
    expect(checkAnswer(question, good.answer)).toEqual([])
    expect(checkAnswer(question, stored)).toEqual([])
  })
  it('is stored tidy', () => expect(tidyAnswer(question, good.answer)).toEqual(stored))
  it('exports codes and labels', () =>
    expect(answerCells(question, stored)).toEqual({ ...noCells, ...good.cells }))
  it('reads in words when answers are checked', () =>
    expect(readAnswer(question, good.answer)).toEqual(good.read))
  it('gives conditions its codes, in any order', () =>
    expect(answerCodes(question, good.answer).toSorted()).toEqual((good.codes ?? []).toSorted()))
}

function answeredBadly<Kind extends AnswerKind>(
  example: QuestionOf<Kind>,
  bad: BadCase<Kind>,
): void {
  const question: Question = { ...example, ...bad.question }
  it('says what to do next, before and after it is tidied', () => {
    for (const answer of [bad.answer, tidyAnswer(question, bad.answer)]) {
      const problems = checkAnswer(question, answer)
      expect(
        problems.map((problem) => ({
          code: problem.code,
          field: problem.field,
          words: problemWords(problem),
        })),
      ).toEqual(bad.problems.map(({ code, field, words }) => ({ code, field, words })))
      expect(
        problems.every(
          ({ questionId, about }) => questionId === question.id && about === question.about,
        ),
      ).toBe(true)
    }
  })
  it('still shows what was said', () =>
    expect(readAnswer(question, bad.answer).join('')).not.toBe(''))
}

/** Old drafts, imported files and the network bring answers nobody meant. */
function anythingAtAll<Kind extends AnswerKind>(question: QuestionOf<Kind>): void {
  const keys = answerColumns(question).map(({ key }) => key)
  const always = (property: (answer: Answer) => void): void =>
    fc.assert(fc.property(anyAnswer(question), property), { numRuns: 150 })
  it('can be checked, read and exported without a fault', () =>
    always((answer) => {
      for (const asked of [question, { ...question, mandatory: true as const }]) {
        for (const problem of checkAnswer(asked, answer)) expect(problemWords(problem)).not.toBe('')
      }
      expect(readAnswer(question, answer).every((line) => typeof line === 'string')).toBe(true)
      expect(answerCodes(question, answer).every((code) => typeof code === 'string')).toBe(true)
    }))
  it('fills its columns and no others', () =>
    always((answer) => {
      const cells = answerCells(question, answer)
      expect(Object.keys(cells)).toEqual(keys)
      expect(Object.values(cells).every((cell) => typeof cell === 'string')).toBe(true)
    }))
  it('is tidied once for all', () =>
    always((answer) => {
      const once = tidyAnswer(question, answer)
      expect(JSON.stringify(tidyAnswer(question, once))).toBe(JSON.stringify(once))
    }))
  it('means the same when it is tidied', () =>
    always((answer) => {
      const tidied = tidyAnswer(question, answer)
      expect(isAnswered(question, tidied)).toBe(isAnswered(question, answer))
      expect(checkAnswer(question, tidied)).toEqual(checkAnswer(question, answer))
      expect(answerCells(question, tidied)).toEqual(answerCells(question, answer))
      expect(readAnswer(question, tidied)).toEqual(readAnswer(question, answer))
    }))
}
