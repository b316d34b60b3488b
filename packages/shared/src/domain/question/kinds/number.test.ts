import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NumberQuestion } from '../question.ts'
import { number } from './number.ts'

const question: NumberQuestion = {
  id: 'miles',
  kind: 'number',
  title: 'How many miles is it?',
  about: 'how many miles it is',
}
const wide: NumberQuestion = {
  ...question,
  least: -999_999_999_999,
  most: 999_999_999_999,
  decimals: 3,
}
const answer = (text: string) => ({ kind: 'number', text }) as const
const codes = (asked: NumberQuestion, text: string) =>
  number.check(asked, answer(text)).map(({ code }) => code)

describe('a number in figures', () => {
  it('is the same however it is written: commas, zeros before and after, spaces, either minus', () => {
    const thousandths = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
    fc.assert(
      fc.property(thousandths, fc.nat({ max: 3 }), fc.boolean(), (amount, zeros, trueMinus) => {
        const value = Math.abs(amount) / 1000
        const [whole = '', fraction = ''] = value.toFixed(3).split('.')
        const plain = Number(whole).toLocaleString('en-GB')
        const written = ` ${amount < 0 ? (trueMinus ? '\u2212' : '-') : ''}${plain}.${fraction}${'0'.repeat(zeros)} `
        const tidied = number.tidy(wide, answer(written))
        expect(codes(wide, written)).toEqual([])
        expect(Number(tidied.text)).toBe(amount === 0 ? 0 : amount / 1000)
        expect(tidied.text).not.toMatch(/[,e+ ]|\.\d*0$|\.$|^-0$/)
        expect(number.tidy(wide, tidied)).toEqual(tidied)
        expect(number.tidy(wide, answer(number.read(wide, tidied)[0] ?? ''))).toEqual(tidied)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    '',
    '.',
    '-',
    '-.',
    'ten',
    '1e5',
    '12,5',
    '1,2345',
    '1,234,56',
    ',123',
    '1,',
    '1.',
    '1.2.3',
    '--1',
    '+1',
    '1 000',
    '0x10',
    'NaN',
    'Infinity',
    '1,234.5,6',
  ])('is not read from %j, which might be meant otherwise', (text) => {
    expect(codes(wide, text)).toEqual(['number-not-a-number'])
    expect(number.tidy(wide, answer(text))).toEqual(answer(text))
  })

  it.each([
    ['007', '7'],
    ['0', '0'],
    ['-0', '0'],
    ['\u22120.00', '0'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['1,250.50', '1250.5'],
    ['000', '0'],
    ['0.10', '0.1'],
  ])('is stored plainly: %s is %s', (written, plain) =>
    expect(number.tidy(wide, answer(written)).text).toBe(plain),
  )

  it('has both its bounds included, and without any is from nothing to twelve figures', () => {
    const asked: NumberQuestion = { ...question, least: 2, most: 4 }
    expect(['1', '2', '4', '5'].map((text) => codes(asked, text))).toEqual([
      ['number-too-small'],
      [],
      [],
      ['number-too-large'],
    ])
    expect(
      ['-1', '0', '999,999,999,999', '1000000000000'].map((text) => codes(question, text)),
    ).toEqual([['number-too-small'], [], [], ['number-too-large']])
  })

  it('has as many decimals as are asked for, those that say nothing left out', () => {
    expect(['1', '1.0', '1.5'].map((text) => codes(question, text))).toEqual([
      [],
      [],
      ['number-not-whole'],
    ])
    expect(
      ['1.50', '1.55', '1.555'].map((text) => codes({ ...question, decimals: 2 }, text)),
    ).toEqual([[], [], ['number-too-many-decimals']])
  })

  it.each([
    ['-1234567.5', '-1,234,567.5'],
    ['999', '999'],
    ['1000', '1,000'],
    ['ten or so', 'ten or so'],
  ])('is read back with thousands apart: %s as %s', (text, words) => {
    expect(number.read(wide, answer(text))).toEqual([words])
    expect(number.read({ ...wide, unit: 'miles' }, answer(text))).toEqual([`${words} miles`])
  })

  it('takes no time over a long run of zeros', () => {
    const began = performance.now()
    codes(wide, `0.${'0'.repeat(60_000)}1`)
    expect(performance.now() - began).toBeLessThan(50)
  })
})

describe('money and years', () => {
  const pounds: NumberQuestion = { ...question, unit: 'pounds', decimals: 2 }
  const year: NumberQuestion = { ...question, least: 1900, most: 2030 }

  it.each([
    [pounds, '£4.50', '4.5', '£4.50'],
    [pounds, '4.5', '4.5', '£4.50'],
    [pounds, '£ 4', '4', '£4'],
    [pounds, '1250', '1250', '£1,250'],
    [pounds, '4.50 pounds', '4.5', '£4.50'],
    [pounds, '£٤٫٥', '4.5', '£4.50'],
    [{ ...pounds, least: -10 }, '-£4.05', '-4.05', '-£4.05'],
    [{ ...pounds, unit: '€' }, '€4.50', '4.5', '€4.50'],
    [year, '1970', '1970', '1970'],
    [year, '١٩٧٠', '1970', '1970'],
    [{ ...question, unit: 'minutes' }, '1250 minutes', '1250', '1,250 minutes'],
    [question, '1970', '1970', '1,970'],
  ])('are read and shown as people write them: %#', (asked, typed, stored, shown) => {
    expect(codes(asked, typed)).toEqual([])
    expect(number.tidy(asked, answer(typed)).text).toBe(stored)
    expect(number.read(asked, answer(stored))).toEqual([shown])
  })

  it.each([
    [question, '£4'],
    [pounds, '$4'],
    [pounds, '4 pence'],
  ])('are not read in another unit than was asked: %#', (asked, typed) =>
    expect(codes(asked, typed)).toEqual(['number-not-a-number']),
  )
})
