import type { Line, Way } from '@takepart/shared/domain/analysis/ledger/ledger-line'
import type { Answers } from '@takepart/shared/domain/question/answer'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** Which responses are looked for; what is absent does not narrow. */
export interface ResponseFilter {
  /** As people type into a search field: words in any form, "exact words" in quotation marks, -without. */
  readonly find?: string
  readonly line?: Line
  readonly way?: Way
  /** The key of an answer ("how=bus"), or a question answered in words ("words"). */
  readonly key?: string
  /** The id after which to go on. */
  readonly after?: string
}

export interface ListedRow {
  readonly id: string
  readonly reference: string
  readonly cameOn: string
  readonly way: Way
  readonly line: Line
  readonly begins: string | null
}

/** A list shows this many, and asks for one more to know whether it goes on. */
export const rowsAtOnce = 50

const first = '00000000-0000-0000-0000-000000000000'

/**
 * Responses that fit, in the order of their ids, which says nothing of when they came. Words about equality are in no
 * index and are not shown. With words to find, those that have them are taken from the index first: the ledger is not
 * read through for a rare word.
 */
export async function listResponses(
  db: Db,
  consultationId: string,
  { find, line, way, key, after = first }: ResponseFilter,
): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select l.response_id as id, r.reference, l.came_on::text as "cameOn", l.way, l.line,
      (select left(answer ->> 'text', 120) from jsonb_each(r.answers) as answered (id, answer)
        where answer ->> 'kind' in ('long-text', 'short-text') and id <> all (questions_apart_of(r.consultation_id, r.version))
        order by answer ->> 'kind', id limit 1) as begins
    from response_ledger l join response r on r.id = l.response_id
    where l.consultation_id = ${consultationId}::uuid and l.response_id > ${after}::uuid
      ${find === undefined ? sql`` : sql`and l.response_id in (${having(find)})`}
      ${line === undefined ? sql`` : sql`and l.line = ${line}`}
      ${way === undefined ? sql`` : sql`and l.way = ${way}`}
      ${key === undefined ? sql`` : sql`and l.keys @> ${[key]}::text[]`}
    order by l.response_id limit ${rowsAtOnce + 1}`.execute(db)
  return rows
}

/** Those whose words are in the index, and those whose words are not yet: what was said a moment ago is found as well. */
const having = (find: string) => sql`
  select w.response_id from response_words w where w.words @@ websearch_to_tsquery('english', ${find})
  union all
  select r.id from response_words_due due join response r on r.id = due.response_id
    where answer_words(r.answers, questions_apart_of(r.consultation_id, r.version)) @@ websearch_to_tsquery('english', ${find})`

const wordsAtOnce = 200

/** Puts the words of new and changed responses into the index, until none is left. */
export async function indexDueWords(db: Db): Promise<number> {
  for (let all = 0; ;) {
    const {
      rows: [row],
    } = await sql<{ done: number }>`select index_due_words(${wordsAtOnce}) as done`.execute(db)
    const done = row?.done ?? 0
    all += done
    if (done < wordsAtOnce) return all
  }
}

export interface OneResponse {
  readonly id: string
  readonly reference: string
  readonly revision: number
  readonly version: number
  readonly edition: string
  readonly line: Line
  readonly way: Way
  readonly behalf: 'self' | 'person' | 'organisation'
  readonly completedAt: Date
  readonly receivedAt: Date
  readonly answers: Answers | null
}

/** One response by what people call it. */
export async function findResponse(
  db: Db,
  consultationId: string,
  reference: string,
): Promise<OneResponse | undefined> {
  const {
    rows: [row],
  } = await sql<OneResponse>`
    select r.id, r.reference, r.revision, r.version, r.edition, l.line, l.way, l.behalf, r.completed_at as "completedAt",
      r.received_at as "receivedAt", r.answers
    from response r join response_ledger l on l.response_id = r.id
    where r.consultation_id = ${consultationId}::uuid and r.reference = ${reference}`.execute(db)
  return row
}
