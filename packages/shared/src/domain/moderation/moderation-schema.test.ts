import { describe, expect, it } from 'vitest'
import { rejectionReasons, reasonLimits } from './decision.ts'
import {
  answerDecisionSchema,
  claimedSchema,
  decidedSchema,
  decideManySchema,
  decideSchema,
  reportOutcomeSchema,
  reportSchema,
} from './moderation-schema.ts'
import { redactedFields, removedKinds } from './redaction.ts'
import { reportReasons } from './report.ts'

const id = '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'
const part = { field: 'text', start: 0, end: 4, what: 'name' }

describe('decideSchema', () => {
  const fits = (decision: unknown, changes: object = {}): boolean =>
    decideSchema.safeParse({
      decisionId: id,
      contributionId: id,
      revision: 1,
      decision,
      ...changes,
    }).success

  it('takes each decision with what it needs', () => {
    const decisions = [
      { kind: 'accept' },
      { kind: 'redact', parts: [] },
      ...redactedFields.map((field) => ({ kind: 'redact', parts: [{ ...part, field }] })),
      ...removedKinds.map((what) => ({ kind: 'redact', parts: [{ ...part, what }] })),
      ...rejectionReasons.map((reason) => ({ kind: 'reject', reason })),
      ...rejectionReasons.map((reason) => ({ kind: 'ask-change', reason, words: 'x' })),
    ]
    for (const decision of decisions) expect(fits(decision), JSON.stringify(decision)).toBe(true)
  })

  it.each([
    [undefined],
    [{}],
    [{ kind: 'delete' }],
    [{ kind: 'constructor' }],
    [{ kind: 'accept', words: 'x' }],
    [{ kind: 'redact' }],
    [{ kind: 'redact', parts: [{ ...part, field: 'code_hash' }] }],
    [{ kind: 'redact', parts: [{ ...part, field: '__proto__' }] }],
    [{ kind: 'redact', parts: [{ ...part, start: -1 }] }],
    [{ kind: 'redact', parts: [{ ...part, end: 1.5 }] }],
    [{ kind: 'redact', parts: [{ ...part, end: '4' }] }],
    [{ kind: 'redact', parts: [{ ...part, what: 'everything' }] }],
    [{ kind: 'redact', parts: [{ ...part, text: 'canary' }] }],
    [{ kind: 'redact', parts: Array.from({ length: 101 }, () => part) }],
    [{ kind: 'reject' }],
    [{ kind: 'reject', reason: 'dislike' }],
    [{ kind: 'reject', reason: 'other', words: 'x'.repeat(4 * reasonLimits.words + 1) }],
    [{ kind: 'reject', reason: 'other', words: ['x'] }],
  ])('refuses %j', (decision) => {
    expect(fits(decision)).toBe(false)
  })

  it.each([
    { revision: 0 },
    { revision: '1' },
    { revision: null },
    { contributionId: [id] },
    { decisionId: 'none' },
    { decided_by: id },
    { turn: 2 },
    { effective_at: '2027-02-01T10:05:00Z' },
  ])('refuses %j beside a decision', (changes) => {
    expect(fits({ kind: 'accept' }, changes)).toBe(false)
  })
})

describe('decideManySchema', () => {
  const item = { decisionId: id, contributionId: id, revision: 1 }
  const fits = (items: unknown): boolean =>
    decideManySchema.safeParse({ items, decision: { kind: 'reject', reason: 'sells' } }).success

  it.each([
    [0, false],
    [1, true],
    [50, true],
    [51, false],
  ])('with %i contributions: %s', (length, expected) => {
    expect(fits(Array.from({ length }, () => item))).toBe(expected)
  })

  it('takes no decision of its own for one of them', () => {
    expect(fits([{ ...item, decision: { kind: 'accept' } }])).toBe(false)
  })
})

describe('reportSchema', () => {
  const report = {
    reportId: id,
    slug: 'one-clinic',
    number: 1,
    reason: 'attacks',
    deviceHash: 'ab'.repeat(32),
  }
  const fits = (changes: object): boolean =>
    reportSchema.safeParse({ ...report, ...changes }).success

  it.each(reportReasons)('takes “%s”', (reason) => {
    expect(fits({ reason })).toBe(true)
  })

  it.each([
    { number: 0 },
    { number: '1' },
    { slug: '../x' },
    { slug: '' },
    { deviceHash: 'AB'.repeat(32) },
    { deviceHash: null },
    { deviceHash: '' },
    { reason: 'dislike' },
    { words: 7 },
    { contribution_id: id },
    { outcome: 'removed' },
  ])('refuses %j', (changes) => {
    expect(fits(changes)).toBe(false)
  })
})

describe('answerDecisionSchema', () => {
  const answer = { contributionId: id, code: '7K3M-9QWX', words: 'I am right' }

  it.each([
    [{}, true],
    [{ code: 'x'.repeat(101) }, false],
    [{ words: 'x'.repeat(4 * reasonLimits.answer + 1) }, false],
    [{ words: null }, false],
    [{ revision: 1 }, false],
  ])('with %j: %s', (changes, fits) => {
    expect(answerDecisionSchema.safeParse({ ...answer, ...changes }).success).toBe(fits)
  })
})

describe('what the server says', () => {
  it('holds no field that is not named', () => {
    expect(
      decidedSchema.parse({
        ok: false,
        problems: [{ code: 'decided-already', by: id, said: 'canary', email: 'canary' }],
      }),
    ).toEqual({ ok: false, problems: [{ code: 'decided-already', by: id }] })
    expect(claimedSchema.safeParse({ holder: id, name: 'canary' }).success).toBe(false)
    expect(
      reportOutcomeSchema.safeParse({ ok: true, value: { outcome: 'kept', by: id } }).success,
    ).toBe(false)
  })
})
