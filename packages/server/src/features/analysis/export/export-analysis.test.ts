import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { tidyText } from '@takepart/shared/domain/core/text'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { smallConsultation } from '../../../test-support/sample-response.ts'
import { formulaPayloads } from '../test-support/formula-payloads.ts'
import { consultationIn, howAnswer, storeResponse } from '../test-support/analysed.ts'
import { exportAnswers, exportCodebook, type ExportFormat } from './export-analysis.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const exported = async (consultation: Consultation, format: ExportFormat): Promise<string> => {
  const output = new PassThrough()
  const versions = [{ number: 1, consultation }]
  const [said] = await Promise.all([
    text(output),
    exportAnswers(database.calls, { consultationId: consultation.id, versions, format }, output),
  ])
  return said
}

/** The fields of CSV text, as a spreadsheet reads them (RFC 4180). */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}

describe('exportAnswers', () => {
  it('makes 120 formulas harmless in CSV, and keeps every word of them in JSON and FHIR', async () => {
    expect(formulaPayloads).toHaveLength(120)
    const consultation = await consultationIn(database)
    for (const payload of formulaPayloads)
      await storeResponse(database, consultation, { words: { kind: 'long-text', text: payload } })
    const [head = [], ...rows] = fieldsOf(await exported(consultation, 'csv'))
    expect(rows).toHaveLength(120)
    const column = head.indexOf('words')
    for (const row of rows) {
      expect(row).toHaveLength(head.length)
      expect(row[column]).toMatch(/^'/)
      for (const cell of row)
        expect(cell).not.toMatch(
          /^[\s\p{Cf}\u2800]*[=+@\t\r\u2212＝＋－＠﹦]|^[\s\p{Cf}]*-(?!999[1-4]$)/u,
        )
    }
    const json = JSON.parse(await exported(consultation, 'json'))
    const words = json.map((row: { answers: { words: string } }) => row.answers.words)
    expect(words.toSorted()).toEqual(formulaPayloads.map(tidyText).toSorted())
  })

  it('has a column for each code, says why a cell is empty, and leaves out what does not count', async () => {
    const consultation = await consultationIn(database)
    await storeResponse(database, consultation, howAnswer('bus'))
    await storeResponse(database, consultation, howAnswer('bus'), {
      late: true,
      receivedAt: '2027-06-01T09:00:00Z',
    })
    const rows = fieldsOf(await exported(consultation, 'csv'))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual([
      'reference',
      'came_on',
      'way',
      'behalf',
      'line',
      'version',
      'how',
      'how_other_say',
      'park',
      'words',
    ])
    expect(rows[1]?.slice(1)).toEqual([
      '2027-02-01',
      'website',
      'self',
      'in-time',
      '1',
      'bus',
      '-9992',
      '-9991',
      '-9992',
    ])
  })

  it('gives FHIR responses without anybody in them, and nothing about equality in any format', async () => {
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
      how: { kind: 'one-of', choice: 'other', say: { other: 'By canoe' } },
      self: { kind: 'long-text', text: 'canary-of-equality' },
    })
    const fhir = await exported(consultation, 'fhir')
    const [response] = JSON.parse(fhir)
    expect(response).toMatchObject({
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      authored: '2027-02-01',
      item: [
        {
          linkId: 'how',
          text: 'How do you travel to us?',
          answer: [
            {
              valueCoding: { code: 'other', display: 'Other' },
              item: [{ linkId: 'other.say', answer: [{ valueString: 'By canoe' }] }],
            },
          ],
        },
      ],
    })
    for (const name of ['subject', 'author', 'source']) expect(response).not.toHaveProperty(name)
    for (const format of ['csv', 'json', 'fhir'] as const)
      expect(await exported(consultation, format)).not.toContain('canary-of-equality')
  })

  it('is an empty list, or a head alone, where nothing counts', async () => {
    const consultation = await consultationIn(database)
    expect(JSON.parse(await exported(consultation, 'json'))).toEqual([])
    expect(fieldsOf(await exported(consultation, 'csv'))).toHaveLength(1)
  })
})

describe('exportCodebook', () => {
  it('says what was asked, which codes there are, why cells are empty and what was left out', async () => {
    const consultation = await consultationIn(database)
    await storeResponse(database, consultation, howAnswer('bus'), {
      late: true,
      receivedAt: '2027-06-01T09:00:00Z',
    })
    const output = new PassThrough()
    const versions = [{ number: 1, consultation }]
    const [csv] = await Promise.all([
      text(output),
      exportCodebook(database.calls, { consultationId: consultation.id, versions }, output),
    ])
    const rows = fieldsOf(csv)
    expect(rows[1]).toEqual(['how', 'How do you travel to us?', '', 'code', 'bus', 'Bus', '1'])
    expect(rows.map((row) => row[4])).toEqual(
      expect.arrayContaining(['-9991', '-9992', '-9993', '-9994']),
    )
    expect(rows.map((row) => row[1]).join(' ')).toContain(
      '1 came late and nobody has decided on it yet.',
    )
  })
})
