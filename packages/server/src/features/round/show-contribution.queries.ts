import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { followHidden, followShown } from './questions/follow-shown.ts'
import { lockQuestions, lockQuestionsAt } from './questions/question.queries.ts'
import { tellRoundChanged } from './round.queries.ts'
import {
  findToShow,
  hideShown,
  insertShown,
  takeNumber,
  type Hiding,
  type LetThrough,
} from './shown.queries.ts'

/** The words of one revision, let through as they are or with something taken out. */
export interface LetIn {
  readonly contributionId: string
  /** The revision that was looked at: another one was never read by whoever decided (S53). */
  readonly revision: number
  /** Absent: as they were sent. */
  readonly words?: LetThrough
  readonly at: Date
}

/**
 * Accepts a contribution and shows its words, within the transaction of whoever decides. Answers its number in the round;
 * undefined, and nothing is done, when it has been changed, withdrawn or decided since it was looked at.
 */
export async function showContribution(
  trx: Kysely<Schema>,
  { contributionId, revision, words, at }: LetIn,
): Promise<number | undefined> {
  const one = await findToShow(trx, contributionId)
  if (!one || one.revision !== revision || !undecided.has(one.state)) return undefined
  const { roundId } = one
  const asks = one.kind === 'questions' && one.answeredNumber === null
  if (asks) await lockQuestions(trx, roundId)
  const number = one.number ?? (await takeNumber(trx, one.roundId))
  await insertShown(trx, { one, number, words: words ?? { ...one.said, removed: [] }, at })
  await tellRoundChanged(trx, one.slug)
  if (asks) await followShown(trx, { roundId, contributionId, number, at })
  return number
}

const undecided: ReadonlySet<string> = new Set(['waiting', 'change-asked'])

export interface Hidden {
  readonly contributionId: string
  readonly slug: string
  readonly why: Hiding
  readonly at: Date
  /** The same words, with something taken out, are shown again before the transaction ends. */
  readonly shownAgain?: boolean
}

/** Takes the words of a contribution from every page, within the transaction of whoever changes, withdraws or removes it. */
export async function hideContribution(
  trx: Kysely<Schema>,
  { contributionId, slug, why, at, shownAgain = false }: Hidden,
): Promise<void> {
  const roundId = await lockQuestionsAt(trx, slug)
  await hideShown(trx, contributionId, why)
  await tellRoundChanged(trx, slug)
  const changing = why === 'changing'
  if (roundId !== undefined)
    await followHidden(trx, { roundId, contributionId, changing, at, shownAgain })
}
