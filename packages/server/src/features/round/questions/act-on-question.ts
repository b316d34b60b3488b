import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import {
  acceptQuestionAct,
  type QuestionAct,
  type QuestionProblem,
} from '@takepart/shared/domain/round/questions/question-act'
import type { Round } from '@takepart/shared/domain/round/round'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { recordAct } from '../../account/audit/audit.queries.ts'
import { mayOfRound } from '../desk/may-of-round.ts'
import { findPublishedById } from '../desk/round-draft.queries.ts'
import { findConsultation } from '../desk/round-surroundings.queries.ts'
import { tellRoundChanged } from '../round.queries.ts'
import { lockQuestions, readSession, tellHappened } from './question.queries.ts'
import { storeAct, wasAnsweredBy } from './store-question-act.ts'

type Db = Kysely<Schema>
type Acted = Result<true, QuestionProblem>

/** Who does something in which round of questions, and when. */
export interface Acting {
  readonly db: Db
  readonly actor: StaffActor
  readonly round: string
  readonly at: Date
}

/** Joining decides what people read, so moderators do it; whoever runs the round does everything else. */
const actionFor = (act: QuestionAct): Action =>
  act.kind === 'join' || act.kind === 'part' ? 'round.join-questions' : 'round.run'

/**
 * Does something to a question, while nobody else does anything in its round. Those who look on are told in the same
 * transaction. Refused where the rule or the actor's role does not allow it.
 *
 * @param answerId the id of the answer, made by the page: sent again, nothing more is done
 */
export const actOnQuestion = (
  { db, actor, round: id, at }: Acting,
  act: QuestionAct,
  answerId?: string,
): Promise<Acted> =>
  db.transaction().execute(async (trx): Promise<Acted> => {
    const round = await roundOfQuestions(trx, id, { actor, action: actionFor(act) })
    if (!round) return refuse({ code: 'session-unknown' })
    await lockQuestions(trx, id)
    if (answerId !== undefined && (await wasAnsweredBy(trx, id, answerId))) return accept(true)
    const accepted = acceptQuestionAct(await readSession(trx, id), act, round.answering ?? [])
    if (!accepted.ok) return accepted
    const done = accepted.value
    await storeAct(trx, { round, act: done, actor, at, answerId })
    await tellRoundChanged(trx, round.slug)
    await tellHappened(trx, id, [{ kind: happenedBy[done.kind], number: done.number }])
    await recordAct(trx, actor, {
      at,
      verb: `question.${done.kind}`,
      thing: { kind: 'round', id },
      detail: `question ${done.number}`,
    })
    return accept(true)
  })

const happenedBy = {
  take: 'taken',
  'put-back': 'changed',
  answer: 'answered',
  'give-reason': 'not-answered',
  join: 'joined',
  part: 'changed',
} as const satisfies Record<QuestionAct['kind'], string>

/** Undefined: there is no such round of questions, or it is not theirs; both look the same (S04). */
export async function roundOfQuestions(
  db: Db,
  id: string,
  { actor, action }: { readonly actor: StaffActor; readonly action: Action },
): Promise<Round | undefined> {
  const published = await findPublishedById(db, id)
  if (!published || published.retracted || published.round.kind !== 'questions') return undefined
  const consultation = await findConsultation(db, published.round.consultation?.slug ?? '')
  return mayOfRound(actor, action, { id, consultationId: consultation?.id })
    ? published.round
    : undefined
}
