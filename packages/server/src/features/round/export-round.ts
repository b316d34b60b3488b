import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Round } from '@takepart/shared/domain/round/round'
import {
  activityOf,
  collectionHead,
  exportColumns,
  rowOf,
  type ExportedContribution,
} from '@takepart/shared/domain/round/round-export'
import { stringify } from 'csv-stringify'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { spreadsheetCell } from '../../spreadsheet-cell.ts'
import { readForExport } from './read-round.ts'

export type RoundExportFormat = 'json' | 'csv'

export interface RoundExport {
  readonly round: Round
  readonly format: RoundExportFormat
  /** The address of the round. */
  readonly base: string
}

/** How many are read at a time. */
const atATime = 200

/** Writes everything that is shown of a round, in the order it was shown, without holding more than a few hundred of them. */
export async function exportRound(
  db: Kysely<Schema>,
  { round, format, base }: RoundExport,
  output: Writable,
): Promise<void> {
  const all = everyContribution(db, round)
  if (format === 'json')
    return pipeline(Readable.from(jsonLines(all, collectionHead(round, base), base)), output)
  const rows = async function* () {
    for await (const one of all) yield rowOf(one, base).map((cell) => spreadsheetCell(cell))
  }
  await pipeline(Readable.from(rows()), csv(), output)
}

async function* everyContribution(
  db: Kysely<Schema>,
  round: Round,
): AsyncGenerator<ExportedContribution> {
  let after = 0
  for (;;) {
    const some = await readForExport(db, round, { after, most: atATime })
    yield* some
    const last = some.at(-1)
    if (!last || some.length < atATime) return
    after = last.shown.number
  }
}

/** One object, one contribution a line. */
async function* jsonLines(
  all: AsyncIterable<ExportedContribution>,
  head: object,
  base: string,
): AsyncGenerator<string> {
  const opening = JSON.stringify(head, null, 1)
  yield `${opening.slice(0, opening.lastIndexOf('\n}'))},\n "orderedItems": [`
  let total = 0
  for await (const one of all) {
    yield (total === 0 ? '\n' : ',\n') + JSON.stringify(activityOf(one, base))
    total += 1
  }
  yield `\n],\n "totalItems": ${total}}\n`
}

/** With a byte order mark, without which Excel reads UTF-8 as something else; every cell is quoted. */
const csv = () =>
  stringify({
    bom: true,
    header: true,
    quoted: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    columns: [...exportColumns],
  })
