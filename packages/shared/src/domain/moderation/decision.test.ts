import { describe, expect, it } from 'vitest'
import {
  canUndo,
  checkAnswer,
  checkDecision,
  reasonLimits,
  undoLastsMs,
  type Decision,
} from './decision.ts'

const fields = { text: 'Mrs Hallam never came again.', name: 'Dee' }
const codes = (decision: Decision) => checkDecision(decision, fields).map(({ code }) => code)

describe('checkDecision', () => {
  it.each<readonly [Decision, readonly string[]]>([
    [{ kind: 'accept' }, []],
    [{ kind: 'redact', parts: [{ field: 'text', start: 0, end: 10, what: 'name' }] }, []],
    [{ kind: 'redact', parts: [] }, ['redaction-empty']],
    [{ kind: 'reject', reason: 'attacks' }, []],
    [{ kind: 'reject', reason: 'other' }, ['reason-words-missing']],
    [{ kind: 'reject', reason: 'other', words: ' \u200b' }, ['reason-words-missing']],
    [{ kind: 'reject', reason: 'other', words: 'It is a copy of a newspaper' }, []],
    [{ kind: 'ask-change', reason: 'identifies', words: 'x'.repeat(reasonLimits.words) }, []],
    [
      { kind: 'ask-change', reason: 'identifies', words: 'x'.repeat(reasonLimits.words + 1) },
      ['reason-words-too-long'],
    ],
  ])('of %j says %j', (decision, expected) => {
    expect(codes(decision)).toEqual(expected)
  })

  it('says by how much words are too long', () => {
    expect(
      checkDecision({ kind: 'reject', reason: 'other', words: 'x'.repeat(603) }, fields),
    ).toEqual([{ code: 'reason-words-too-long', most: 600, over: 3 }])
  })
})

describe('canUndo', () => {
  const now = new Date('2027-02-01T10:00:00Z')
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)

  it.each([
    [undoLastsMs, true],
    [1, true],
    [0, false],
    [-1, false],
  ])('with %i ms to go: %s', (left, possible) => {
    expect(canUndo(after(left), now)).toBe(possible)
  })
})

describe('checkAnswer', () => {
  const rejected = { decisions: [{ kind: 'reject' }], answers: 0 } as const

  it.each([
    [rejected, 'You misread me', []],
    [{ decisions: [{ kind: 'redact' }], answers: 0 } as const, 'The name is my own', []],
    [{ decisions: [{ kind: 'ask-change' }], answers: 0 } as const, 'Why?', []],
    [{ decisions: [], answers: 0 }, 'Hello', ['nothing-to-answer']],
    [{ decisions: [{ kind: 'accept' }], answers: 0 } as const, 'Thanks', ['nothing-to-answer']],
    [{ ...rejected, answers: 1 }, 'And again', ['answered-already']],
    [rejected, ' ', ['answer-missing']],
    [rejected, 'x'.repeat(reasonLimits.answer + 1), ['answer-too-long']],
  ])('of %j with “%s” says %j', (answered, words, expected) => {
    expect(checkAnswer(answered, words).map(({ code }) => code)).toEqual(expected)
  })

  it('lets what was rejected, answered, and accepted be', () => {
    expect(
      checkAnswer({ decisions: [{ kind: 'reject' }, { kind: 'accept' }], answers: 1 }, 'x'),
    ).toEqual([{ code: 'nothing-to-answer' }])
  })
})
