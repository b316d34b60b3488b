import { sql, type Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'

/** Returns when the database answers. */
export const pingDatabase = async (db: Kysely<Schema>): Promise<void> =>
  void (await sql`select 1`.execute(db))
