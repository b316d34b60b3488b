import { createHash, randomUUID } from 'node:crypto'
import type { ChangeId, ContributionId } from '@takepart/shared/domain/core/ids'
import { normaliseCode } from '@takepart/shared/domain/response/private-code'
import type { Contribute, EditContribution, Said } from '@takepart/shared/domain/round/contribution'
import type { Round } from '@takepart/shared/domain/round/round'
import { clinicRound, something } from '@takepart/shared/domain/round/round.fixture'
import { showContribution } from '../features/round/show-contribution.queries.ts'
import { storeRound } from '../features/round/round.queries.ts'
import type { TestContext } from './test-context.ts'
import type { TestDatabase } from './test-database.ts'

/** While the round of the tests is open. */
export const whileRoundOpen = new Date('2027-03-10T12:00:00Z')

export const privateCode = '7K3M-9QWX-0000-1111-2222'
export const anotherCode = 'AAAA-BBBB-CCCC-DDDD-EEEE'

export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(normaliseCode(code) ?? '')
    .digest('hex')

/** Publishes a round of its own, so that tests do not meet each other's contributions. */
export async function publishRound(
  { calls }: Pick<TestDatabase, 'calls'>,
  changes: Partial<Round> = {},
): Promise<Round> {
  const round = clinicRound({
    id: randomUUID(),
    slug: `round-${randomUUID().slice(0, 8)}`,
    ...changes,
  })
  await storeRound(calls, round)
  return round
}

/** A contribution as a device sends it, finished this very moment. */
export const sentContribution = (
  { slug }: Pick<Round, 'slug'>,
  said: Partial<Said> = {},
  changes: Partial<Contribute> & { readonly code?: string } = {},
): Contribute => {
  const { code = privateCode, ...rest } = changes
  return {
    contributionId: randomUUID() as ContributionId,
    slug,
    said: something(said),
    codeHash: hashOfCode(code),
    completedAt: whileRoundOpen.toISOString(),
    sentAt: whileRoundOpen.toISOString(),
    ...rest,
  }
}

export const sentEdit = (
  contributionId: ContributionId,
  said: Partial<Said>,
  changes: Partial<EditContribution> = {},
): EditContribution => ({
  changeId: randomUUID() as ChangeId,
  contributionId,
  code: privateCode,
  baseRevision: 1,
  said: something(said),
  completedAt: whileRoundOpen.toISOString(),
  sentAt: whileRoundOpen.toISOString(),
  ...changes,
})

/** Lets a contribution in, as a moderator does. */
export const letIn = (
  { db, now }: TestContext,
  contributionId: string,
  revision = 1,
): Promise<number | undefined> =>
  db.transaction().execute((trx) => showContribution(trx, { contributionId, revision, at: now() }))

/** Fills a round with shown contributions at once: stances of every kind and none, and replies spread over the threads. */
export async function fillRound(
  { asOwner }: Pick<TestDatabase, 'asOwner'>,
  roundId: string,
  { threads, replies }: { readonly threads: number; readonly replies: number },
): Promise<void> {
  const all = threads + replies
  for (const statement of [
    `insert into contribution (id, round_id, source, answered_number, state, revision, number, late, help_now, content_hash,
       first_hash, received_at, decided_at)
     select gen_random_uuid(), '${roundId}', 'seed', case when n > ${threads} then 1 + (n::bigint * 7919) % ${threads} end, 'accepted',
       1, n, false, false, decode(md5(n::text) || md5(n::text), 'hex'), decode(md5(n::text) || md5(n::text), 'hex'), now(), now()
     from generate_series(1, ${all}) n`,
    `insert into contribution_shown (contribution_id, round_id, number, answered_number, words, accepted, revision, source, name,
       stance, condition, body, removed, quotations, replies, shown_at)
     select c.id, c.round_id, c.number, c.answered_number, 'said', 'accepted', 1, c.source, 'Person ' || c.number % 997,
       (array['for', 'against', 'conditional', 'undecided', null, null])[1 + c.number % 6],
       case when c.number % 6 = 2 then 'there is a bus' end,
       'Words of contribution ' || c.number || '. ' || repeat('The last bus leaves at ten to nine. ', 1 + c.number % 9), '[]', '[]',
       coalesce(answers.count, 0), now()
     from contribution c left join (select answered_number, count(*) from contribution where round_id = '${roundId}' group by 1) answers
       on answers.answered_number = c.number where c.round_id = '${roundId}' order by c.number`,
    `update round set last_number = ${all} where id = '${roundId}'`,
    `analyze contribution_shown`,
  ])
    await asOwner(statement)
}
