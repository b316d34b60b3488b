import { isOpenQuestion } from '@takepart/shared/domain/round/questions/question'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { finishedAt, tellHappened } from './question.queries.ts'

type Db = Kysely<Schema>

interface ShownQuestion {
  readonly roundId: string
  readonly contributionId: string
  readonly number: number
  readonly at: Date
}

/**
 * A question has been let in: it waits in the line. Let in again with other words, it keeps its place. One that comes when
 * the round is finished ends at once, with the reason that it came too late: no question is left without an end.
 */
export async function followShown(
  trx: Db,
  { roundId, contributionId, number, at }: ShownQuestion,
): Promise<void> {
  const late = (await finishedAt(trx, roundId)) !== undefined
  const standing = late
    ? ({ state: 'not-answered', why: 'after-the-end', ended_at: at } as const)
    : ({ state: 'waiting', why: null, ended_at: null } as const)
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('round_question')
    .values({
      contribution_id: contributionId,
      round_id: roundId,
      number,
      ...standing,
      by_name: null,
      taken_by: null,
      taken_at: null,
      answer_id: null,
      note: null,
      joined_to: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const kind = numInsertedOrUpdatedRows === 0n ? 'changed' : late ? 'not-answered' : 'asked'
  await tellHappened(trx, roundId, [{ kind, number }])
}

interface HiddenWords {
  readonly roundId: string
  readonly contributionId: string
  /** Whether other words come in their place. */
  readonly changing: boolean
  /** What comes in their place is the same, with something taken out. */
  readonly shownAgain?: boolean
  readonly at: Date
}

/**
 * Words of a round of questions are taken away. Those joined with a question that was still open stand for themselves again:
 * other words may ask something else, or never come. Unless other words can come, it leaves the line for good. An answer that a moderator takes out leaves its question open; once the round is
 * finished, the question ends with the reason that its answer was taken out.
 */
export async function followHidden(
  trx: Db,
  { roundId, contributionId, changing, at, shownAgain = false }: HiddenWords,
): Promise<void> {
  const found = await trx
    .selectFrom('round_question')
    .select(['number', 'state', 'answer_id as answerId'])
    .where((either) =>
      either.or([
        either('contribution_id', '=', contributionId),
        either('answer_id', '=', contributionId),
      ]),
    )
    .executeTakeFirst()
  if (!found) return
  const { number } = found
  const isAnswer = found.answerId === contributionId
  const wasOpen = !isAnswer && isOpenQuestion(found)
  if (wasOpen && !shownAgain) await partAll(trx, { roundId, number })
  if (changing) return tellHappened(trx, roundId, [{ kind: 'changed', number }])
  if (isAnswer) await openAgain(trx, { roundId, number, at })
  else if (wasOpen) await leaveLine(trx, { roundId, number })
  await tellHappened(trx, roundId, [{ kind: 'gone', number }])
}

async function openAgain(
  trx: Db,
  { roundId, number, at }: { roundId: string; number: number; at: Date },
): Promise<void> {
  const late = (await finishedAt(trx, roundId)) !== undefined
  await trx
    .updateTable('round_question')
    .set({
      answer_id: null,
      by_name: null,
      taken_by: null,
      taken_at: null,
      ...(late
        ? { state: 'not-answered', why: 'answer-removed', ended_at: at }
        : { state: 'waiting', why: null, ended_at: null }),
    })
    .where('round_id', '=', roundId)
    .where('number', '=', number)
    .execute()
}

interface OneQuestion {
  readonly roundId: string
  readonly number: number
}

async function partAll(trx: Db, { roundId, number }: OneQuestion): Promise<void> {
  await trx
    .updateTable('round_question')
    .set({ state: 'waiting', joined_to: null })
    .where('round_id', '=', roundId)
    .where('joined_to', '=', number)
    .execute()
}

async function leaveLine(trx: Db, { roundId, number }: OneQuestion): Promise<void> {
  await trx
    .deleteFrom('round_question')
    .where('round_id', '=', roundId)
    .where('number', '=', number)
    .execute()
}
