import { needWords } from '@takepart/shared/domain/support-request/support-needs'
import { answersTakenUntil } from '@takepart/shared/domain/support-request/support-request'
import { stringify } from 'csv-stringify/sync'
import { spreadsheetCell } from '../spreadsheet-cell.ts'
import type { TrackedRequest } from '../features/support-request/support-request.queries.ts'
import { harmless } from './harmless.ts'

/** What follows from a request and today's date. */
function worked(request: TrackedRequest, today: string) {
  const repliedOn = request.closedOn ?? (today > request.dueOn ? today : request.dueOn)
  return {
    overdue: request.state === 'asked' && today > request.dueOn,
    answersTakenUntil: answersTakenUntil({ ...request, repliedOn }, request.closesAt),
  }
}

type Item = TrackedRequest & ReturnType<typeof worked>

/** Requests as they stand on a day. */
export const itemsOf = (requests: readonly TrackedRequest[], today: string): readonly Item[] =>
  requests.map((request) => ({ ...request, ...worked(request, today) }))

const neededWords = ({ needs, say }: Item): string =>
  needs
    .map((need) => (say?.[need] ? `${needWords(need)}: ${say[need]}` : needWords(need)))
    .join('; ')

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
const asCsv = (items: readonly Item[]): string =>
  stringify(
    [
      columns.map(([heading]) => heading),
      ...items.map((item) => columns.map(([, cell]) => spreadsheetCell(cell(item)))),
    ],
    { bom: true, quoted: true, record_delimiter: 'windows' },
  )

function asText(items: readonly Item[]): string {
  return items
    .map((item) => {
      const late = item.overdue ? ' (overdue)' : ''
      const erased = item.erasedOn === null ? '' : `Details erased ${item.erasedOn}`
      const lines = [
        `${item.reference}  ${item.state}  due ${item.dueOn}${late}  ${item.slug}`,
        neededWords(item),
        item.reachTo === null
          ? erased
          : `By ${item.reachBy}: ${[item.called, item.reachTo].filter(Boolean).join(', ')}`,
        item.suits === null ? '' : `When it suits: ${item.suits}`,
        `Received ${item.receivedOn}${item.answersTakenUntil === undefined ? ', after closing' : `. Take their answers until the end of ${item.answersTakenUntil}`}`,
        `Agrees that it is noted and shared: ${yesNo(item.remember)}`,
        item.closedOn === null
          ? ''
          : `Closed ${item.closedOn}${item.note === null ? '' : `: ${item.note}`}`,
      ]
      return lines
        .filter(Boolean)
        .map(
          (line, index) => `${index === 0 ? '' : '    '}${harmless(line.replaceAll('\n', ', '))}\n`,
        )
        .join('')
    })
    .join('\n')
}

/** A list of requests in each of its forms: to read, for a spreadsheet, for a program. */
export const requestLists: Readonly<
  Record<'text' | 'csv' | 'json', (items: readonly Item[]) => string>
> = {
  text: asText,
  csv: asCsv,
  json: (items) => `${JSON.stringify(items, null, 2)}\n`,
}
