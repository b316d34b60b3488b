import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

/** One table, as far as it takes to tell whether a row of it is another one. */
export interface TableMark {
  readonly name: string
  readonly rows: number
  /** Over every row, whatever their order. */
  readonly digest: string
}

/** Every table there is, with all its rows. */
export async function markTables(db: Kysely<Schema>): Promise<readonly TableMark[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`.execute(
    db,
  )
  const marks: TableMark[] = []
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ rows: number; digest: string }>`
      select count(*)::integer as rows, coalesce(encode(sha256(convert_to(string_agg(t::text, e'\n' order by t::text), 'UTF8')), 'hex'), '') as digest
      from ${sql.table(`${schema}.${name}`)} t`.execute(db)
    const [row] = rows
    if (row) marks.push({ name: `${schema}.${name}`, ...row })
  }
  return marks
}

export async function consultationIds(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from consultation order by id`.execute(db)
  return rows.map(({ id }) => id)
}
