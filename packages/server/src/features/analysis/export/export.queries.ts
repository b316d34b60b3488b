import type { Line, Way } from '@takepart/shared/domain/analysis/ledger/ledger-line'
import type { Answers } from '@takepart/shared/domain/question/answer'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

/** A response that counts, as an export reads it. */
export interface CountedRow {
  readonly id: string
  readonly reference: string
  readonly cameOn: string
  readonly way: Way
  readonly behalf: 'self' | 'person' | 'organisation'
  readonly line: Line
  readonly version: number
  readonly edition: string
  readonly answers: Answers
}

const rowsAtATime = 200

/** Every response that counts, in the order of its id, which says nothing of when it came; a few at a time. */
export async function* streamCounted(
  db: Kysely<Schema>,
  consultationId: string,
): AsyncGenerator<CountedRow> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<CountedRow>`
      select r.id, r.reference, l.came_on::text as "cameOn", l.way, l.behalf, l.line, r.version, r.edition, r.answers
      from response_ledger l join response r on r.id = l.response_id
      where l.consultation_id = ${consultationId}::uuid and l.counted and r.id > ${after}::uuid
      order by r.id limit ${rowsAtATime}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < rowsAtATime) return
    after = last.id
  }
}
