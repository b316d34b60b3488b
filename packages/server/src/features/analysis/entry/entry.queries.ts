import type { EnterResponse } from '@takepart/shared/domain/response/response-entry'
import type { Answers } from '@takepart/shared/domain/question/answer'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

export interface NewEntry {
  readonly entry: EnterResponse
  readonly answers: Answers
  readonly late: boolean
  readonly leftOut: readonly string[]
  readonly reference: string
  readonly contentHash: Buffer
  readonly staffId: string
  readonly staffName: string
  readonly enteredOn: string
}

/** Noon by the clock of the world on that day: an hour, as the table wants it, and the same day in London. */
const noon = (day: string): string => `${day}T12:00:00Z`

/** Stores an entered response with where it came from. False when the id, the reference or the code is taken. */
export async function insertEntry(trx: Db, { entry, ...made }: NewEntry): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into response (id, consultation_id, version, edition, reference, code_hash, revision, state, late, answers, content_hash,
      first_hash, completed_at, received_at)
    values (${entry.responseId}, ${entry.consultationId}, ${entry.version}, 'standard', ${made.reference},
      ${Buffer.from(entry.codeHash, 'hex')}, 1, 'received', ${made.late}, ${JSON.stringify(made.answers)}::jsonb, ${made.contentHash},
      ${made.contentHash}, ${noon(entry.givenOn)}, ${noon(entry.arrivedOn)})
    on conflict do nothing`.execute(trx)
  if (numAffectedRows !== 1n) return false
  await sql`insert into response_source (response_id, given_on, behalf_words, checked, left_out, staff_id, staff_name, entered_on)
    values (${entry.responseId}, ${entry.givenOn}, ${entry.behalfWords.trim() || null}, ${entry.readBack ? 'read-back' : 'not-read-back'},
      ${[...made.leftOut]}::text[], ${made.staffId}, ${made.staffName}, ${made.enteredOn})`.execute(
    trx,
  )
  await sql`update response_ledger set way = ${entry.way}, behalf = ${entry.behalf} where response_id = ${entry.responseId}`.execute(
    trx,
  )
  return true
}

export interface StoredEntry {
  readonly reference: string
  readonly version: number
  readonly staffId: string
  readonly codeHash: Buffer
  readonly firstHash: Buffer | null
  readonly answers: Answers | null
}

/** An entered response; undefined also for what came in by itself. */
export async function findEntry(
  db: Db,
  consultationId: string,
  by: { readonly id: string } | { readonly reference: string },
): Promise<(StoredEntry & { readonly id: string }) | undefined> {
  const match = 'id' in by ? sql`r.id = ${by.id}::uuid` : sql`r.reference = ${by.reference}`
  const {
    rows: [row],
  } = await sql<StoredEntry & { readonly id: string }>`
    select r.id, r.reference, r.version, s.staff_id as "staffId", r.code_hash as "codeHash", r.first_hash as "firstHash", r.answers
    from response r join response_source s on s.response_id = r.id
    where ${match} and r.consultation_id = ${consultationId}::uuid`.execute(db)
  return row
}

/** Keeps what a second person made of the same paper; a later attempt of the same person replaces the earlier. */
export async function storeSecondEntry(
  db: Db,
  second: {
    readonly id: string
    readonly responseId: string
    readonly answers: Answers
    readonly staffId: string
    readonly staffName: string
    readonly madeAt: Date
  },
): Promise<void> {
  await sql`insert into second_entry (id, response_id, answers, staff_id, staff_name, made_at)
    values (${second.id}, ${second.responseId}, ${JSON.stringify(second.answers)}::jsonb, ${second.staffId}, ${second.staffName},
      ${second.madeAt})
    on conflict (response_id, staff_id) do update set answers = excluded.answers, made_at = excluded.made_at, settled_at = null,
      settled_by_id = null`.execute(db)
}

/** Settles two entries: the answers that were agreed on stand in the response. False when nothing waits to be settled any more. */
export async function settleEntries(
  trx: Db,
  settled: {
    readonly responseId: string
    readonly answers: Answers
    readonly contentHash: Buffer
    readonly staffId: string
    readonly at: Date
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update response set answers = ${JSON.stringify(settled.answers)}::jsonb, content_hash = ${settled.contentHash}, revision = revision + 1
    where id = ${settled.responseId}::uuid and state = 'received'
      and exists (select from second_entry where response_id = ${settled.responseId}::uuid and settled_at is null)`.execute(
    trx,
  )
  await sql`update second_entry set settled_at = ${settled.at}, settled_by_id = ${settled.staffId}
    where response_id = ${settled.responseId}::uuid and settled_at is null`.execute(trx)
  return numAffectedRows === 1n
}
