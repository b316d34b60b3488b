import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import {
  completedRound,
  replaceProblem,
  type WrittenRound,
} from '@takepart/shared/domain/round/desk/round-draft'
import { checkShape } from '@takepart/shared/domain/round/desk/round-shape-schema'
import { roundReplaceWords } from '@takepart/shared/words/round-desk'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { recordAct } from '../../account/audit/audit.queries.ts'
import { waitForTurnToPublish } from '../../consultation/consultation.queries.ts'
import { publishProcess, publishRound } from '../publish-round.ts'
import { findPublishedById, lockRoundDraft } from './round-draft.queries.ts'
import { endRoundPublication, findDueRound, findWaitingRound } from './round-sign-off.queries.ts'

type Db = Kysely<Schema>

interface RoundPublication {
  readonly outcome: 'published' | 'failed' | 'not-waiting'
  readonly words: readonly string[]
}

/**
 * Publishes one signed round that waits, word for word as it was signed. The caller holds the lock on its draft, so that
 * whoever comes second, on this server or another, finds nothing waiting. Running servers drop the pages they keep of it.
 */
export async function publishWaitingWithin(
  trx: Db,
  signOff: string,
  at: Date,
): Promise<RoundPublication> {
  const waiting = await findWaitingRound(trx, signOff)
  if (!waiting) return { outcome: 'not-waiting', words: [] }
  await waitForTurnToPublish(trx)
  const words = await store(trx, waiting.document, at)
  if (words.length > 0) {
    await endRoundPublication(trx, signOff, { state: 'failed', at, problem: words.join('\n') })
    return { outcome: 'failed', words }
  }
  await endRoundPublication(trx, signOff, { state: 'published', at })
  return { outcome: 'published', words: [] }
}

/** What stands in the way, in words; none when it is published. */
async function store(trx: Db, written: WrittenRound, at: Date): Promise<readonly string[]> {
  const published = await findPublishedById(trx, written.id)
  const problem = replaceProblem(published, written, at)
  if (problem) return [roundReplaceWords[problem]]
  const shape = checkShape(written)
  if (shape.length > 0) return shape.map(({ words }) => words)
  if (await isSlugOfAnother(trx, written)) return [roundReplaceWords['slug-taken']]
  const place = await placeOf(trx, written, published?.round.process)
  if (typeof place === 'string') return [roundReplaceWords[place]]
  const result = await publishRound(
    trx,
    completedRound(written, { number: place, day: dayOfMoment(at) }),
  )
  return result.outcome === 'refused' ? result.words : []
}

const isSlugOfAnother = async (trx: Db, { id, slug }: WrittenRound): Promise<boolean> =>
  (await trx
    .selectFrom('round')
    .select('id')
    .where('slug', '=', slug)
    .where('id', '<>', id)
    .executeTakeFirst()) !== undefined

const mostInProcess = 100

/** The place in its process: the one that it has, or the next. A process that the round begins is stored first. */
async function placeOf(
  trx: Db,
  round: WrittenRound,
  before: { readonly slug: string; readonly number: number } | undefined,
): Promise<number | 'process-taken' | 'process-missing' | 'process-full'> {
  const { id, process } = round
  if (!process) return 1
  const found = await trx
    .selectFrom('process')
    .select('id')
    .where('slug', '=', process.slug)
    .executeTakeFirst()
  if (process.begins && found && found.id !== id) return 'process-taken'
  if (!process.begins && !found) return 'process-missing'
  await beginProcess(trx, round)
  if (before?.slug === process.slug) return before.number
  return nextPlace(trx, process.begins || !found ? id : found.id)
}

async function nextPlace(trx: Db, processId: string): Promise<number | 'process-full'> {
  const { last } = await trx
    .selectFrom('round')
    .select((eb) => eb.fn.max('place').as('last'))
    .where('process_id', '=', processId)
    .executeTakeFirstOrThrow()
  const next = (last ?? 0) + 1
  return next > mostInProcess ? 'process-full' : next
}

/** Stores the process that a round begins, if it begins one. */
async function beginProcess(
  trx: Db,
  { id, process, trust, consultation }: WrittenRound,
): Promise<void> {
  if (!process?.begins) return
  await publishProcess(trx, {
    format: 'takepart/process/1',
    id,
    slug: process.slug,
    ...process.begins,
    trust,
    ...(consultation
      ? { consultation: { slug: consultation.slug, title: consultation.title } }
      : {}),
  })
}

/** Publishes every signed round whose time has come. Any number of servers may run it at once. Gives how many it published. */
export async function publishDueRounds(db: Db, now: Date): Promise<number> {
  let published = 0
  for (;;) {
    const due = await findDueRound(db, now)
    if (!due) return published
    const { outcome } = await db.transaction().execute(async (trx) => {
      await lockRoundDraft(trx, due.round)
      const result = await publishWaitingWithin(trx, due.signOff, now)
      if (result.outcome === 'published')
        await recordAct(
          trx,
          { kind: 'job', name: 'publish-due-rounds' },
          {
            at: now,
            verb: 'round.publish',
            thing: { kind: 'round', id: due.round },
          },
        )
      return result
    })
    if (outcome === 'published') published += 1
  }
}
