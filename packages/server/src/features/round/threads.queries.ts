import type { Acknowledgement } from '@takepart/shared/domain/round/acknowledgement'
import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import type { Quotation } from '@takepart/shared/domain/round/quotation'
import type { RemovedWords } from '@takepart/shared/domain/round/shown-contribution'
import { stances, type Stance } from '@takepart/shared/domain/round/stance'
import { likeness, type ThreadOrder } from '@takepart/shared/domain/round/thread-order'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** A row as everybody may read it; quotations are checked before they are shown. */
export interface ShownRow {
  readonly number: number
  readonly answeredNumber: number | null
  readonly words: 'said' | 'changing' | 'withdrawn' | 'removed'
  readonly source: ContributionSource
  readonly sourceNote: string | null
  readonly name: string | null
  readonly self: string | null
  readonly stance: Stance | null
  readonly condition: string | null
  readonly body: string | null
  readonly removed: readonly RemovedWords[] | null
  readonly quotations: readonly Quotation[] | null
  readonly replies: number
  readonly shownAt: Date
  readonly editedAt: Date | null
}

const shownColumns = sql`s.number, s.answered_number as "answeredNumber", s.words, s.source, s.source_note as "sourceNote",
  s.name, s.self, s.stance, s.condition, s.body, s.removed, s.quotations, s.replies, s.shown_at as "shownAt",
  s.edited_at as "editedAt"`

/** Threads that are listed: the place of a comment without words only while there are replies to it. */
const isThread = sql`s.answered_number is null and (s.words = 'said' or s.replies > 0)`

/** Which threads of a round: those after a place in an order (a sort key), or its first ones. */
export interface WhichThreads {
  readonly order: ThreadOrder
  readonly after?: readonly number[]
  readonly most: number
}

/** A page of the threads of a round, read from an index wherever in the order it begins. */
export async function listThreads(
  db: Db,
  roundId: string,
  which: WhichThreads,
): Promise<readonly ShownRow[]> {
  const { rows } = await sql<ShownRow>`${threadsQuery(roundId, which)}`.execute(db)
  return rows
}

/** The query itself, so that its plan can be looked at. */
export function threadsQuery(
  roundId: string,
  { order, after, most }: WhichThreads,
): RawBuilder<unknown> {
  const from = sql`select ${shownColumns} from contribution_shown s where s.round_id = ${roundId} and ${isThread}`
  switch (order.by) {
    case 'newest':
      return sql`${from} ${after ? sql`and s.number < ${-(after[0] ?? 0)}` : sql``} order by s.number desc limit ${most}`
    case 'oldest':
      return sql`${from} ${after ? sql`and s.number > ${after[0] ?? 0}` : sql``} order by s.number limit ${most}`
    case 'most-replies':
      return sql`${from} ${after ? sql`and (s.replies, s.number) < (${-(after[0] ?? 0)}, ${-(after[1] ?? 0)})` : sql``}
        order by s.replies desc, s.number desc limit ${most}`
    case 'unlike':
      return unlike(roundId, { order, after, most })
  }
}

/** One short read of an index for each stance, and none; what comes of them is sorted together. */
function unlike(
  roundId: string,
  {
    order: { mine },
    after,
    most,
  }: WhichThreads & { readonly order: Extract<ThreadOrder, { by: 'unlike' }> },
): RawBuilder<unknown> {
  const groups = [...stances, 'none' as const].map((stance) => ({
    stance,
    group: likeness(stance === 'none' ? undefined : stance, mine),
  }))
  const parts = groups
    .filter(({ group }) => after === undefined || group >= (after[0] ?? 0))
    .map(({ stance, group }) => {
      const begins = after && group === after[0] ? afterFewest(after) : sql``
      return sql`(select ${shownColumns}, ${sql.lit(group)} as likeness from contribution_shown s
        where s.round_id = ${roundId} and ${isThread} and coalesce(s.stance, 'none') = ${stance} ${begins}
        order by s.replies, -s.number limit ${most})`
    })
  return sql`select * from (${sql.join(parts, sql` union all `)}) threads
    order by likeness, replies, number desc limit ${most}`
}

const afterFewest = ([, replies = 0, number = 0]: readonly number[]): RawBuilder<unknown> =>
  sql`and (s.replies, -s.number) > (${replies}, ${number})`

/** Replies to these threads, oldest first, at most so many to each. */
export async function listReplies(
  db: Db,
  roundId: string,
  { threads, most }: { readonly threads: readonly number[]; readonly most: number },
): Promise<readonly ShownRow[]> {
  if (threads.length === 0) return []
  const { rows } = await sql<ShownRow>`
    select reply.* from unnest(${[...threads]}::integer[]) thread(number)
      cross join lateral (select ${shownColumns} from contribution_shown s
        where s.round_id = ${roundId} and s.answered_number = thread.number order by s.number limit ${most}) reply
    order by reply."answeredNumber", reply.number`.execute(db)
  return rows
}

/** Contributions after a number, comments and replies alike, oldest first. */
export async function listAfter(
  db: Db,
  roundId: string,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly ShownRow[]> {
  const { rows } = await sql<ShownRow>`
    select ${shownColumns} from contribution_shown s
    where s.round_id = ${roundId} and s.number > ${after} order by s.number limit ${most}`.execute(
    db,
  )
  return rows
}

/** Contributions by their numbers, in no order. */
export async function findShown(
  db: Db,
  roundId: string,
  numbers: readonly number[],
): Promise<readonly ShownRow[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<ShownRow>`
    select ${shownColumns} from contribution_shown s
    where s.round_id = ${roundId} and s.number = any(${[...numbers]}::integer[])`.execute(db)
  return rows
}

export interface AcknowledgedRow {
  readonly number: number
  readonly kind: Acknowledgement
  readonly count: number
}

export async function countAcknowledged(
  db: Db,
  roundId: string,
  numbers: readonly number[],
): Promise<readonly AcknowledgedRow[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<AcknowledgedRow>`
    select number, kind, count(*)::integer as count from acknowledgement
    where round_id = ${roundId} and number = any(${[...numbers]}::integer[]) group by number, kind`.execute(
    db,
  )
  return rows
}

/** What a round holds, counted: only what is shown. */
export interface RoundCounts {
  readonly contributions: number
  readonly threads: number
  /** Private codes, and names of those who have none: staff, people on paper or at a meeting. */
  readonly people: number
  readonly staff: number
  readonly replies: number
  /** Replies from one member of the public to another. */
  readonly repliesBetweenPublic: number
  /** The number given last. */
  readonly newest: number
}

const ofTrust = sql`('staff', 'seed')`

export async function countRound(db: Db, roundId: string): Promise<RoundCounts> {
  const { rows } = await sql<RoundCounts>`
    select count(*)::integer as contributions, count(*) filter (where s.answered_number is null)::integer as threads,
      (count(distinct s.voice_id) + count(distinct s.name) filter (where s.voice_id is null))::integer as people,
      count(*) filter (where s.source in ${ofTrust})::integer as staff,
      count(s.answered_number)::integer as replies,
      count(*) filter (where s.source not in ${ofTrust} and t.source not in ${ofTrust})::integer as "repliesBetweenPublic",
      coalesce(max(s.number), 0)::integer as newest
    from contribution_shown s
      left join contribution_shown t on t.round_id = s.round_id and t.number = s.answered_number
    where s.round_id = ${roundId} and s.words = 'said'`.execute(db)
  return rows[0]!
}

/** Who spoke, in order: true for the Trust. */
export async function listSpeakers(
  db: Db,
  roundId: string,
  most: number,
): Promise<readonly boolean[]> {
  const { rows } = await sql<{ trust: boolean }>`
    select s.source in ${ofTrust} as trust from contribution_shown s
    where s.round_id = ${roundId} and s.words = 'said' order by s.number limit ${most}`.execute(db)
  return rows.map(({ trust }) => trust)
}

/** How many contributions were first shown after one; of a round that is not there, none. At most 1,000 are counted. */
export async function countShownSince(
  db: Db,
  { slug, number }: { readonly slug: string; readonly number: number },
): Promise<{ readonly count: number }> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (select from contribution_shown s join round r on r.id = s.round_id
      where r.slug = ${slug} and r.retracted_at is null and s.number > ${number} and s.words = 'said' limit 1000) shown`.execute(
    db,
  )
  return rows[0] ?? { count: 0 }
}
