import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** What the records count, for the evidence pack. */
export interface EvidenceCounts {
  readonly requests: number
  readonly requestsMet: number
  /** Answers in people's own words, of responses that count, that are not about equality; and those that somebody read. */
  readonly texts: number
  readonly textsRead: number
  readonly coders: number
  /** Decisions in the ledger that were made by hand. */
  readonly decisions: number
}

export async function countEvidence(
  db: Db,
  consultationId: string,
  textQuestions: readonly string[],
): Promise<EvidenceCounts> {
  const questions = [...textQuestions]
  const {
    rows: [row],
  } = await sql<EvidenceCounts>`
    select
      (select count(*)::integer from support_request where consultation_id = ${consultationId}::uuid) as requests,
      (select count(*)::integer from support_request where consultation_id = ${consultationId}::uuid and state = 'met') as "requestsMet",
      (select count(*)::integer from response_ledger l, unnest(l.keys) as key
        where l.consultation_id = ${consultationId}::uuid and l.counted and key = any(${questions}::text[])) as texts,
      (select count(distinct (a.response_id, a.question_id))::integer from answer_reading a
        join response_ledger l on l.response_id = a.response_id
        where l.consultation_id = ${consultationId}::uuid and l.counted and a.question_id = any(${questions}::text[])) as "textsRead",
      (select count(distinct a.staff_id)::integer from answer_reading a join response_ledger l on l.response_id = a.response_id
        where l.consultation_id = ${consultationId}::uuid) as coders,
      (select count(*)::integer from ledger_step where consultation_id = ${consultationId}::uuid) as decisions`.execute(
    db,
  )
  return row ?? { requests: 0, requestsMet: 0, texts: 0, textsRead: 0, coders: 0, decisions: 0 }
}

/** When each version was published, the first one first. */
export async function versionTimes(
  db: Db,
  consultationId: string,
): Promise<readonly { readonly number: number; readonly at: Date }[]> {
  const { rows } = await sql<{ number: number; at: Date }>`
    select number, published_at as at from consultation_version where consultation_id = ${consultationId}::uuid
    order by number limit 200`.execute(db)
  return rows
}
