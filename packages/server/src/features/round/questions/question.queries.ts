import type {
  Question,
  QuestionSession,
  QuestionState,
  ReasonNotAnswered,
} from '@takepart/shared/domain/round/questions/question'
import { sql, type Kysely } from 'kysely'
import { appendEvents } from '../../../db/live/live-event.queries.ts'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** The events of one round of questions. */
export const topicOfQuestions = (roundId: string): string => `questions ${roundId}`

/** What happened to a question, for whoever looks on; never a word of it. */
export type QuestionHappening =
  | {
      readonly kind: 'asked' | 'changed' | 'taken' | 'answered' | 'not-answered' | 'joined' | 'gone'
      readonly number: number
    }
  | { readonly kind: 'finished' }

export const tellHappened = (
  trx: Db,
  roundId: string,
  happenings: readonly QuestionHappening[],
): Promise<void> => appendEvents(trx, topicOfQuestions(roundId), happenings)

/**
 * Makes whoever does something to a question of this round next wait until this transaction ends, so that rules are asked of
 * what is true. Not so strict a lock that it would hold up somebody whose contribution is being stored.
 */
export async function lockQuestions(trx: Db, roundId: string): Promise<void> {
  await sql`select from round where id = ${roundId} for no key update`.execute(trx)
}

/** The same by the address of the round, where it is one of questions; undefined where it is not. */
export async function lockQuestionsAt(trx: Db, slug: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from round where slug = ${slug} and kind = 'questions' for no key update`.execute(trx)
  return rows[0]?.id
}

/** A question with all that is stored of how far it has come. */
export interface QuestionRow extends Question {
  readonly contributionId: string
  readonly byName: string | null
  readonly takenBy: string | null
  readonly takenAt: Date | null
  /** The number of the answer, while it is shown. */
  readonly answer: number | null
  readonly why: ReasonNotAnswered | null
  readonly note: string | null
  readonly endedAt: Date | null
  /** False while its words cannot be read. */
  readonly said: boolean
}

/** Every question of a round that was ever shown and is still there, in the order of their numbers. */
export async function listQuestions(db: Db, roundId: string): Promise<readonly QuestionRow[]> {
  const { rows } = await sql<Omit<QuestionRow, 'joinedTo'> & { joinedTo: number | null }>`
    with wanted as (
      select coalesce(q.joined_to, q.number) as number, count(distinct a.device_hash)::integer as count
      from round_question q join acknowledgement a on a.round_id = q.round_id and a.number = q.number and a.kind = 'wanted'
      where q.round_id = ${roundId} group by 1
    )
    select q.contribution_id as "contributionId", q.number, q.state, q.joined_to as "joinedTo", q.by_name as "byName",
      q.taken_by as "takenBy", q.taken_at as "takenAt", q.why, q.note, q.ended_at as "endedAt",
      (select a.number from contribution_shown a where a.contribution_id = q.answer_id) as answer,
      coalesce(s.words = 'said', false) as said, coalesce(w.count, 0) as wanted
    from round_question q
      left join contribution_shown s on s.contribution_id = q.contribution_id
      left join wanted w on w.number = q.number
    where q.round_id = ${roundId} order by q.number`.execute(db)
  return rows.map(({ joinedTo, ...row }) => ({
    ...row,
    ...(joinedTo === null ? {} : { joinedTo }),
  }))
}

/** When a round of questions was finished; undefined while it is not. */
export const finishedAt = async (db: Db, roundId: string): Promise<Date | undefined> =>
  (
    await db
      .selectFrom('round_questions_end')
      .select('finished_at')
      .where('round_id', '=', roundId)
      .executeTakeFirst()
  )?.finished_at

/** How many contributions of a round wait for a moderator. */
export async function countUnread(db: Db, roundId: string): Promise<number> {
  const { count } = await db
    .selectFrom('contribution')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('round_id', '=', roundId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return count
}

/** A round of questions as its rules see it. */
export async function readSession(db: Db, roundId: string): Promise<QuestionSession> {
  const rows = await listQuestions(db, roundId)
  return {
    questions: rows.filter(
      ({ said, state }) => said || !['waiting', 'being-answered'].includes(state),
    ),
    unread: await countUnread(db, roundId),
    finished: (await finishedAt(db, roundId)) !== undefined,
  }
}

/** Where one contribution stands as a question; undefined where it is none, or was never shown. */
export const stateOfQuestion = async (
  db: Db,
  contributionId: string,
): Promise<QuestionState | undefined> =>
  (
    await db
      .selectFrom('round_question')
      .select('state')
      .where('contribution_id', '=', contributionId)
      .executeTakeFirst()
  )?.state

/** Whether anybody can still say that they want to know it too. */
export async function isStillOpen(db: Db, roundId: string, number: number): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select coalesce(target.state, q.state) in ('waiting', 'being-answered') as open from round_question q
      left join round_question target on target.round_id = q.round_id and target.number = q.joined_to
    where q.round_id = ${roundId} and q.number = ${number}`.execute(db)
  return rows[0]?.open === true
}
