import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

/** The themes that anybody gave to the words of a response, and whether it is counted. */
export async function themesGiven(db: Kysely<Schema>, responseId: string) {
  const { rows: themes } = await sql<{ questionId: string; theme: string }>`
    select distinct question_id as "questionId", theme from coding where response_id = ${responseId}::uuid
    order by question_id, theme limit 500`.execute(db)
  const {
    rows: [row],
  } = await sql<{ counted: boolean }>`
    select counted from response_ledger where response_id = ${responseId}::uuid`.execute(db)
  return { themes, counted: row?.counted ?? false }
}
