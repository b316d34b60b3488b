import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceChoices, type QuotableText } from './quotable-text.ts'
import { findTyped, lookForTyped, typedQuotations } from './typed-quotation.ts'

const jo: QuotableText = {
  of: { kind: 'starter', id: 'clinic' },
  name: 'Jo Fenn',
  text: 'In one good building I can keep the doors open until nine at night.\n\nI would rather you came a little further to somewhere that never has to turn you away. It’s safer – for everybody.',
}
const dee: QuotableText = {
  of: { kind: 'contribution', number: 12 },
  name: 'Dee',
  text: 'If you move everything, ring people. I would do it myself.',
}
const words = (text: string) => typedQuotations(text).map((typed) => typed.words)

describe('typedQuotations', () => {
  it.each<[string, readonly string[]]>([
    ['He said “you have to come further” twice', ['you have to come further']],
    ['He said "you have to come further"', ['you have to come further']],
    ['He said ‘you don’t have to come’ today', ['you don’t have to come']],
    ['“One two three” and "four five six"', ['One two three', 'four five six']],
    ['a “plain room” is a way of speaking', []],
    ['don’t, can’t and won’t are no quotation, nor are ’tis nobler', []],
    ['“not closed', []],
    ['“over two\nlines of words”', []],
    ['', []],
  ])('reads in %j what is meant as a quotation', (text, found) => {
    expect(words(text)).toEqual(found)
  })

  it('says where it stands, marks and all', () => {
    const text = 'So “ring people first” it is'
    const [typed] = typedQuotations(text)
    expect(typed && text.slice(typed.start, typed.end)).toBe('“ring people first”')
  })

  it('reads a text without end in time that a person does not notice', () => {
    const endless = '“a b c '.repeat(20_000) + '‘'.repeat(20_000)
    const before = performance.now()
    typedQuotations(endless)
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})

describe('findTyped', () => {
  it.each<[string, string]>([
    ['keep the doors open', 'keep the doors open'],
    ['Keep  the doors\nopen', 'keep the doors open'],
    ['…keep the doors open.', 'keep the doors open'],
    ["it's safer - for everybody", 'It’s safer – for everybody'],
    ['at night. I would rather', 'at night.\n\nI would rather'],
  ])('finds %j, however it was typed', (typed, found) => {
    const span = findTyped(jo.text, typed)!
    expect(jo.text.slice(span.start, span.end)).toBe(found)
  })

  it.each(['keep the doors shut', 'eep the doors ope', 'ing I can keep', '…', ''])(
    'does not find %j',
    (typed) => {
      expect(findTyped(jo.text, typed)).toBeUndefined()
    },
  )

  it('finds every sentence of a text in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('near', 'far', 'bus', 'İstanbul', 'straße', 'don’t', '.', '\n'), {
          minLength: 1,
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join(' ')
          for (const sentence of sentenceChoices(text)) {
            expect(text.slice(sentence.start, sentence.end)).toBe(sentence.words)
            const found = findTyped(text, sentence.words)!
            expect(text.slice(found.start, found.end).trim().length).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})

describe('lookForTyped', () => {
  it('binds the words where they stand', () => {
    const [looked] = lookForTyped(
      'You say “ring people”, or “if you move everything, ring people”.',
      [jo, dee],
    )
    expect(looked).toMatchObject({
      found: true,
      quotation: { of: dee.of, exact: 'If you move everything, ring people' },
    })
  })

  it('shows what comes nearest when the words are not there', () => {
    const [looked] = lookForTyped('Jo said “I would rather you came further away”.', [jo, dee])
    expect(looked).toMatchObject({
      found: false,
      typed: { words: 'I would rather you came further away' },
      nearest: {
        name: 'Jo Fenn',
        quotation: {
          of: jo.of,
          exact:
            'I would rather you came a little further to somewhere that never has to turn you away.',
        },
      },
    })
  })

  it('shows nothing where nothing is near', () => {
    const [looked] = lookForTyped('“Bananas are entirely blue”', [jo, dee])
    expect(looked).toEqual({ found: false, typed: expect.anything(), nearest: undefined })
    expect(lookForTyped('“Bananas are entirely blue”', [])).toHaveLength(1)
  })
})

describe('sentenceChoices', () => {
  it('offers every sentence with its place', () => {
    const choices = sentenceChoices(dee.text)
    expect(choices.map((choice) => choice.words)).toEqual([
      'If you move everything, ring people.',
      'I would do it myself.',
    ])
    for (const { start, end, words: sentence } of choices)
      expect(dee.text.slice(start, end)).toBe(sentence)
  })

  it('tells the same sentence said twice apart', () => {
    const [first, second] = sentenceChoices('Near matters. Near matters.')
    expect([first?.start, second?.start]).toEqual([0, 14])
  })
})
