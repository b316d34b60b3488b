import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removedKinds } from '../../moderation/redaction.ts'
import type { Answers } from '../../question/answer.ts'
import { takeOutBecause, takeOutReasons } from '../../response/removal.ts'
import { askToErase, eraseAsked, type ErasableResponse } from './erasure.ts'
import {
  markOf,
  takeOutWords,
  textsOf,
  type ResponseAtHand,
  type TakeOutWords,
} from './take-out-words.ts'

const answers: Answers = {
  how: { kind: 'one-of', choice: 'other', say: { other: 'With Ann Hallam' } },
  several: { kind: 'several-of', choices: ['a'], say: { a: 'one', b: 'two' } },
  words: { kind: 'long-text', text: 'Ann Hallam is late. Ring 07700 900461.' },
  age: { kind: 'number', text: '42' },
}
const held: ResponseAtHand = { revision: 3, answers, concernOpen: false }
const name = { start: 0, end: 10, what: 'name' } as const
const input = (changes: Partial<TakeOutWords> = {}): TakeOutWords => ({
  place: { questionId: 'words' },
  parts: [name],
  reason: 'shows-who',
  seen: 3,
  ...changes,
})
const codeOf = (response: ResponseAtHand | undefined, changes: Partial<TakeOutWords> = {}) => {
  const result = takeOutWords(response, input(changes))
  return result.ok ? 'ok' : result.problems[0]?.code
}

describe('textsOf', () => {
  it('finds every text that people write, and none where they choose or count', () => {
    const texts = Object.entries(answers).flatMap(([id, answer]) => textsOf(id, answer))
    expect(texts.map(({ questionId, option }) => [questionId, option])).toEqual([
      ['how', 'other'],
      ['several', 'a'],
      ['several', 'b'],
      ['words', undefined],
    ])
    expect(textsOf('words', undefined)).toEqual([])
  })
})

describe('takeOutWords', () => {
  it('puts a mark that says what stood there and why, and changes nothing else', () => {
    const result = takeOutWords(
      held,
      input({ parts: [name, { start: 25, end: 37, what: 'telephone-number' }] }),
    )
    expect(result).toEqual({
      ok: true,
      value: {
        ...answers,
        words: {
          kind: 'long-text',
          text: '[name removed because it shows who somebody is] is late. Ring [telephone number removed because it shows who somebody is].',
        },
      },
    })
  })

  it('reaches what was written beside one option, and leaves the other options', () => {
    const result = takeOutWords(
      held,
      input({
        place: { questionId: 'several', option: 'b' },
        parts: [{ start: 0, end: 3, what: 'details' }],
        reason: 'private',
      }),
    )
    expect(result).toMatchObject({
      value: {
        several: {
          choices: ['a'],
          say: { a: 'one', b: '[details removed because it is private to somebody else]' },
        },
      },
    })
  })

  it.each<readonly [string, ResponseAtHand | undefined, Partial<TakeOutWords>, string]>([
    ['nothing there', undefined, {}, 'response-not-here'],
    ['words gone', { ...held, answers: null }, {}, 'words-are-gone'],
    ['an open concern', { ...held, concernOpen: true }, {}, 'concern-open'],
    ['an older revision', held, { seen: 2 }, 'changed-since'],
    ['a question not answered', held, { place: { questionId: 'more' } }, 'no-such-text'],
    ['a name of every object', held, { place: { questionId: 'toString' } }, 'no-such-text'],
    ['a number', held, { place: { questionId: 'age' } }, 'no-such-text'],
    ['an option as if it were the text', held, { place: { questionId: 'how' } }, 'no-such-text'],
    ['no part', held, { parts: [] }, 'redaction-empty'],
    ['a part past the end', held, { parts: [{ ...name, end: 99 }] }, 'redaction-out-of-place'],
    ['parts that overlap', held, { parts: [name, { ...name, start: 4 }] }, 'redaction-overlaps'],
    ['all of it', held, { parts: [{ ...name, end: 38 }] }, 'ok'],
  ])('for %s says', (_what, response, changes, code) => {
    expect(codeOf(response, changes)).toBe(code)
  })

  it('leaves nothing of what is taken out, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('and ', 'Zqx9 ', '😀', '[name removed] '), { minLength: 1 }),
        fc.constantFrom(...removedKinds),
        fc.constantFrom(...takeOutReasons),
        (words, what, reason) => {
          const text = words.join('')
          const parts = [...text.matchAll(/Zqx9/g)]
            .slice(0, 50)
            .map(({ index }) => ({ start: index, end: index + 4, what }))
          fc.pre(parts.length > 0 && parts.length === text.split('Zqx9').length - 1)
          const response = { ...held, answers: { words: { kind: 'long-text' as const, text } } }
          const result = takeOutWords(response, input({ parts, reason }))
          expect(JSON.stringify(result)).not.toContain('Zqx9')
          expect(result).toMatchObject({
            ok: true,
            value: { words: { text: text.replaceAll('Zqx9', markOf(what, reason)) } },
          })
        },
      ),
    )
  })

  it('words every reason so that it fits after "because"', () => {
    expect(takeOutReasons.map((reason) => markOf('nhs-number', reason))).toEqual(
      takeOutReasons.map((reason) => `[NHS number removed because ${takeOutBecause[reason]}]`),
    )
  })
})

describe('erasing a response', () => {
  const asked = { id: 'r', reason: 'ordered', askedById: 'ros', askedByName: 'Ros' } as const
  const whole: ErasableResponse = {
    ...held,
    reference: 'KTRM-4821',
    asked: undefined,
    othersMerged: false,
  }

  it.each<readonly [string, ErasableResponse | undefined, string, string]>([
    ['nothing there', undefined, 'response-not-here', 'response-not-here'],
    ['words gone', { ...whole, answers: null }, 'words-are-gone', 'words-are-gone'],
    ['an open concern', { ...whole, concernOpen: true, asked }, 'concern-open', 'concern-open'],
    [
      'one that others count as',
      { ...whole, othersMerged: true },
      'others-merged-into-it',
      'others-merged-into-it',
    ],
    ['one that nobody asked for', whole, 'ok', 'not-asked'],
    ['one that was asked for', { ...whole, asked }, 'asked-already', 'ok'],
    ['another request', { ...whole, asked: { ...asked, id: 's' } }, 'asked-already', 'not-asked'],
  ])('of %s', (_what, response, asking, erasing) => {
    const said = [askToErase(response), eraseAsked(response, 'r')]
    expect(said.map((one) => (one.ok ? 'ok' : one.problems[0]?.code))).toEqual([asking, erasing])
  })
})
