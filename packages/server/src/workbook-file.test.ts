import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import {
  columnLetters,
  daySerial,
  sheetXml,
  writeWorkbook,
  type WorkbookCell,
  type WorkbookSheet,
} from './workbook-file.ts'

const sheetOf = (
  rows: readonly (readonly WorkbookCell[])[],
  name = 'responses',
): WorkbookSheet => ({
  name,
  head: ['one', 'two', 'three'],
  rows: () => rows,
})

async function written(...sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const output = new PassThrough()
  const [file] = await Promise.all([buffer(output), writeWorkbook(sheets, output)])
  return file
}

const xmlOf = async (rows: readonly (readonly WorkbookCell[])[]): Promise<string> => {
  let xml = ''
  for await (const part of sheetXml(sheetOf(rows))) xml += part
  return xml
}

describe('writeWorkbook', () => {
  it('is read by another program as it was written: text as text, numbers, and days as days', async () => {
    const file = await written(
      sheetOf([
        ['Tom & "Jo" <b>', 42, { day: '2027-02-01' }],
        ['0123', -9992, { day: '2028-02-29' }],
        [' two\nlines ', 0.5, ''],
      ]),
      sheetOf([['of the second']], 'codebook'),
    )
    const [first, second] = await readWorkbook(file, { trim: false })
    expect([first?.sheet, second?.sheet]).toEqual(['responses', 'codebook'])
    expect(first?.data).toEqual([
      ['one', 'two', 'three'],
      ['Tom & "Jo" <b>', 42, new Date('2027-02-01T00:00:00Z')],
      ['0123', -9992, new Date('2028-02-29T00:00:00Z')],
      [' two\nlines ', 0.5, null],
    ])
    expect(second?.data).toEqual([
      ['one', 'two', 'three'],
      ['of the second', null, null],
    ])
  })

  it('takes rows while it writes, and no more once nobody reads on', async () => {
    let made = 0
    let closed = false
    const rows = function* () {
      try {
        for (; made < 200_000; made += 1) yield [`row ${made} ${Math.sin(made)}`, made, 'x']
      } finally {
        closed = true
      }
    }
    const leaves = new Writable({
      write: (_chunk, _encoding, done) => done(made > 0 ? new Error('They went away') : null),
    })
    await expect(
      writeWorkbook([{ name: 'responses', head: ['a', 'b', 'c'], rows }], leaves),
    ).rejects.toThrow('They went away')
    expect(made).toBeLessThan(20_000)
    await expect.poll(() => closed).toBe(true)
  })

  it('fails when rows cannot be read, so that half a file never looks whole', async () => {
    const rows = async function* () {
      yield ['x']
      throw new Error('The database is gone')
    }
    const output = new PassThrough()
    output.resume()
    await expect(writeWorkbook([{ name: 'a', head: ['x'], rows }], output)).rejects.toThrow(
      'The database is gone',
    )
  })
})

describe('sheetXml', () => {
  const live = ['=1+1', "=cmd|' /C calc'!A0", '@SUM(A1)', '+1', '-1', '\t=1', '＝1', '_x003D_1']

  it.each(live)('holds %j as text, in a cell that stays text when it is edited', async (text) => {
    const xml = await xmlOf([[text]])
    expect(xml).not.toMatch(/<f[ >]|t="str"|t="e"/)
    expect(xml).toContain('<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">')
    expect(xml).not.toContain('>_x003D_')
  })

  it('can be read as XML whatever stands in it', async () => {
    const xml = await xmlOf([['\u0000\u0008\ud800\uffff', ']]></t></is></c>', '&amp;\r\n']])
    expect(xml).toContain('>\ufffd\ufffd\ufffd\ufffd<')
    expect(xml).toContain('>]]&gt;&lt;/t&gt;&lt;/is&gt;&lt;/c&gt;<')
    expect(xml).toContain('>&amp;amp;_x000D_\n<')
  })

  it('cuts what no cell can hold, says so, and cuts no character in two', async () => {
    const long = `${'a'.repeat(32_726)}${'😀'.repeat(50)}`
    const [, text = ''] = /r="A2"[^>]*><is><t[^>]*>([^<]*)</.exec(await xmlOf([[long]])) ?? []
    expect(text.length).toBeLessThanOrEqual(32_767)
    expect(text).toMatch(/a\[cut|😀 \[cut|a \[cut: the whole text is in the CSV file\]$/)
    expect(text).not.toMatch(/\p{Surrogate}/u)
    const fits = 'a'.repeat(32_767)
    expect(await xmlOf([[fits]])).toContain(`>${fits}<`)
  })
})

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('of %i are %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters)
  })
})

describe('daySerial', () => {
  it.each([
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2024-02-29', 45_351],
    ['9999-12-31', 2_958_465],
  ])('of %s is %i', (day, serial) => {
    expect(daySerial(day)).toBe(serial)
  })

  it.each(['1900-02-28', '1899-12-31', '2027-02-30x', '2027-13-01', '', '1 May', '-9992'])(
    'does not know %j',
    (day) => {
      expect(daySerial(day)).toBeUndefined()
    },
  )
})
