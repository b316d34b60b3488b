import { describe, expect, it } from 'vitest'
import { anchorQuotation, type Quotation } from './quotation.ts'
import { checkedQuotations, type ReadSource } from './shown-contribution.ts'

const text = 'Sam from ward 4 never came again, and nobody rang her.'
const quoted = (words: string): Quotation => {
  const start = text.indexOf(words)
  const of = { kind: 'contribution', number: 7 } as const
  return anchorQuotation(of, text, { start, end: start + words.length })!
}
const reading =
  (shown: string | undefined): ReadSource =>
  () =>
    shown === undefined ? undefined : { by: 'Dee', text: shown }

describe('checkedQuotations', () => {
  const quotations = [quoted('never came again'), quoted('Sam from ward 4')]

  it('shows words that stand in the text, and says whose they are', () => {
    expect(checkedQuotations(quotations, reading(text))).toEqual([
      { of: { kind: 'contribution', number: 7 }, by: 'Dee', exact: 'never came again' },
      { of: { kind: 'contribution', number: 7 }, by: 'Dee', exact: 'Sam from ward 4' },
    ])
  })

  it('shows nothing of words that a moderator took out since', () => {
    const redacted = text.replace('Sam from ward 4', '[name removed]')
    const checked = checkedQuotations(quotations, reading(redacted))
    expect(checked[1]).toEqual({ of: { kind: 'contribution', number: 7 }, by: 'Dee', gone: true })
    expect(JSON.stringify(checked)).not.toContain('Sam')
    expect(checked[0]).toHaveProperty('exact', 'never came again')
  })

  it('shows nothing of a text that is not shown', () => {
    const checked = checkedQuotations(quotations, reading(undefined))
    expect(checked.every((one) => 'gone' in one)).toBe(true)
    expect(JSON.stringify(checked)).not.toMatch(/Sam|again|Dee/)
  })

  it('shows nothing of words that never stood there', () => {
    const made = { ...quoted('never came again'), exact: 'words nobody wrote' }
    expect(checkedQuotations([made], reading(text))).toEqual([
      { of: made.of, by: 'Dee', gone: true },
    ])
  })
})
