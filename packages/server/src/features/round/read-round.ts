import {
  acknowledgements,
  type Acknowledgement,
} from '@takepart/shared/domain/round/acknowledgement'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import {
  anchorQuotation,
  findQuotation,
  sourceKey,
  type Quotation,
  type QuotationSource,
} from '@takepart/shared/domain/round/quotation'
import type { Round } from '@takepart/shared/domain/round/round'
import type { ExportedContribution } from '@takepart/shared/domain/round/round-export'
import {
  checkedQuotations,
  type ReadSource,
  type ShownContribution,
  type ShownWords,
  type WordsGone,
} from '@takepart/shared/domain/round/shown-contribution'
import { textOfStarter } from '@takepart/shared/domain/round/starter'
import {
  placeName,
  type Ordered,
  type ThreadOrder,
} from '@takepart/shared/domain/round/thread-order'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import {
  countAcknowledged,
  findShown,
  listAfter,
  listReplies,
  listThreads,
  type AcknowledgedRow,
  type ShownRow,
} from './threads.queries.ts'

/** A comment and the replies to it, as everybody may read them. */
export interface Thread {
  readonly comment: ShownContribution
  readonly replies: readonly ShownContribution[]
}

export interface ThreadPage {
  readonly threads: readonly Thread[]
  /** Where the next page begins, as a part of its address; absent on the last. */
  readonly next?: string
}

/** Threads on a page, and replies shown under each; the rest of them are on the page of the thread. */
export const threadsOnPage = 20
const repliesOnPage = 5
/** Replies on the page of one thread. */
const repliesOfThread = 200

type Db = Kysely<Schema>

/** A page of the threads of a round, with every quotation checked against what is shown at this moment. */
export async function readThreads(
  db: Db,
  round: Round,
  { order, after }: { readonly order: ThreadOrder; readonly after?: readonly number[] },
): Promise<ThreadPage> {
  const found = await listThreads(db, round.id, { order, after, most: threadsOnPage + 1 })
  const rows = found.slice(0, threadsOnPage)
  const last = rows.at(-1)
  return {
    threads: await withReplies(db, round, { rows, most: repliesOnPage }),
    ...(found.length > rows.length && last ? { next: placeName(order, orderedOf(last)) } : {}),
  }
}

/** One thread, with up to 200 replies; the number may be that of a reply. Undefined where nothing is shown under it. */
export async function readThread(
  db: Db,
  round: Round,
  number: number,
): Promise<Thread | undefined> {
  const [asked] = await findShown(db, round.id, [number])
  if (!asked) return undefined
  const rows =
    asked.answeredNumber === null ? [asked] : await findShown(db, round.id, [asked.answeredNumber])
  const [thread] = await withReplies(db, round, { rows, most: repliesOfThread })
  return thread
}

/** Contributions by their numbers, in no order. */
export async function readShown(
  db: Db,
  round: Round,
  numbers: readonly number[],
): Promise<readonly ShownContribution[]> {
  const rows = await findShown(db, round.id, numbers)
  const [read, acknowledged] = await Promise.all([
    readerOf(db, round, rows),
    countAcknowledged(db, round.id, numbers),
  ])
  return rows.map((row) => shownOf(row, { read, acknowledged }))
}

/** What is shown after a number, oldest first, with each quotation bound anew to the text that is shown now. */
export async function readForExport(
  db: Db,
  round: Round,
  which: { readonly after: number; readonly most: number },
): Promise<readonly ExportedContribution[]> {
  const rows = await listAfter(db, round.id, which)
  const numbers = rows.map(({ number }) => number)
  const [read, acknowledged] = await Promise.all([
    readerOf(db, round, rows),
    countAcknowledged(db, round.id, numbers),
  ])
  return rows.map((row) => ({
    shown: shownOf(row, { read, acknowledged }),
    quoted: (row.quotations ?? []).flatMap((quotation) => boundAnew(quotation, read) ?? []),
  }))
}

function boundAnew(quotation: Quotation, read: ReadSource): Quotation | undefined {
  const text = read(quotation.of)?.text
  const span = text === undefined ? undefined : findQuotation(text, quotation)
  return text !== undefined && span ? anchorQuotation(quotation.of, text, span) : undefined
}

async function withReplies(
  db: Db,
  round: Round,
  { rows, most }: { readonly rows: readonly ShownRow[]; readonly most: number },
): Promise<readonly Thread[]> {
  const threads = rows.map(({ number }) => number)
  const replies = await listReplies(db, round.id, { threads, most })
  const all = [...rows, ...replies]
  const [read, acknowledged] = await Promise.all([
    readerOf(db, round, all),
    countAcknowledged(
      db,
      round.id,
      all.map(({ number }) => number),
    ),
  ])
  const shown = (row: ShownRow) => shownOf(row, { read, acknowledged })
  return rows.map((row) => ({
    comment: shown(row),
    replies: replies.filter((reply) => reply.answeredNumber === row.number).map(shown),
  }))
}

/** Reads what is quoted by these rows: starters from the round, contributions as they are shown now. */
async function readerOf(
  db: Db,
  { id, starters }: Round,
  rows: readonly ShownRow[],
): Promise<ReadSource> {
  const quoted = rows.flatMap(({ quotations }) => quotations ?? []).map(({ of }) => of)
  const known = new Set(rows.map(({ number }) => number))
  const missing = quoted.flatMap((of) =>
    of.kind === 'contribution' && !known.has(of.number) ? [of.number] : [],
  )
  const texts = new Map<string, { by: string; text: string }>()
  for (const starter of starters)
    texts.set(sourceKey({ kind: 'starter', id: starter.id }), {
      by: starter.name,
      text: textOfStarter(starter),
    })
  for (const row of [...rows, ...(await findShown(db, id, [...new Set(missing)]))])
    if (row.body !== null && row.name !== null)
      texts.set(sourceKey({ kind: 'contribution', number: row.number }), {
        by: row.name,
        text: row.body,
      })
  return (of: QuotationSource) => texts.get(sourceKey(of))
}

interface Beside {
  readonly read: ReadSource
  readonly acknowledged: readonly AcknowledgedRow[]
}

function shownOf(row: ShownRow, { read, acknowledged }: Beside): ShownContribution {
  const counts = acknowledged.filter(({ number }) => number === row.number)
  const count = (wanted: Acknowledgement): number =>
    counts.find(({ kind }) => kind === wanted)?.count ?? 0
  return {
    number: row.number,
    ...(row.answeredNumber === null ? {} : { inReplyTo: row.answeredNumber }),
    source: row.source,
    ...(row.sourceNote === null ? {} : { sourceNote: row.sourceNote }),
    shownOn: dayOfMoment(row.shownAt),
    ...(row.editedAt === null ? {} : { editedOn: dayOfMoment(row.editedAt) }),
    replies: row.replies,
    words: wordsOf(row, read),
    acknowledged: Object.fromEntries(
      acknowledgements.map((kind) => [kind, count(kind)]),
    ) as ShownContribution['acknowledged'],
  }
}

function wordsOf(row: ShownRow, read: ReadSource): ShownWords | WordsGone {
  if (row.words !== 'said') return { kind: row.words }
  return {
    kind: 'said',
    name: row.name ?? '',
    ...(row.self === null ? {} : { self: row.self }),
    ...(row.stance === null ? {} : { stance: row.stance }),
    ...(row.condition === null ? {} : { condition: row.condition }),
    text: row.body ?? '',
    removed: row.removed ?? [],
    quotations: checkedQuotations(row.quotations ?? [], read),
  }
}

const orderedOf = ({ number, replies, stance }: ShownRow): Ordered => ({
  number,
  replies,
  ...(stance === null ? {} : { stance }),
})
