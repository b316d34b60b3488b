import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { Ledger } from './rate-limit.ts'

/** The table in which servers meet. Windows that have ended are removed. */
export const tableLedger =
  (db: Kysely<Schema>): Ledger =>
  async (spendings, now) => {
    await db.deleteFrom('rate_window').where('ends_at', '<=', now).execute()
    // In the order of their keys, so that two servers never wait for each other's rows.
    const inOrder = [...spendings].sort((one, other) => (one.key < other.key ? -1 : 1))
    const { rows } = await sql<{ key: string; spent: number }>`
    insert into rate_window (key, spent, ends_at)
    select * from unnest(${inOrder.map(({ key }) => key)}::text[], ${inOrder.map(({ spent }) => spent)}::integer[],
      ${inOrder.map(({ endsAt }) => endsAt.toISOString())}::timestamptz[])
    on conflict (key) do update set spent = rate_window.spent + excluded.spent
    returning key, spent`.execute(db)
    return rows
  }

/** On which servers agree about limits. */
export const limitsChannel = 'takepart_limits'

/** Tells every server that listens. Nothing of it is stored. */
export async function tellLimits(db: Kysely<Schema>, message: string): Promise<void> {
  await sql`select pg_notify(${limitsChannel}, ${message})`.execute(db)
}
