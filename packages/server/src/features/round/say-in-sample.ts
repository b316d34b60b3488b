import { createHash } from 'node:crypto'
import { acknowledgements } from '@takepart/shared/domain/round/acknowledgement'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type { Round } from '@takepart/shared/domain/round/round'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { shiftDate } from '../../sample-days.ts'
import { contributionHash } from './contribution-hash.ts'
import { insertContribution } from './contribution.queries.ts'
import { quotationInSample } from './quotation-in-sample.ts'
import type { Written } from './sample-file.ts'
import { acknowledgeAsSample } from './shown.queries.ts'
import { showContribution } from './show-contribution.queries.ts'

/** Its moment by the clock of the sample, moved with it. */
export const momentOf = ({ on, at = '12:00' }: Pick<Written, 'on' | 'at'>, days: number): Date =>
  new Date(`${shiftDate(on, days)}T${at}:00Z`)

/** The same id for the same words, in every copy of the sample: a UUID of one's own making (RFC 9562, version 8). */
function sampleId(words: string): ContributionId {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as ContributionId
}

export const sampleIdOf = (
  { slug }: Pick<Round, 'slug'>,
  { name, text }: Pick<Written, 'name' | 'text'>,
): ContributionId => sampleId(`${slug} ${name} ${text}`)

/** Says one thing of the sample in a round and shows it; answers its number. */
export async function sayInSample(
  trx: Kysely<Schema>,
  round: Round,
  { one, answered, days }: { one: Written; answered: number | undefined; days: number },
): Promise<number> {
  const id = sampleIdOf(round, one)
  const at = momentOf(one, days)
  const own = one.source === 'participant' || one.source === 'on-behalf'
  const said = {
    text: one.text,
    name: one.name,
    ...(one.self ? { self: one.self } : {}),
    ...(one.stance ? { stance: one.stance } : {}),
    ...(one.condition ? { condition: one.condition } : {}),
    quotations: (one.quotes ?? []).map((quote) => quotationInSample(round, quote)),
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
  for (const kind of acknowledgements)
    await acknowledgeAsSample(trx, { roundId: round.id, number, kind, count: one[kind] ?? 0 })
  return number
}
