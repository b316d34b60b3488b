import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anchorQuotation,
  contextUnits,
  findQuotation,
  sameSource,
  sourceKey,
  sourceOfKey,
  type QuotationSource,
} from './quotation.ts'

const starter: QuotationSource = { kind: 'starter', id: 'clinic' }
const text =
  'I can keep the doors open. I can keep the heating on. I can keep the doors open, late.'

describe('a quotation', () => {
  it('is bound to the words that were chosen, with what stands around them', () => {
    const start = text.indexOf('heating')
    const quotation = anchorQuotation(starter, text, { start, end: start + 'heating on'.length })
    expect(quotation).toEqual({
      of: starter,
      exact: 'heating on',
      prefix: text.slice(start - contextUnits, start),
      suffix: '. I can keep the doors open, late.'.slice(0, contextUnits),
    })
  })

  it('is found again at its own place, where the same words stand twice', () => {
    for (const at of [text.indexOf('doors open'), text.lastIndexOf('doors open')]) {
      const span = { start: at, end: at + 'doors open'.length }
      const quotation = anchorQuotation(starter, text, span)
      expect(quotation && findQuotation(text, quotation)).toEqual(span)
    }
  })

  it('is found when the text around it has changed', () => {
    const start = text.indexOf('the heating')
    const quotation = anchorQuotation(starter, text, { start, end: start + 'the heating'.length })!
    const edited = `Now: ${text.replace('I can keep the heating', 'We will keep the heating')}`
    const found = findQuotation(edited, quotation)!
    expect(edited.slice(found.start, found.end)).toBe('the heating')
  })

  it('is found nowhere once its words are changed or taken out', () => {
    const start = text.indexOf('heating')
    const quotation = anchorQuotation(starter, text, { start, end: start + 'heating'.length })!
    expect(findQuotation(text.replace('heating', '[detail removed]'), quotation)).toBeUndefined()
    expect(findQuotation(text.replace('heating', 'Heating'), quotation)).toBeUndefined()
    expect(findQuotation('', quotation)).toBeUndefined()
    expect(findQuotation(text, { exact: '', prefix: '', suffix: '' })).toBeUndefined()
  })

  it('leaves blanks at its ends out, and binds nothing where only blanks are chosen', () => {
    const start = text.indexOf(' heating ')
    const span = { start, end: start + ' heating '.length }
    expect(anchorQuotation(starter, text, span)?.exact).toBe('heating')
    expect(anchorQuotation(starter, 'one  two', { start: 3, end: 5 })).toBeUndefined()
    expect(anchorQuotation(starter, text, { start: 9, end: 9 })).toBeUndefined()
    expect(anchorQuotation(starter, text, { start: 900, end: 1_000 })).toBeUndefined()
    expect(anchorQuotation(starter, text, { start: 12, end: 3 })).toBeUndefined()
  })

  it('never cuts a character in two', () => {
    const bus = 'by 🚌 and 🚌🚌 again'
    const inside = bus.indexOf('🚌') + 1
    expect(anchorQuotation(starter, bus, { start: inside, end: inside + 7 })?.exact).toBe(
      '🚌 and 🚌',
    )
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.nat(70),
        fc.nat(70),
        (any, start, length) => {
          const quotation = anchorQuotation(starter, any, { start, end: start + length })
          for (const part of quotation ? [quotation.exact, quotation.prefix, quotation.suffix] : [])
            expect(part).not.toMatch(/\p{Surrogate}/u)
        },
      ),
    )
  })

  it('is always found in the text it was taken from, at the same words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(80), fc.nat(80), (any, start, length) => {
        const quotation = anchorQuotation(starter, any, { start, end: start + length })
        if (!quotation) return
        const found = findQuotation(any, quotation)!
        expect(any.slice(found.start, found.end)).toBe(quotation.exact)
      }),
    )
  })
})

describe('what is quoted', () => {
  it.each<[QuotationSource, string]>([
    [starter, 'starter-clinic'],
    [{ kind: 'contribution', number: 41 }, 'said-41'],
  ])('has one spelling: %o is %s', (source, key) => {
    expect(sourceKey(source)).toBe(key)
    expect(sourceOfKey(key)).toEqual(source)
    expect(sameSource(source, { ...source })).toBe(true)
  })

  it.each(['said-0', 'said-041', 'said-1e3', 'starter-', 'starter-A', 'said-9999999999', 'other'])(
    'is nothing for %s',
    (key) => {
      expect(sourceOfKey(key)).toBeUndefined()
    },
  )

  it('is told apart', () => {
    expect(sameSource(starter, { kind: 'contribution', number: 1 })).toBe(false)
    expect(sameSource(starter, { kind: 'starter', id: 'waiting-room' })).toBe(false)
  })
})
