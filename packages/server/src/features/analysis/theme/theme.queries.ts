import type {
  Codebook,
  CodebookChange,
  Theme,
} from '@takepart/shared/domain/analysis/theme/codebook'
import type { Passage, Reading } from '@takepart/shared/domain/analysis/theme/coding'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** Who did something, and when. */
export interface ByStaff {
  readonly staffId: string
  readonly name: string
  readonly at: Date
}

/** The newest codebook; version 0 and without themes before the first change. */
export async function newestCodebook(db: Db, consultationId: string): Promise<Codebook> {
  const {
    rows: [row],
  } = await sql<{ number: number; themes: readonly Theme[] }>`
    select number, themes from codebook_version where consultation_id = ${consultationId}::uuid order by number desc limit 1`.execute(
    db,
  )
  return row ? { version: row.number, themes: row.themes } : { version: 0, themes: [] }
}

/** Stores the next version. False when somebody else stored it first. */
export async function insertCodebook(
  db: Db,
  consultationId: string,
  next: Codebook & { readonly change: CodebookChange },
  by: ByStaff,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into codebook_version (consultation_id, number, themes, change, staff_id, staff_name, made_at)
    values (${consultationId}, ${next.version}, ${JSON.stringify(next.themes)}::jsonb, ${JSON.stringify(next.change)}::jsonb,
      ${by.staffId}, ${by.name}, ${by.at}) on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** The text of one answer of a response that is not about equality; undefined where there is none. */
export async function findText(
  db: Db,
  consultationId: string,
  responseId: string,
  questionId: string,
): Promise<string | undefined> {
  const {
    rows: [row],
  } = await sql<{ text: string | null }>`
    select answers -> ${questionId}::text ->> 'text' as text from response
    where id = ${responseId}::uuid and consultation_id = ${consultationId}::uuid
      and answers -> ${questionId}::text ->> 'kind' in ('long-text', 'short-text')
      and ${questionId}::text <> all (questions_apart_of(consultation_id, version)) for share`.execute(
    db,
  )
  return row?.text ?? undefined
}

export interface NewReading {
  readonly responseId: string
  readonly questionId: string
  readonly codebookVersion: number
  readonly codings: readonly {
    readonly id: string
    readonly theme: string
    readonly passage?: Passage
  }[]
}

/** Stores what one coder made of an answer, in place of what they made of it before. */
export async function replaceReading(
  trx: Db,
  { responseId, questionId, codebookVersion, codings }: NewReading,
  by: ByStaff,
): Promise<void> {
  await sql`delete from answer_reading where response_id = ${responseId}::uuid and question_id = ${questionId}
    and staff_id = ${by.staffId}`.execute(trx)
  await sql`insert into answer_reading (response_id, question_id, staff_id, staff_name, codebook_version, read_at)
    values (${responseId}, ${questionId}, ${by.staffId}, ${by.name}, ${codebookVersion}, ${by.at})`.execute(
    trx,
  )
  const rows = JSON.stringify(codings.map(({ passage, ...coding }) => ({ ...coding, ...passage })))
  await sql`insert into coding (id, response_id, question_id, staff_id, theme, passage_start, passage_end, passage_words, made_at)
    select c.id, ${responseId}::uuid, ${questionId}, ${by.staffId}, c.theme, c.start, c."end", c.words, ${by.at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as c (id uuid, theme text, start integer, "end" integer, words text)`.execute(
    trx,
  )
}

/** A text answer to be read, with what this coder made of it so far. */
export interface AnswerToRead {
  readonly responseId: string
  readonly reference: string
  readonly text: string
  readonly read: boolean
  readonly codings: readonly {
    readonly id: string
    readonly theme: string
    readonly passage: Passage | null
  }[]
}

const answersAtOnce = 20

/** Text answers to one question of responses that count, in the order of ids, from one on. Not for questions about equality. */
export async function answersToRead(
  db: Db,
  consultationId: string,
  asked: {
    readonly questionId: string
    readonly staffId: string
    readonly unread: boolean
    readonly after?: string
  },
): Promise<readonly AnswerToRead[]> {
  const { questionId, staffId, unread, after = '00000000-0000-0000-0000-000000000000' } = asked
  const { rows } = await sql<AnswerToRead>`
    select r.id as "responseId", r.reference, r.answers -> ${questionId}::text ->> 'text' as text, mine.response_id is not null as read,
      coalesce((select json_agg(json_build_object('id', c.id, 'theme', c.theme, 'passage',
        case when c.passage_start is not null then json_build_object('start', c.passage_start, 'end', c.passage_end, 'words', c.passage_words) end)
        order by c.passage_start nulls last, c.id)
        from coding c where c.response_id = r.id and c.question_id = ${questionId} and c.staff_id = ${staffId}), '[]') as codings
    from response_ledger l join response r on r.id = l.response_id
      left join answer_reading mine on mine.response_id = r.id and mine.question_id = ${questionId} and mine.staff_id = ${staffId}
    where l.consultation_id = ${consultationId}::uuid and l.counted and l.keys @> ${[questionId]}::text[] and l.response_id > ${after}::uuid
      and ${questionId}::text <> all (questions_apart_of(l.consultation_id, l.version)) ${unread ? sql`and mine.response_id is null` : sql``}
    order by l.response_id limit ${answersAtOnce}`.execute(db)
  return rows
}

/** How many answers to a question this coder has not read. */
export async function countToRead(
  db: Db,
  consultationId: string,
  { questionId, staffId }: { readonly questionId: string; readonly staffId: string },
): Promise<number> {
  const {
    rows: [row],
  } = await sql<{ left: number }>`
    select count(*)::integer as "left" from response_ledger l
    where l.consultation_id = ${consultationId}::uuid and l.counted and l.keys @> ${[questionId]}::text[]
      and ${questionId}::text <> all (questions_apart_of(l.consultation_id, l.version))
      and not exists (select from answer_reading mine where mine.response_id = l.response_id and mine.question_id = ${questionId}
        and mine.staff_id = ${staffId})`.execute(db)
  return row?.left ?? 0
}

/** What every coder made of every answer to a question, for holding them against each other. */
export async function readingsOf(
  db: Db,
  consultationId: string,
  questionId: string,
): Promise<readonly (Reading & { readonly coderName: string; readonly reference: string })[]> {
  const { rows } = await sql<Reading & { coderName: string; reference: string }>`
    select a.response_id as answer, r.reference, a.staff_id as coder, a.staff_name as "coderName",
      coalesce((select json_agg(distinct c.theme) from coding c where c.response_id = a.response_id and c.question_id = a.question_id
        and c.staff_id = a.staff_id), '[]') as themes
    from answer_reading a join response_ledger l on l.response_id = a.response_id join response r on r.id = a.response_id
    where l.consultation_id = ${consultationId}::uuid and a.question_id = ${questionId} and l.counted limit 100000`.execute(
    db,
  )
  return rows
}
