import { Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  exportSheet,
  isMissing,
  missingWords,
  type ExportSheet,
  type ExportVariable,
} from '@takepart/shared/domain/analysis/export/export-variables'
import { ledgerOf, type Ledger } from '@takepart/shared/domain/analysis/ledger/ledger'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { exportWords } from '@takepart/shared/words/export'
import { ledgerSentences } from '@takepart/shared/words/ledger'
import { stringify } from 'csv-stringify'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { atOneMoment } from '../../response/response-export.queries.ts'
import { spreadsheetCell } from '../../../spreadsheet-cell.ts'
import { countLedger } from '../ledger/ledger.queries.ts'
import { everyQuestion } from '../tally/read-results.ts'
import { questionnaireResponse } from './questionnaire-response.ts'
import { streamCounted, type CountedRow } from './export.queries.ts'

export const exportFormats = ['csv', 'json', 'fhir'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What stands before the answers of each response. */
export const aboutColumns = ['reference', 'came_on', 'way', 'behalf', 'line', 'version'] as const

/** The sheet of answers: all questions but those about equality, which are exported apart and never beside these (S33). */
export const answersSheet = (versions: readonly ConsultationVersion[]): ExportSheet => {
  const apart = new Set(
    everyQuestion(versions)
      .filter(({ equality }) => equality)
      .map(({ question }) => question.id),
  )
  return exportSheet(versions, (id) => !apart.has(id))
}

/**
 * Writes every response that counts to `output`, one at a time, as they are at one moment. The memory it takes does not
 * grow with their number. What was left out, and why, is in the codebook, which says the ledger's sentences.
 */
export const exportAnswers = (
  db: Kysely<Schema>,
  request: {
    readonly consultationId: string
    readonly versions: readonly ConsultationVersion[]
    readonly format: ExportFormat
  },
  output: Writable,
): Promise<void> =>
  atOneMoment(db, async (trx) => {
    const sheet = answersSheet(request.versions)
    const rows = Readable.from(streamCounted(trx, request.consultationId))
    await pipeline([rows, ...writersFor(request.format, request.versions, sheet), output])
  })

function writersFor(
  format: ExportFormat,
  versions: readonly ConsultationVersion[],
  sheet: ExportSheet,
): readonly NodeJS.ReadWriteStream[] {
  switch (format) {
    case 'csv':
      return [rowsTo((row) => csvRow(sheet, row)), csvWriter(csvHead(sheet))]
    case 'json':
      return [rowsTo((row) => jsonRow(sheet, row)), linesWriter()]
    case 'fhir':
      return [rowsTo((row) => questionnaireResponse(versions, sheet, row)), linesWriter()]
  }
}

const rowsTo = (make: (row: CountedRow) => unknown): Transform =>
  new Transform({
    objectMode: true,
    transform: (row: CountedRow, _encoding, done) => done(null, make(row)),
  })

const csvHead = ({ variables }: ExportSheet): readonly string[] => [
  ...aboutColumns,
  ...variables.map(({ name }) => name),
]

const aboutOf = (row: CountedRow): readonly string[] => [
  row.reference,
  row.cameOn,
  row.way,
  row.behalf,
  row.line,
  String(row.version),
]

const csvRow = (sheet: ExportSheet, row: CountedRow): readonly (string | number)[] => [
  ...aboutOf(row),
  ...sheet
    .cells(row.version, row.answers)
    .map((text, index) => safeCell(sheet.variables[index], text)),
]

const negative = /^-\d+(\.\d+)?$/

/** Numbers stay numbers, negative ones too; all other text is made harmless to spreadsheets (S40). */
function safeCell(variable: ExportVariable | undefined, text: string): string | number {
  if (isMissing(text) || (variable?.type === 'number' && negative.test(text))) return Number(text)
  return spreadsheetCell(text)
}

/** With a byte order mark, without which Excel reads UTF-8 as something else. */
const csvWriter = (columns: readonly string[]): Transform =>
  stringify({
    bom: true,
    header: true,
    quoted_string: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    columns: columns.map((name) => ({ key: name, header: name })),
  })

const jsonRow = (sheet: ExportSheet, row: CountedRow): unknown => ({
  ...Object.fromEntries(aboutColumns.map((name, index) => [name, aboutOf(row)[index]])),
  answers: Object.fromEntries(
    sheet
      .cells(row.version, row.answers)
      .map((text, index) => [sheet.variables[index]?.name ?? '', text]),
  ),
})

/** One array, one response a line. */
function linesWriter(): Transform {
  let first = true
  return new Transform({
    writableObjectMode: true,
    transform: (value: unknown, _encoding, done) => {
      const start = first ? '[\n' : ',\n'
      first = false
      done(null, start + JSON.stringify(value))
    },
    flush: (done) => done(null, first ? '[]\n' : '\n]\n'),
  })
}

/** What each column holds, and what is not in the export and why: a file of its own, as CSV. */
export async function exportCodebook(
  db: Kysely<Schema>,
  request: {
    readonly consultationId: string
    readonly versions: readonly ConsultationVersion[]
  },
  output: Writable,
): Promise<void> {
  const ledger = ledgerOf(await countLedger(db, request.consultationId))
  const rows = [...codebookRows(answersSheet(request.versions)), ...leftOutRows(ledger)]
  const writer = csvWriter(codebookHead)
  const safe = rows.map((row) => row.map((text) => safeCell(undefined, text)))
  await pipeline([Readable.from(safe), writer, output])
}

export const codebookHead = [
  'column',
  'question',
  'part',
  'type',
  'code',
  'label',
  'versions',
] as const

/** What each column holds, one row a code, and why a cell holds no answer. */
export function codebookRows({ variables }: ExportSheet): readonly (readonly string[])[] {
  const ofVariable = (variable: ExportVariable): readonly (readonly string[])[] => {
    const { name, question, part, type, versions, codes } = variable
    const asked = versions.join(' ')
    const rows = codes.map(({ code, label }) => [name, question, part, type, code, label, asked])
    return rows.length > 0 ? rows : [[name, question, part, type, '', '', asked]]
  }
  return [
    ...variables.flatMap(ofVariable),
    ...missingWords.map(({ code, label }) => [
      '(every column)',
      '',
      '',
      'missing',
      code,
      label,
      '',
    ]),
  ]
}

const leftOutRows = (ledger: Ledger): readonly (readonly string[])[] =>
  [...ledgerSentences(ledger), exportWords.equalityLeftOut].map((sentence) => [
    '(what is not here)',
    sentence,
    '',
    'note',
    '',
    '',
    '',
  ])
