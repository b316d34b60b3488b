import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import {
  problemsOfFinishing,
  type QuestionProblem,
} from '@takepart/shared/domain/round/questions/question-act'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { recordAct } from '../../account/audit/audit.queries.ts'
import { tellRoundChanged } from '../round.queries.ts'
import { roundOfQuestions, type Acting } from './act-on-question.ts'
import { lockQuestions, readSession, tellHappened } from './question.queries.ts'

/**
 * Ends a round of questions for good. Refused while people can still ask, while something waits for a moderator, and while
 * any question has neither an answer nor a reason; the database refuses the last two as well.
 */
export const finishQuestions = ({
  db,
  actor,
  round: id,
  at,
}: Acting): Promise<Result<true, QuestionProblem>> =>
  db.transaction().execute(async (trx): Promise<Result<true, QuestionProblem>> => {
    const round = await roundOfQuestions(trx, id, { actor, action: 'round.run' })
    if (!round) return refuse({ code: 'session-unknown' })
    await lockQuestions(trx, id)
    const problems = problemsOfFinishing(round, await readSession(trx, id), at)
    if (problems.length > 0) return refuse(...problems)
    await storeEnd(trx, { roundId: id, at, by: actor.staffId })
    await tellRoundChanged(trx, round.slug)
    await tellHappened(trx, id, [{ kind: 'finished' }])
    await recordAct(trx, actor, {
      at,
      verb: 'round.finish-questions',
      thing: { kind: 'round', id },
    })
    return accept(true)
  })

/**
 * A question whose words were taken away for others that never came has no place in the transcript: its author was told why.
 */
export async function storeEnd(
  trx: Kysely<Schema>,
  { roundId, at, by }: { readonly roundId: string; readonly at: Date; readonly by: string | null },
): Promise<void> {
  await trx
    .deleteFrom('round_question as q')
    .where('q.round_id', '=', roundId)
    .where('q.state', 'in', ['waiting', 'being-answered'])
    .where('q.contribution_id', 'in', (shown) =>
      shown
        .selectFrom('contribution as c')
        .select('c.id')
        .where('c.round_id', '=', roundId)
        .where('c.state', 'in', ['change-asked', 'rejected', 'withdrawn']),
    )
    .execute()
  await trx
    .insertInto('round_questions_end')
    .values({ round_id: roundId, finished_at: at, finished_by: by })
    .execute()
}
