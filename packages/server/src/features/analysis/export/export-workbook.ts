import type { Writable } from 'node:stream'
import {
  isMissing,
  type ExportVariable,
} from '@takepart/shared/domain/analysis/export/export-variables'
import { ledgerOf, type Ledger } from '@takepart/shared/domain/analysis/ledger/ledger'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { lineNames, lineReasons, ledgerSentences } from '@takepart/shared/words/ledger'
import { exportWords } from '@takepart/shared/words/export'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { spreadsheetCell } from '../../../spreadsheet-cell.ts'
import {
  mostRows,
  writeWorkbook,
  type WorkbookCell,
  type WorkbookSheet,
} from '../../../workbook-file.ts'
import { atOneMoment } from '../../response/response-export.queries.ts'
import { countLedger } from '../ledger/ledger.queries.ts'
import { aboutColumns, answersSheet, codebookHead, codebookRows } from './export-analysis.ts'
import { streamCounted, type CountedRow } from './export.queries.ts'

/** Rows of responses that were written, how many count, and how many came in and do not. */
export interface WorkbookCount {
  readonly written: number
  readonly expected: number
  readonly leftOut: number
}

/**
 * Writes a workbook of every response that counts, its codebook, and what was left out and why, as they are at one moment.
 * Names of columns, codes and missing values are those of the CSV file; days are days, and numbers numbers. The memory it
 * takes does not grow with the responses.
 */
export const exportWorkbook = (
  db: Kysely<Schema>,
  {
    consultationId,
    versions,
  }: {
    readonly consultationId: string
    readonly versions: readonly ConsultationVersion[]
  },
  output: Writable,
): Promise<WorkbookCount> =>
  atOneMoment(db, async (trx) => {
    const sheet = answersSheet(versions)
    const ledger = ledgerOf(await countLedger(trx, consultationId))
    let written = 0
    const responses = async function* () {
      for await (const row of streamCounted(trx, consultationId)) {
        written += 1
        yield responseCells(row, sheet.cells(row.version, row.answers), sheet.variables)
      }
    }
    const head = [...aboutColumns, ...sheet.variables.map(({ name }) => name)]
    await writeWorkbook(
      [
        ...inSheets({ name: 'responses', head, count: ledger.countedTotal, rows: responses() }),
        codebookSheet(codebookRows(sheet)),
        leftOutSheet(ledger),
      ],
      output,
    )
    return { written, expected: ledger.countedTotal, leftOut: ledger.notCountedTotal }
  })

/** As many sheets as the rows need; all take from one stream, one after the other. */
export function inSheets(
  {
    name,
    head,
    count,
    rows,
  }: {
    readonly name: string
    readonly head: readonly string[]
    readonly count: number
    readonly rows: AsyncIterator<readonly WorkbookCell[]>
  },
  most: number = mostRows - 1,
): readonly WorkbookSheet[] {
  const sheets = Math.max(1, Math.ceil(count / most))
  return Array.from({ length: sheets }, (_, index) => ({
    name: index === 0 ? name : `${name} ${index + 1}`,
    head,
    rows: async function* () {
      for (let taken = 0; taken < most; taken += 1) {
        const next = await rows.next()
        if (next.done) return
        yield next.value
      }
    },
  }))
}

const responseCells = (
  row: CountedRow,
  cells: readonly string[],
  variables: readonly ExportVariable[],
): readonly WorkbookCell[] => [
  row.reference,
  { day: row.cameOn },
  row.way,
  row.behalf,
  row.line,
  row.version,
  ...cells.map((text, index) => workbookCell(variables[index]?.type, text)),
]

const figures = /^-?\d{1,15}$|^-?(?=.{1,16}$)\d+\.\d+$/

/**
 * A cell by what its column holds. Text is made harmless as in CSV, although no cell of a workbook can be a formula: somebody
 * may save a sheet as CSV. A number that a spreadsheet cannot hold to the last figure stays text.
 */
export function workbookCell(type: ExportVariable['type'] | undefined, text: string): WorkbookCell {
  if (isMissing(text)) return Number(text)
  if (type === 'date') return { day: text }
  const isNumber = type === 'flag' || type === 'place' || type === 'number'
  return isNumber && figures.test(text) ? Number(text) : spreadsheetCell(text)
}

const codebookSheet = (rows: readonly (readonly string[])[]): WorkbookSheet => ({
  name: 'codebook',
  head: codebookHead,
  rows: () => rows.map((row) => row.map((text) => workbookCell(undefined, text))),
})

/** Each line that does not count with its number, then the sentences that a report says. */
const leftOutSheet = (ledger: Ledger): WorkbookSheet => ({
  name: 'left out',
  head: ['line', 'what it is', 'responses', 'why'],
  rows: () => [
    ...ledger.notCounted.map(({ line, count }) => [
      line,
      lineNames[line],
      count,
      lineReasons[line],
    ]),
    ...[...ledgerSentences(ledger), exportWords.equalityLeftOut].map((sentence) => [
      '',
      spreadsheetCell(sentence),
    ]),
  ],
})
