import { describe, expect, it } from 'vitest'
import type { Question } from '../../domain/question/question.ts'
import { rendered } from '../test-support/rendered.ts'
import { questionField } from './question-field.view.ts'

const about = { id: 'q', title: 'What?', about: 'what' } as const
const widthOf = (question: Question): string =>
  /class="input ?(w\d+)?"/.exec(
    rendered(
      questionField(question, { answers: {}, problems: [], heading: 'h1' } as never) as never,
    ),
  )?.[1] ?? 'whole'

describe('the field of a question is as wide as what is asked', () => {
  it.each([
    ['a year of age', { kind: 'number', least: 0, most: 120 }, 'w4'],
    ['minutes', { kind: 'number', least: 0, most: 600 }, 'w4'],
    ['a year', { kind: 'number', most: 2100 }, 'w4'],
    ['money with pence', { kind: 'number', most: 500, decimals: 2 }, 'w10'],
    ['a large number', { kind: 'number', most: 1_000_000 }, 'w10'],
    ['a number without an end', { kind: 'number' }, 'w10'],
    ['the first part of a postcode', { kind: 'short-text', maxCharacters: 4 }, 'w4'],
    ['a postcode', { kind: 'short-text', maxCharacters: 8 }, 'w10'],
    ['a telephone number', { kind: 'short-text', maxCharacters: 20 }, 'w20'],
    ['a few words', { kind: 'short-text', maxCharacters: 200 }, 'whole'],
    ['words without a limit of their own', { kind: 'short-text' }, 'whole'],
  ] as const)('%s', (_, question, width) =>
    expect(widthOf({ ...about, ...question } as Question)).toBe(width),
  )

  it('and so is a field that opens beside a choice', () => {
    const option = { code: 'other', label: 'Other', say: { label: 'Which', maxCharacters: 10 } }
    expect(widthOf({ ...about, kind: 'one-of', options: [option] } as Question)).toBe('w10')
  })
})
