import { describe, expect, it } from 'vitest'
import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import { answerCodes, isAnswered, saidTo } from './said.ts'

const asked = (kind: Answer['kind']): Question =>
  ({ id: 'q', kind, title: 'What?', about: 'what' }) as Question

describe('what an answer says', () => {
  it('is nothing where only spaces, or what cannot be seen, were typed', () => {
    expect(isAnswered(asked('short-text'), { kind: 'short-text', text: ' \u00A0\u200B' })).toBe(
      false,
    )
    expect(isAnswered(asked('date'), { kind: 'date', day: ' ', month: '', year: '\t' })).toBe(false)
  })

  it('is something as soon as one part is there, whether or not it fits', () => {
    expect(isAnswered(asked('date'), { kind: 'date', day: '', month: 'Never', year: '' })).toBe(
      true,
    )
    expect(isAnswered(asked('matrix'), { kind: 'matrix', rows: { a: '', b: 'agree' } })).toBe(true)
    expect(isAnswered(asked('number'), { kind: 'number', text: 'twelve' })).toBe(true)
  })

  it('is nothing to a question of another kind', () => {
    const answer: Answer = { kind: 'number', text: '12' }
    expect(saidTo(asked('number'), answer)).toBe(answer)
    expect(saidTo(asked('short-text'), answer)).toBeUndefined()
    expect(answerCodes(asked('several-of'), { kind: 'one-of', choice: 'bus' })).toEqual([])
  })

  it('gives a condition each code once, however the answer came to say it twice', () => {
    expect(
      answerCodes(asked('several-of'), { kind: 'several-of', choices: ['bus', 'walk', 'bus'] }),
    ).toEqual(['bus', 'walk'])
    expect(answerCodes(asked('ranking'), { kind: 'ranking', order: ['b', 'a', 'b'] })).toEqual([
      'b',
      'a',
    ])
  })

  it('takes an unticked box for no answer, and not for a refusal', () => {
    expect(isAnswered(asked('consent'), { kind: 'consent', given: false })).toBe(false)
    expect(answerCodes(asked('consent'), { kind: 'consent', given: true })).toEqual(['given'])
  })
})
