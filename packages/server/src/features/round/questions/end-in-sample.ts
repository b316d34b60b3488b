import type { Round } from '@takepart/shared/domain/round/round'
import type { Kysely, UpdateObject } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import type { Written } from '../sample-file.ts'
import { momentOf, sampleIdOf } from '../say-in-sample.ts'
import { storeEnd } from './finish-questions.ts'

interface Ending {
  readonly contributions: readonly Written[]
  readonly numbers: ReadonlyMap<Written, number>
  readonly days: number
}

/** Gives every question of the sample its end, as the desk does, and finishes the round. */
export async function endInSample(
  trx: Kysely<Schema>,
  round: Round,
  ending: Ending,
): Promise<void> {
  const { contributions, numbers, days } = ending
  for (const one of contributions)
    await trx
      .updateTable('round_question')
      .set(endOf(round, one, ending))
      .where('round_id', '=', round.id)
      .where('number', '=', numbers.get(one) ?? 0)
      .execute()
  const moments = contributions.flatMap((one) =>
    [one, ...(one.replies ?? [])].map((said) => momentOf(said, days).getTime()),
  )
  const last = Math.max(Date.parse(round.closesAt), ...moments)
  await storeEnd(trx, { roundId: round.id, at: new Date(last), by: null })
}

function endOf(
  round: Round,
  one: Written,
  { contributions, numbers, days }: Ending,
): UpdateObject<Schema, 'round_question'> {
  const [answer] = one.replies ?? []
  if (answer)
    return {
      state: 'answered',
      by_name: answer.name,
      answer_id: sampleIdOf(round, answer),
      ended_at: momentOf(answer, days),
    }
  const same = contributions.find(({ text }) => text === one.joins)
  if (same) return { state: 'joined', joined_to: numbers.get(same) ?? 0 }
  return {
    state: 'not-answered',
    why: one.why ?? 'not-known',
    note: one.note ?? null,
    ended_at: momentOf({ ...one, at: one.at ?? '19:00' }, days),
  }
}
