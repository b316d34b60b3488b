import { dayOfMoment } from '@takepart/shared/domain/dates'
import { needWords } from '@takepart/shared/domain/support-needs'
import { answersTakenUntil } from '@takepart/shared/domain/support-request'
import { stringify } from 'csv-stringify/sync'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { findNewestVersion } from '../features/consultation/consultation.queries.ts'
import { spreadsheetCell } from '../features/response/spreadsheet-cell.ts'
import { closeSupportRequest } from '../features/support-request/close-request.ts'
import { eraseOldRequests } from '../features/support-request/erase-requests.ts'
import { listRequests, type TrackedRequest } from '../features/support-request/support-request.queries.ts'
import type { Asked } from './command-line.ts'
import { harmless } from './harmless.ts'
import type { CommandWorld, ExitCode } from './run-command.ts'

type AskedRequests = Extract<Asked, { verb: 'requests' }>
type AskedToClose = Extract<Asked, { verb: 'close-request' }>

/** Lists what people have asked for so that they can take part, what is due first, first. */
export async function requestsCommand(db: Kysely<Schema>, { slug, format, open }: AskedRequests, { out, err, now }: CommandWorld): Promise<ExitCode> {
  await eraseOldRequests(db, now())
  if (slug !== undefined && (await findNewestVersion(db, slug)) === undefined) {
    err.write(`There is no consultation at “${slug}”. npm run consultation -- list shows all there are.\n`)
    return 1
  }
  const today = dayOfMoment(now())
  const items = (await listRequests(db, { slug, open })).map((request) => ({ ...request, ...worked(request, today) }))
  out.write(writers[format](items))
  const overdue = items.filter((item) => item.overdue).length
  err.write(`${items.length} ${items.length === 1 ? 'request' : 'requests'}${overdue > 0 ? `, ${overdue} overdue` : ''}\n`)
  return 0
}

/** Says of one request that it was met, or why not. */
export async function closeRequestCommand(db: Kysely<Schema>, asked: AskedToClose, { out, now }: CommandWorld): Promise<ExitCode> {
  const result = await closeSupportRequest(db, asked, now())
  switch (result.outcome) {
    case 'unknown':
      out.write(`There is no request “${harmless(asked.name)}”. npm run consultation -- requests shows all there are.\n`)
      return 1
    case 'refused':
      out.write(`${result.words}\n`)
      return 1
    case 'closed':
      out.write(`${result.request.reference} is now ${asked.state === 'met' ? 'met' : 'not met'}. Its details are erased 6 months from today.\n`)
      return 0
  }
}

/** What follows from a request and today's date. */
function worked(request: TrackedRequest, today: string) {
  const repliedOn = request.closedOn ?? (today > request.dueOn ? today : request.dueOn)
  return {
    overdue: request.state === 'asked' && today > request.dueOn,
    answersTakenUntil: answersTakenUntil({ ...request, repliedOn }, request.closesAt),
  }
}

type Item = TrackedRequest & ReturnType<typeof worked>

const neededWords = ({ needs, say }: Item): string =>
  needs.map((need) => (say?.[need] ? `${needWords(need)}: ${say[need]}` : needWords(need))).join('; ')

const yesNo = (is: boolean): string => (is ? 'yes' : 'no')

/** Every column of the list, with its heading. */
const columns: readonly (readonly [heading: string, cell: (item: Item) => string])[] = [
  ['Reference', (item) => item.reference],
  ['State: asked, met or not-met', (item) => item.state],
  ['Due', (item) => item.dueOn],
  ['Overdue', (item) => yesNo(item.overdue)],
  ['Consultation', (item) => item.slug],
  ['Asked for', neededWords],
  ['Reach by', (item) => item.reachBy],
  ['Reach at', (item) => item.reachTo ?? ''],
  ['Call them', (item) => item.called ?? ''],
  ['When it suits', (item) => item.suits ?? ''],
  ['Agrees that it is noted and shared', (item) => yesNo(item.remember)],
  ['Received', (item) => item.receivedOn],
  ['Asked before closing', (item) => yesNo(item.inTime)],
  ['Take their answers until the end of', (item) => item.answersTakenUntil ?? ''],
  ['Closed', (item) => item.closedOn ?? ''],
  ['Note', (item) => item.note ?? ''],
  ['Details erased', (item) => item.erasedOn ?? ''],
  ['Id', (item) => item.id],
]

/** As the export of responses writes it: a byte order mark for Excel, every cell quoted, and none that is a formula. */
const asCsv = (items: readonly Item[]): string => stringify(
  [columns.map(([heading]) => heading), ...items.map((item) => columns.map(([, cell]) => spreadsheetCell(cell(item))))],
  { bom: true, quoted: true, record_delimiter: 'windows' },
)

function asText(items: readonly Item[]): string {
  return items.map((item) => {
    const late = item.overdue ? ' (overdue)' : ''
    const erased = item.erasedOn === null ? '' : `Details erased ${item.erasedOn}`
    const lines = [
      `${item.reference}  ${item.state}  due ${item.dueOn}${late}  ${item.slug}`,
      neededWords(item),
      item.reachTo === null ? erased : `By ${item.reachBy}: ${[item.called, item.reachTo].filter(Boolean).join(', ')}`,
      item.suits === null ? '' : `When it suits: ${item.suits}`,
      `Received ${item.receivedOn}${item.answersTakenUntil === undefined ? ', after closing' : `. Take their answers until the end of ${item.answersTakenUntil}`}`,
      `Agrees that it is noted and shared: ${yesNo(item.remember)}`,
      item.closedOn === null ? '' : `Closed ${item.closedOn}${item.note === null ? '' : `: ${item.note}`}`,
    ]
    return lines.filter(Boolean).map((line, index) => `${index === 0 ? '' : '    '}${harmless(line.replaceAll('\n', ', '))}\n`).join('')
  }).join('\n')
}

const writers: Readonly<Record<AskedRequests['format'], (items: readonly Item[]) => string>> = {
  text: asText,
  csv: asCsv,
  json: (items) => `${JSON.stringify(items, null, 2)}\n`,
}
