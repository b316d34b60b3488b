import { describe, expect, it } from 'vitest'
import { spreadsheetCell } from './spreadsheet-cell.ts'

const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−']
const before = [
  '',
  ' ',
  '   ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\u00A0',
  '\u3000',
  '\u2003',
  '\uFEFF',
  '\u200B',
  '\u202E',
  '\u2060',
  '\u00AD',
  "'",
  "''",
  "' ",
]
const payloads = before.flatMap((lead) => starts.map((start) => `${lead}${start}cmd|' /C calc'!A0`))

describe('spreadsheetCell', () => {
  it.each(payloads.map((payload) => [JSON.stringify(payload), payload]))(
    'puts an apostrophe before %s',
    (_shown, payload) => {
      expect(spreadsheetCell(payload)).toBe(`'${payload.replaceAll('\0', '\uFFFD')}`)
    },
  )

  it.each(['\tname', '\rname', '\nname', '\0name'])(
    'puts an apostrophe before a cell that begins with a control character',
    (text) => {
      expect(spreadsheetCell(text).startsWith("'")).toBe(true)
    },
  )

  it.each([
    'The bus = late',
    'a+b',
    '12 - 14 May',
    'me@example.org',
    "'quoted'",
    '"=1"',
    '',
    ' indented',
    '0123',
    'Ａ＝Ｂ',
  ])('leaves ordinary words alone: %s', (text) => {
    expect(spreadsheetCell(text)).toBe(text)
  })

  it('gives back what was written when one apostrophe is taken away', () => {
    for (const payload of payloads.filter((text) => !text.includes('\0')))
      expect(spreadsheetCell(payload).slice(1)).toBe(payload)
  })

  it('keeps a negative number in a column of numbers, and nothing else that begins with a minus', () => {
    expect(spreadsheetCell('-5', { number: true })).toBe('-5')
    expect(spreadsheetCell('-5.25', { number: true })).toBe('-5.25')
    expect(spreadsheetCell('-5')).toBe("'-5")
    expect(spreadsheetCell('-5+2', { number: true })).toBe("'-5+2")
    expect(spreadsheetCell('+5', { number: true })).toBe("'+5")
  })

  it('never lets a NUL through', () => {
    expect(spreadsheetCell('a\0b')).toBe('a\uFFFDb')
  })
})
