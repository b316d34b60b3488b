import type { Answerer } from '@takepart/shared/domain/round/questions/question'
import type {
  ShownQuestion,
  ShownQuestions,
} from '@takepart/shared/domain/round/questions/shown-question'
import type { Round } from '@takepart/shared/domain/round/round'
import type { ShownContribution } from '@takepart/shared/domain/round/shown-contribution'
import type { Kysely } from 'kysely'
import { lastEvent } from '../../../db/live/live-event.queries.ts'
import type { Schema } from '../../../db/schema.ts'
import { readShown } from '../read-round.ts'
import {
  finishedAt,
  listQuestions,
  topicOfQuestions,
  type QuestionRow,
} from './question.queries.ts'

/**
 * A round of questions as everybody may read it, at one moment: the number of the last event belongs to exactly what is
 * read, so that whoever follows from there on hears of everything once.
 */
export const readQuestions = (db: Kysely<Schema>, round: Round): Promise<ShownQuestions> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const sequence = await lastEvent(trx, topicOfQuestions(round.id))
      const end = await finishedAt(trx, round.id)
      const rows = await listQuestions(trx, round.id)
      const numbers = rows.flatMap(({ number, answer }) => [number, answer ?? []].flat())
      const shown = new Map((await readShown(trx, round, numbers)).map((one) => [one.number, one]))
      return {
        sequence,
        ...(end ? { finishedAt: end.toISOString() } : {}),
        questions: rows.flatMap((row) => questionOf(row, round, shown) ?? []),
      }
    })

function questionOf(
  row: QuestionRow,
  { answering = [] }: Round,
  shown: ReadonlyMap<number, ShownContribution>,
): ShownQuestion | undefined {
  const asked = shown.get(row.number)
  if (!asked) return undefined
  const { number, state, wanted, joinedTo } = row
  const answer = row.answer === null ? undefined : shown.get(row.answer)
  return {
    number,
    state,
    wanted,
    asked,
    ...(joinedTo === undefined ? {} : { joinedTo }),
    ...(answer ? { answer } : {}),
    ...byOf(row, answering),
    ...endOf(row),
  }
}

type Parts = Partial<ShownQuestion>

/** Who answers, as the page names them now. */
function byOf({ byName, takenAt }: QuestionRow, answering: readonly Answerer[]): Parts {
  if (byName === null) return {}
  const by = answering.find(({ name }) => name === byName) ?? { name: byName }
  return { by, ...(takenAt ? { takenAt: takenAt.toISOString() } : {}) }
}

const endOf = ({ why, note, endedAt }: QuestionRow): Parts => ({
  ...(why ? { why } : {}),
  ...(note ? { note } : {}),
  ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
})
