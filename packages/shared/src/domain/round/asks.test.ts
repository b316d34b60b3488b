import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksSomething } from './asks.ts'

describe('asksSomething', () => {
  it.each([
    ['Has anybody counted how many of us stop coming?', true],
    ['I came by bus. Is there parking? I could not see.', true],
    ['Who pays for this?!', true],
    ['Is it free? (I hope so)', true],
    ['هل هناك حافلة؟', true],
    ['The bus leaves at ten to nine.', false],
    ['You wrote “Who pays?” and I wondered.', false],
    ['She asked "when do you close?" and left.', false],
    ['???', false],
    ['See example.org/?page=2 for it.', false],
    ['', false],
  ])('of “%s”', (text, asks) => {
    expect(asksSomething(text)).toBe(asks)
  })

  it('takes time in step with the length of the text', () => {
    const started = performance.now()
    asksSomething('a'.repeat(20_000))
    asksSomething('“'.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('is never true of a text without a question mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(asksSomething(text.replaceAll(/[?？؟]/g, ''))).toBe(false)
      }),
    )
  })
})
