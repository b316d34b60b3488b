import { sql, type Kysely } from 'kysely'

/** What networks near a limit have spent. Unlogged: written once a second, worth nothing after a crash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'CREATE UNLOGGED TABLE rate_window (key text PRIMARY KEY, spent integer NOT NULL, ends_at timestamptz NOT NULL)',
    )
    .execute(db)
}
