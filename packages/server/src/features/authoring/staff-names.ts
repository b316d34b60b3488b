import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { staffNames } from './draft-list.queries.ts'

/** The names of members of staff by id. */
export async function namesOf(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return {}
  const rows = await staffNames(db, wanted)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
