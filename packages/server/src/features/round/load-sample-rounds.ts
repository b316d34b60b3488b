import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type { Acknowledgement } from '@takepart/shared/domain/round/acknowledgement'
import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import {
  anchorQuotation,
  sourceKey,
  sourceOfKey,
  type Quotation,
} from '@takepart/shared/domain/round/quotation'
import type { Process, Round } from '@takepart/shared/domain/round/round'
import { textOfStarter } from '@takepart/shared/domain/round/starter'
import type { Stance } from '@takepart/shared/domain/round/stance'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { daysSinceSample, shiftDate, shiftTime } from '../../sample-days.ts'
import { contributionHash } from './contribution-hash.ts'
import { insertContribution } from './contribution.queries.ts'
import { publishProcess, publishRound } from './publish-round.ts'
import { hasRounds } from './round.queries.ts'
import { acknowledgeAsSample } from './shown.queries.ts'
import { showContribution } from './show-contribution.ts'

/** A process with its rounds and what people said in them, as a sample file has it. */
interface SampleFile {
  readonly process: Process
  readonly rounds: readonly { readonly round: Round; readonly contributions: readonly Written[] }[]
}

interface Written {
  readonly on: string
  readonly name: string
  readonly self?: string
  readonly source: ContributionSource
  readonly sourceNote?: string
  readonly stance?: Stance
  readonly condition?: string
  readonly text: string
  readonly quotes?: readonly { readonly of: string; readonly words: string }[]
  readonly alike?: number
  readonly thinking?: number
  readonly replies?: readonly Written[]
}

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
    await sql`select pg_advisory_xact_lock(hashtext('takepart publish'))`.execute(trx)
    if (await hasRounds(trx)) return
    for (const file of files) await loadFile(trx, JSON.parse(file) as SampleFile, weeks)
  })
}

async function loadFile(trx: Kysely<Schema>, file: SampleFile, days: number): Promise<void> {
  await publishProcess(trx, file.process)
  for (const { round: written, contributions } of file.rounds) {
    const round = shifted(written, days)
    const published = await publishRound(trx, round)
    if (published.outcome === 'refused')
      throw new Error(
        `The sample round ${round.slug} cannot be published: ${published.words.join('; ')}`,
      )
    await sayAll(trx, round, { contributions, days })
  }
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

/** In the order of the days on which they were said; a reply never comes before what it answers. */
async function sayAll(
  trx: Kysely<Schema>,
  round: Round,
  { contributions, days }: Saying,
): Promise<void> {
  const numbers = new Map<Written, number>()
  const all = contributions
    .flatMap((one) => [
      { one, to: undefined as Written | undefined },
      ...(one.replies ?? []).map((reply) => ({ one: reply, to: one as Written | undefined })),
    ])
    .sort((first, second) =>
      first.one.on < second.one.on ? -1 : first.one.on > second.one.on ? 1 : 0,
    )
  for (const { one, to } of all) {
    const answered = to && numbers.get(to)
    numbers.set(one, await say(trx, round, { one, answered, days }))
  }
}

async function say(
  trx: Kysely<Schema>,
  round: Round,
  { one, answered, days }: { one: Written; answered: number | undefined; days: number },
): Promise<number> {
  const id = randomUUID() as ContributionId
  const at = new Date(`${shiftDate(one.on, days)}T12:00:00Z`)
  const own = one.source === 'participant' || one.source === 'on-behalf'
  const said = {
    text: one.text,
    name: one.name,
    ...(one.self ? { self: one.self } : {}),
    ...(one.stance ? { stance: one.stance } : {}),
    ...(one.condition ? { condition: one.condition } : {}),
    quotations: (one.quotes ?? []).map((quote) => quotationIn(round, quote)),
    onBehalf: one.source === 'on-behalf',
    helpNow: false,
  }
  await insertContribution(trx, {
    id,
    roundId: round.id,
    ...(own
      ? { codeHash: createHash('sha256').update(`sample ${one.name} ${one.self}`).digest() }
      : {}),
    source: one.source,
    ...(one.sourceNote ? { sourceNote: one.sourceNote } : {}),
    ...(answered === undefined ? {} : { answeredNumber: answered }),
    late: false,
    said,
    contentHash: contributionHash({ slug: round.slug, said }),
    receivedAt: at,
  })
  const number = await showContribution(trx, { contributionId: id, revision: 1, at })
  if (number === undefined) throw new Error(`A sample contribution of ${one.name} cannot be shown`)
  for (const kind of ['alike', 'thinking'] satisfies Acknowledgement[])
    await acknowledgeAsSample(trx, { roundId: round.id, number, kind, count: one[kind] ?? 0 })
  return number
}

function quotationIn(
  { starters }: Round,
  { of, words }: { readonly of: string; readonly words: string },
): Quotation {
  const source = sourceOfKey(of)
  const starter = starters.find(({ id }) => sourceKey({ kind: 'starter', id }) === of)
  const text = starter ? textOfStarter(starter) : ''
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  const quotation = source && start >= 0 ? anchorQuotation(source, text, span) : undefined
  if (!quotation) throw new Error(`The sample quotes words that are not there: ${words}`)
  return quotation
}
