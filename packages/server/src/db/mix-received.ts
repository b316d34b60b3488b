import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import { sql, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** What is written as people send, with the index that puts rows in the order of their ids, which are random. */
const received = {
  response: 'response_pkey',
  response_ledger: 'response_ledger_pkey',
  response_words: 'response_words_pkey',
  response_change: 'response_change_pkey',
  support_request: 'support_request_pkey',
} as const

/**
 * Takes from the rows in which order they came (P9): all that was received since the day began is written anew in a
 * random order, in one transaction. The first time on a new day closes the day before: rows are put in the order of their
 * ids as well, so that their places on the disk say nothing either, and what they were before is gone from the tables.
 */
export async function mixReceived(db: Kysely<Schema>, now: Date): Promise<void> {
  const { rows } = await sql<{ closed: boolean }>`
    select mix_received(${dayOfMoment(now)}::date) as closed`.execute(db)
  if (rows[0]?.closed) await putInOrder(db)
}

/** Nobody can send while a table is rewritten. Where that has to be waited for, it is given up until the next day. */
async function putInOrder(db: Kysely<Schema>): Promise<void> {
  for (const [table, index] of Object.entries(received))
    await db.transaction().execute(async (trx) => {
      await sql`set local lock_timeout = '2s'`.execute(trx)
      await sql`cluster ${sql.table(table)} using ${sql.table(index)}`.execute(trx)
    })
}
