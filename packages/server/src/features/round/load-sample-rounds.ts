import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Round } from '@takepart/shared/domain/round/round'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { daysSinceSample, shiftDate, shiftTime } from '../../sample-days.ts'
import { beginSample } from '../site/samples.queries.ts'
import { waitForTurnToPublish } from '../consultation/consultation.queries.ts'
import { endInSample } from './questions/end-in-sample.ts'
import { publishProcess, publishRound } from './publish-round.ts'
import { hasRounds } from './round.queries.ts'
import type { SampleFile, Written } from './sample-file.ts'
import { sayInSample } from './say-in-sample.ts'

interface SampleOptions {
  /** Its folder `rounds` holds the files. */
  readonly folder: string
  readonly now: Date
}

/**
 * Fills a database without rounds with those of the sample, their dates moved like those of the sample consultations.
 * Everything in it is made up, and says so.
 */
export async function loadSampleRounds(
  db: Kysely<Schema>,
  { folder, now }: SampleOptions,
): Promise<void> {
  const weeks = Math.floor(daysSinceSample(now) / 7) * 7
  const files = readdirSync(join(folder, 'rounds'), { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.json'))
    .map((file) => readFileSync(join(folder, 'rounds', file.name), 'utf8'))
  await db.transaction().execute(async (trx) => {
    await waitForTurnToPublish(trx)
    if (await hasRounds(trx)) return
    await beginSample(trx)
    for (const file of files) await loadFile(trx, JSON.parse(file) as SampleFile, weeks)
  })
}

async function loadFile(trx: Kysely<Schema>, file: SampleFile, days: number): Promise<void> {
  await publishProcess(trx, file.process)
  for (const { round: written, contributions } of file.rounds) {
    const round = shifted(written, days)
    const asks = round.kind === 'questions'
    // What came of questions can be written only once each of them has its answer or a reason.
    const { summary: _, ...unfinished } = round
    await publish(trx, asks ? unfinished : round)
    const numbers = await sayAll(trx, round, { contributions, days })
    if (!asks) continue
    await endInSample(trx, round, { contributions, numbers, days })
    await publish(trx, round)
  }
}

async function publish(trx: Kysely<Schema>, round: Round): Promise<void> {
  const published = await publishRound(trx, round)
  if (published.outcome === 'refused')
    throw new Error(
      `The sample round ${round.slug} cannot be published: ${published.words.join('; ')}`,
    )
}

const shifted = (round: Round, days: number): Round => ({
  ...round,
  opensAt: shiftTime(round.opensAt, days),
  closesAt: shiftTime(round.closesAt, days),
  summaryBy: shiftDate(round.summaryBy, days),
  ...(round.summary && {
    summary: { ...round.summary, publishedOn: shiftDate(round.summary.publishedOn, days) },
  }),
})

interface Saying {
  readonly contributions: readonly Written[]
  readonly days: number
}

/** In the order in which they were said; a reply never comes before what it answers. */
async function sayAll(
  trx: Kysely<Schema>,
  round: Round,
  { contributions, days }: Saying,
): Promise<ReadonlyMap<Written, number>> {
  const numbers = new Map<Written, number>()
  const all = contributions
    .flatMap((one) => [
      { one, to: undefined as Written | undefined },
      ...(one.replies ?? []).map((reply) => ({ one: reply, to: one as Written | undefined })),
    ])
    .sort((first, second) => whenOf(first.one).localeCompare(whenOf(second.one)))
  for (const { one, to } of all) {
    const answered = to && numbers.get(to)
    numbers.set(one, await sayInSample(trx, round, { one, answered, days }))
  }
  return numbers
}

const whenOf = ({ on, at = '12:00' }: Written): string => `${on} ${at}`
