import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallConsultation } from '../../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { formulaPayloads } from '../test-support/formula-payloads.ts'
import { consultationIn, howAnswer, storeResponse } from '../test-support/analysed.ts'
import { exportWorkbook, inSheets, workbookCell } from './export-workbook.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

async function exported(consultation: Consultation) {
  const output = new PassThrough()
  const versions = [{ number: 1, consultation }]
  const about = { consultationId: consultation.id, versions }
  const [file, count] = await Promise.all([
    buffer(output),
    exportWorkbook(database.calls, about, output),
  ])
  const sheets = new Map(
    (await readWorkbook(file, { trim: false })).map(({ sheet, data }) => [sheet, data]),
  )
  return { count, sheets, file }
}

describe('exportWorkbook', () => {
  it('holds the responses that count in the columns of the CSV file, with days as days and numbers as numbers', async () => {
    const consultation = await consultationIn(database, {
      sections: [
        {
          id: 's',
          title: 'S',
          questions: [
            {
              id: 'use',
              kind: 'several-of',
              title: 'Which?',
              about: 'which',
              options: [
                { code: 'bus', label: 'Bus' },
                { code: 'car', label: 'Car' },
              ],
            },
            { id: 'when', kind: 'date', title: 'When?', about: 'when' },
            { id: 'born', kind: 'date', title: 'Born?', about: 'when' },
            { id: 'how-many', kind: 'number', title: 'How many?', about: 'how many' },
            { id: 'words', kind: 'short-text', title: 'Words?', about: 'words' },
          ],
        },
      ],
    })
    await storeResponse(database, consultation, {
      use: { kind: 'several-of', choices: ['car'] },
      when: { kind: 'date', day: '29', month: '2', year: '2028' },
      born: { kind: 'date', day: '1', month: '1', year: '1899' },
      'how-many': { kind: 'number', text: '7' },
      words: { kind: 'short-text', text: '0123' },
    })
    const { sheets, count } = await exported(consultation)
    expect(count).toEqual({ written: 1, expected: 1, leftOut: 0 })
    expect([...sheets.keys()]).toEqual(['responses', 'codebook', 'left out'])
    const [head, row] = sheets.get('responses') ?? []
    expect(head).toEqual(
      'reference came_on way behalf line version use_bus use_car when born how_many words'.split(
        ' ',
      ),
    )
    expect(row?.slice(1)).toEqual([
      new Date('2027-02-01T00:00:00Z'),
      'website',
      'self',
      'in-time',
      1,
      0,
      1,
      new Date('2028-02-29T00:00:00Z'),
      '1899-01-01',
      7,
      '0123',
    ])
  })

  it('makes 120 formulas harmless, whole and in the way of the CSV file', async () => {
    expect(formulaPayloads).toHaveLength(120)
    const consultation = await consultationIn(database)
    for (const text of formulaPayloads)
      await storeResponse(database, consultation, { words: { kind: 'long-text', text } })
    const { sheets, file } = await exported(consultation)
    const [head = [], ...rows] = sheets.get('responses') ?? []
    expect(rows).toHaveLength(120)
    for (const row of rows) {
      expect(row[head.indexOf('words')]).toMatch(/^'/)
      for (const cell of row)
        if (typeof cell === 'string')
          expect(cell).not.toMatch(/^[\s\p{Cf}\u2800]*[=+@\-\u2212＝＋－＠﹦]/u)
    }
    expect(file.includes('calcChain')).toBe(false)
  })

  it('says what was left out and why, what each column holds, and nothing about equality', async () => {
    const consultation = await consultationIn(database, {
      sections: [
        ...smallConsultation().sections,
        {
          id: 'about-you',
          title: 'About you',
          purpose: 'equality',
          questions: [{ id: 'self', kind: 'long-text', title: 'You?', about: 'you' }],
        },
      ],
    })
    await storeResponse(database, consultation, {
      ...howAnswer('bus'),
      self: { kind: 'long-text', text: 'canary-of-equality' },
    })
    await storeResponse(database, consultation, howAnswer('car'), {
      late: true,
      receivedAt: '2027-06-01T09:00:00Z',
    })
    const { sheets, count } = await exported(consultation)
    expect(count).toEqual({ written: 1, expected: 1, leftOut: 1 })
    expect(sheets.get('responses')).toHaveLength(2)
    expect(sheets.get('codebook')?.[1]).toEqual([
      'how',
      'How do you travel to us?',
      null,
      'code',
      'bus',
      'Bus',
      '1',
    ])
    expect(sheets.get('codebook')?.map((row) => row[4])).toEqual(
      expect.arrayContaining([-9991, -9992, -9993, -9994]),
    )
    const leftOut = sheets.get('left out') ?? []
    expect(leftOut.find(([line]) => line === 'late-waiting')?.[2]).toBe(1)
    expect(leftOut.find(([line]) => line === 'erased')?.[2]).toBe(0)
    expect(JSON.stringify(leftOut)).toContain('1 came late and nobody has decided on it yet.')
    expect(JSON.stringify(leftOut)).toContain('Answers about equality')
    expect(JSON.stringify([...sheets])).not.toContain('canary-of-equality')
  })
})

describe('workbookCell', () => {
  it.each([
    ['flag', '1', 1],
    ['place', '3', 3],
    ['number', '-5.25', -5.25],
    ['number', '1e5', '1e5'],
    ['number', '-5+2', "'-5+2"],
    ['number', '12345678901234567', '12345678901234567'],
    ['number', '-9993', -9993],
    ['text', '-9994', -9994],
    ['text', '42', '42'],
    ['code', '=1', "'=1"],
    ['date', '2027-02-01', { day: '2027-02-01' }],
    ['date', '-9991', -9991],
  ] as const)('of a column of %s, %j is %j', (type, text, cell) => {
    expect(workbookCell(type, text)).toEqual(cell)
  })
})

describe('inSheets', () => {
  it('spreads rows that one sheet cannot hold over more, each with its head', async () => {
    const rows = async function* () {
      for (let row = 0; row < 5; row += 1) yield [row]
    }
    const sheets = inSheets({ name: 'responses', head: ['a'], count: 5, rows: rows() }, 2)
    const inEach: unknown[] = []
    for (const sheet of sheets) {
      const taken = []
      for await (const [cell] of sheet.rows()) taken.push(cell)
      inEach.push([sheet.name, sheet.head, taken])
    }
    expect(inEach).toEqual([
      ['responses', ['a'], [0, 1]],
      ['responses 2', ['a'], [2, 3]],
      ['responses 3', ['a'], [4]],
    ])
  })
})
