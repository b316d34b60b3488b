import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import { nothingSaid } from '@takepart/shared/domain/round/contribution'
import type { QuestionAct } from '@takepart/shared/domain/round/questions/question-act'
import type { Round } from '@takepart/shared/domain/round/round'
import type { Kysely, UpdateObject } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { contributionHash } from '../contribution-hash.ts'
import { insertContribution } from '../contribution.queries.ts'
import { showContribution } from '../show-contribution.queries.ts'

type Db = Kysely<Schema>

export interface AcceptedAct {
  readonly round: Round
  readonly act: QuestionAct
  readonly actor: Pick<StaffActor, 'staffId'>
  readonly at: Date
  /** Of an answer. */
  readonly answerId?: string | undefined
}

const untaken = { by_name: null, taken_by: null, taken_at: null } as const

/** Stores what the rule has accepted. The caller holds the lock of the round. */
export async function storeAct(trx: Db, accepted: AcceptedAct): Promise<void> {
  const { round, act, actor, at } = accepted
  const { number } = act
  switch (act.kind) {
    case 'take':
      return set(trx, round.id, number, {
        state: 'being-answered',
        by_name: act.by,
        taken_by: actor.staffId,
        taken_at: at,
      })
    case 'put-back':
      return set(trx, round.id, number, { state: 'waiting', ...untaken })
    case 'answer':
      return storeAnswer(trx, accepted, act.text)
    case 'give-reason':
      return set(trx, round.id, number, {
        state: 'not-answered',
        why: act.why,
        note: act.note === '' ? null : act.note,
        ended_at: at,
        ...untaken,
      })
    case 'join':
      // Those that were joined with it go on to the same question: joining stays one step deep.
      await trx
        .updateTable('round_question')
        .set({ joined_to: act.to })
        .where('round_id', '=', round.id)
        .where('joined_to', '=', number)
        .execute()
      return set(trx, round.id, number, { state: 'joined', joined_to: act.to })
    case 'part':
      return set(trx, round.id, number, { state: 'waiting', joined_to: null })
  }
}

async function set(
  trx: Db,
  roundId: string,
  number: number,
  values: UpdateObject<Schema, 'round_question'>,
): Promise<void> {
  await trx
    .updateTable('round_question')
    .set(values)
    .where('round_id', '=', roundId)
    .where('number', '=', number)
    .execute()
}

/** An answer is a contribution of the staff, shown at once, in the name of whoever took the question. */
async function storeAnswer(
  trx: Db,
  { round, act, actor, at, answerId }: AcceptedAct,
  text: string,
): Promise<void> {
  if (answerId === undefined) throw new Error('An answer comes with its id')
  const { by_name: name } = await trx
    .selectFrom('round_question')
    .select('by_name')
    .where('round_id', '=', round.id)
    .where('number', '=', act.number)
    .executeTakeFirstOrThrow()
  const said = { ...nothingSaid, text, name: name ?? '' }
  const self = round.answering?.find((one) => one.name === name)?.self
  const id = answerId as ContributionId
  const stored = await insertContribution(trx, {
    id,
    roundId: round.id,
    staffId: actor.staffId,
    source: 'staff',
    ...(self === undefined ? {} : { sourceNote: self }),
    answeredNumber: act.number,
    late: false,
    said,
    contentHash: contributionHash({ slug: round.slug, inReplyTo: act.number, said }),
    receivedAt: at,
  })
  if (!stored) throw new Error('The id of an answer is taken')
  await showContribution(trx, { contributionId: id, revision: 1, at })
  await set(trx, round.id, act.number, { state: 'answered', answer_id: id, ended_at: at })
}

/** Whether an answer of this id is there already. */
export const wasAnsweredBy = async (trx: Db, roundId: string, answerId: string): Promise<boolean> =>
  (await trx
    .selectFrom('round_question')
    .select('number')
    .where('round_id', '=', roundId)
    .where('answer_id', '=', answerId)
    .executeTakeFirst()) !== undefined
