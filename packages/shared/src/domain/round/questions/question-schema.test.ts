import { describe, expect, it } from 'vitest'
import type { QuestionProblem } from './question-act.ts'
import {
  answerQuestionSchema,
  finishQuestionsSchema,
  followQuestionsSchema,
  giveReasonSchema,
  joinQuestionSchema,
  oneQuestionSchema,
  questionActedSchema,
  takeQuestionSchema,
} from './question-schema.ts'

const round = '5b1f0f6e-0a39-4b7e-9a52-2f6d0c1e7a11'
const inputs = [
  ['take', takeQuestionSchema, { round, number: 1, by: 'Jo Fenn' }],
  ['one', oneQuestionSchema, { round, number: 1 }],
  ['answer', answerQuestionSchema, { round, number: 1, id: round, text: 'Yes.' }],
  ['reason', giveReasonSchema, { round, number: 1, why: 'not-known', note: '' }],
  ['join', joinQuestionSchema, { round, number: 1, to: 2 }],
  ['finish', finishQuestionsSchema, { round }],
  ['follow', followQuestionsSchema, { slug: 'ask-us', lastEventId: '12' }],
] as const

describe('what the procedures of questions take', () => {
  it.each(inputs)('%s is these fields', (_name, schema, input) => {
    expect(schema.safeParse(input)).toEqual({ success: true, data: input })
  })

  it.each(inputs)('%s has no other field, and none of another type', (_name, schema, input) => {
    expect(schema.safeParse({ ...input, more: 1 }).success).toBe(false)
    for (const field of Object.keys(input).filter((name) => name !== 'lastEventId')) {
      const { [field]: _left, ...without } = input as Record<string, unknown>
      expect(schema.safeParse(without).success, `without ${field}`).toBe(false)
      for (const strange of [null, {}, [], true, Number.NaN])
        expect(schema.safeParse({ ...input, [field]: strange }).success).toBe(false)
    }
  })

  it.each([
    [takeQuestionSchema, { round, number: 0, by: 'Jo' }],
    [takeQuestionSchema, { round, number: 1.5, by: 'Jo' }],
    [takeQuestionSchema, { round: 'round', number: 1, by: 'Jo' }],
    [takeQuestionSchema, { round, number: 1, by: 'x'.repeat(201) }],
    [answerQuestionSchema, { round, number: 1, id: round, text: 'x'.repeat(40_001) }],
    [giveReasonSchema, { round, number: 1, why: 'after-the-end', note: '' }],
    [giveReasonSchema, { round, number: 1, why: 'not-known', note: 'x'.repeat(5_001) }],
    [followQuestionsSchema, { slug: 'Ask us' }],
    [followQuestionsSchema, { slug: 'ask-us', lastEventId: '1'.repeat(21) }],
  ])('is within limits %#', (schema, input) => {
    expect(schema.safeParse(input).success).toBe(false)
  })

  it('need not name an event: then only what happens from now on is told', () => {
    expect(followQuestionsSchema.safeParse({ slug: 'ask-us' }).success).toBe(true)
  })
})

describe('what they give', () => {
  const problems: readonly QuestionProblem[] = [
    { code: 'session-unknown' },
    { code: 'session-finished' },
    { code: 'question-unknown' },
    { code: 'question-moved-on' },
    { code: 'not-in-turn' },
    { code: 'answerer-unknown' },
    { code: 'answer-empty' },
    { code: 'answer-too-long', most: 4_000, over: 1 },
    { code: 'note-missing' },
    { code: 'note-too-long', most: 500, over: 20 },
    { code: 'join-elsewhere' },
    { code: 'still-asking', closesAt: '2027-02-04T19:00:00Z' },
    { code: 'questions-open', numbers: [1, 7] },
    { code: 'questions-unread', count: 2 },
  ]

  it('is that it was done', () => {
    expect(questionActedSchema.safeParse({ ok: true, value: true }).success).toBe(true)
    expect(questionActedSchema.safeParse({ ok: true, value: false }).success).toBe(false)
  })

  it.each(problems.map((problem) => [problem.code, problem] as const))(
    'is why not: %s, with nothing beside it',
    (_code, problem) => {
      const refused = { ok: false, problems: [problem] }
      expect(questionActedSchema.safeParse(refused)).toEqual({ success: true, data: refused })
      const more = { ok: false, problems: [{ ...problem, words: 'of somebody' }] }
      expect(questionActedSchema.safeParse(more).success).toBe(false)
    },
  )

  it('is never a refusal without a reason', () => {
    expect(questionActedSchema.safeParse({ ok: false, problems: [] }).success).toBe(false)
  })
})
