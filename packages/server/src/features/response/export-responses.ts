import { Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { stringify } from 'csv-stringify'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import {
  exportTable,
  type ExportColumn,
  type ExportPart,
  type ExportTable,
} from './export-columns.ts'
import {
  atOneMoment,
  countStored,
  streamAnswersShuffled,
  streamResponses,
  type ExportedResponse,
  type StoredCount,
} from './response-export.queries.ts'
import { spreadsheetCell } from '../../spreadsheet-cell.ts'

export interface ExportRequest {
  readonly consultationId: string
  /** Every published version, the first one first. */
  readonly versions: readonly ConsultationVersion[]
  readonly part: ExportPart
  readonly format: 'csv' | 'json'
  /** Used for the order of the equality part, and never again. */
  readonly random: (bytes: number) => Uint8Array
}

/** What was written beside what is stored; a complete export has `written` equal to `expected`. */
export interface ExportCount extends StoredCount {
  readonly written: number
  readonly expected: number
}

/** One row, by column. */
type Row = Readonly<Record<string, string>>

/** A row, and in JSON the answers as they were sent. */
interface Exported {
  readonly row: Row
  readonly json: unknown
}

/** What is known of a response besides its answers; each response is in one state, and the two times are to the hour. */
const aboutResponse: readonly ExportColumn[] = [
  { key: 'reference', heading: 'Reference', number: false },
  { key: 'state', heading: 'State: received, withdrawn or erased', number: false },
  { key: 'late', heading: 'Late: finished in time and delivered after closing', number: false },
  { key: 'changed', heading: 'Changed after it was first received', number: false },
  { key: 'revision', heading: 'Revision', number: true },
  { key: 'version', heading: 'Version of the consultation', number: true },
  { key: 'edition', heading: 'Edition that it was sent in', number: false },
  { key: 'finished', heading: 'Finished, to the hour', number: false },
  { key: 'received', heading: 'Received, to the hour', number: false },
]

/**
 * Writes every stored response of a consultation to `output`, one row each, without holding more than a few of them at
 * a time. Answers about equality are only in the part of that name, which has no reference, no time and an order of its
 * own, so that nobody can put the two parts side by side.
 */
export function exportResponses(
  db: Kysely<Schema>,
  request: ExportRequest,
  output: Writable,
): Promise<ExportCount> {
  const table = exportTable(request.versions, request.part)
  return atOneMoment(db, async (trx) => {
    const stored = await countStored(trx, request.consultationId)
    let written = 0
    const rows = async function* (): AsyncGenerator<Exported> {
      for await (const exported of exportedRows(trx, request, table)) {
        yield exported
        written += 1
      }
    }
    const writer =
      request.format === 'csv' ? csvWriter(columnsOf(request.part, table)) : jsonWriter()
    await pipeline([Readable.from(rows()), ...writer, output])
    const expected =
      request.part === 'equality'
        ? stored.received
        : stored.received + stored.withdrawn + stored.erased
    return { ...stored, written, expected }
  })
}

const columnsOf = (part: ExportPart, table: ExportTable): readonly ExportColumn[] =>
  part === 'equality' ? table.columns : [...aboutResponse, ...table.columns]

async function* exportedRows(
  db: Kysely<Schema>,
  request: ExportRequest,
  table: ExportTable,
): AsyncGenerator<Exported> {
  if (request.part === 'equality') {
    for await (const response of streamAnswersShuffled(
      db,
      request.consultationId,
      request.random(32),
    ))
      yield equalityRow(response, table)
  } else {
    for await (const response of streamResponses(db, request.consultationId))
      yield answersRow(response, table)
  }
}

function answersRow(response: ExportedResponse, table: ExportTable): Exported {
  const { reference, state, late, revision, version, edition } = response
  const times = {
    finished: response.completed_at.toISOString(),
    received: response.received_at.toISOString(),
  }
  const changed = revision > 1 && state === 'received'
  const cells = table.cells(version, response.answers ?? {})
  const row = {
    reference,
    state,
    late: yesNo(late),
    changed: yesNo(changed),
    revision: String(revision),
    version: String(version),
    edition,
    ...times,
    ...cells,
  }
  return {
    row,
    json: {
      reference,
      state,
      late,
      changed,
      revision,
      version,
      edition,
      ...times,
      ...answersOf(response, table),
      cells: filled(cells),
    },
  }
}

function equalityRow(
  response: Pick<ExportedResponse, 'version' | 'answers'>,
  table: ExportTable,
): Exported {
  const row = table.cells(response.version, response.answers ?? {})
  return { row, json: { ...answersOf(response, table), cells: filled(row) } }
}

const answersOf = ({ answers }: Pick<ExportedResponse, 'answers'>, table: ExportTable) => ({
  answers: Object.fromEntries(
    Object.entries(answers ?? {}).filter(([questionId]) => table.questions.has(questionId)),
  ),
})

const filled = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''))

const yesNo = (is: boolean): string => (is ? 'yes' : 'no')

/** With a byte order mark, without which Excel reads UTF-8 as something else; every cell is quoted, whatever separates cells elsewhere. */
function csvWriter(columns: readonly ExportColumn[]) {
  const cellsOf = new Transform({
    objectMode: true,
    transform: (exported: Exported, _encoding, done) =>
      done(
        null,
        columns.map((column) => cellIn(column, exported.row[column.key] ?? '')),
      ),
  })
  const writer = stringify({
    bom: true,
    header: true,
    quoted: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    columns: columns.map(({ key, heading }) => ({
      key,
      header: spreadsheetCell(`${heading} [${key}]`),
    })),
  })
  return [cellsOf, writer] as const
}

/** A negative number is handed over as a number, which the writer knows to be no formula. */
function cellIn({ number }: ExportColumn, text: string): string | number {
  const cell = spreadsheetCell(text, { number })
  return cell.startsWith('-') ? Number(cell) : cell
}

/** One array, one response a line. */
function jsonWriter() {
  let first = true
  return [
    new Transform({
      writableObjectMode: true,
      transform: (exported: Exported, _encoding, done) => {
        const start = first ? '[\n' : ',\n'
        first = false
        done(null, start + JSON.stringify(exported.json))
      },
      flush: (done) => done(null, first ? '[]\n' : '\n]\n'),
    }),
  ] as const
}
