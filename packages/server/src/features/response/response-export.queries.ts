import type { Answers } from '@takepart/shared/domain/question/answer'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** A stored response as the export reads it. `answers` is null once it is withdrawn or erased. */
export interface ExportedResponse {
  readonly reference: string
  readonly state: 'received' | 'withdrawn' | 'erased'
  readonly late: boolean
  readonly revision: number
  readonly version: number
  readonly edition: string
  readonly completed_at: Date
  readonly received_at: Date
  readonly answers: Answers | null
}

/** How many rows are fetched at a time: a few hundred kilobytes of answers. */
const rowsAtATime = 100

export interface StoredCount {
  readonly received: number
  readonly withdrawn: number
  readonly erased: number
}

/**
 * Runs `work` on the responses as they are at this moment, whatever is sent meanwhile, and for as long as whoever
 * reads the export takes over it.
 */
export const atOneMoment = <Value>(db: Db, work: (trx: Db) => Promise<Value>): Promise<Value> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
      return work(trx)
    })

export const countStored = (db: Db, consultationId: string): Promise<StoredCount> =>
  db
    .selectFrom('response')
    .where('consultation_id', '=', consultationId)
    .select((count) => [
      count.fn.countAll<number>().filterWhere('state', '=', 'received').as('received'),
      count.fn.countAll<number>().filterWhere('state', '=', 'withdrawn').as('withdrawn'),
      count.fn.countAll<number>().filterWhere('state', '=', 'erased').as('erased'),
    ])
    .executeTakeFirstOrThrow()

/** Every response, in the order of its id: the ids are random, so the order says nothing of when each came. */
export const streamResponses = (db: Db, consultationId: string): AsyncIterable<ExportedResponse> =>
  db
    .selectFrom('response')
    .where('consultation_id', '=', consultationId)
    .select([
      'reference',
      'state',
      'late',
      'revision',
      'version',
      'edition',
      'completed_at',
      'received_at',
      'answers',
    ])
    .orderBy('id')
    .stream(rowsAtATime)

/**
 * The answers of received responses and nothing else, in an order that only `key` can give again. With a key that is
 * made for one export and thrown away, no row can be put beside the row of another export by its place.
 */
export const streamAnswersShuffled = (
  db: Db,
  consultationId: string,
  key: Uint8Array,
): AsyncIterable<Pick<ExportedResponse, 'version' | 'answers'>> =>
  db
    .selectFrom('response')
    .where('consultation_id', '=', consultationId)
    .where('state', '=', 'received')
    .select(['version', 'answers'])
    .orderBy(sql`sha256(${Buffer.from(key)}::bytea || convert_to(id::text, 'UTF8'))`)
    .stream(rowsAtATime)
