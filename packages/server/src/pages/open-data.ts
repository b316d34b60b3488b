import { openDataRows } from '@takepart/shared/domain/report/frozen-results'
import { stringify } from 'csv-stringify/sync'
import { spreadsheetCell } from '../spreadsheet-cell.ts'
import type { MadePage } from './cache/ready-page.ts'
import { askEachTime, keepNowhere, type PageDeps } from './page-deps.ts'
import type { DataAddress } from './version-data.ts'

/** The numbers of a published outcome, as a table for spreadsheets or as data. Gone with the consultation when it is retracted. */
export async function openData(
  { slug, format }: Extract<DataAddress, { kind: 'open-data' }>,
  { published }: PageDeps,
): Promise<MadePage> {
  const found = await published.newest(slug)
  const outcome = found?.version.consultation.outcome
  if (!found || found.retraction || !outcome?.results)
    return {
      status: found?.retraction ? 410 : 404,
      type: 'text/plain; charset=utf-8',
      cacheControl: keepNowhere,
      body: 'There is nothing here.\n',
    }
  const { title, id, closesAt } = found.version.consultation
  const { publishedOn, responses, results } = outcome
  const cells = openDataRows(results).map((row) => row.map((cell) => spreadsheetCell(cell)))
  return {
    status: 200,
    cacheControl: askEachTime,
    ...(format === 'csv'
      ? {
          type: 'text/csv; charset=utf-8',
          body: `\uFEFF${stringify(cells, { record_delimiter: '\r\n' })}`,
        }
      : {
          type: 'application/json; charset=utf-8',
          body: JSON.stringify({ id, slug, title, closesAt, publishedOn, responses, results }),
        }),
  }
}
