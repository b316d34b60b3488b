import type { Said } from '@takepart/shared/domain/round/contribution'
import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** A contribution that waits for a moderator, with what the case needs and nothing else (S39). */
export interface Queued {
  readonly id: string
  readonly revision: number
  readonly roundSlug: string
  readonly roundTitle: string
  readonly source: ContributionSource
  readonly said: Said
  /** Shown while it waits: it was reported, or the round reads afterwards. */
  readonly shown: boolean
  readonly number: number | null
  readonly late: boolean
  readonly helpNow: boolean
  readonly first: boolean
  readonly since: Date
  readonly reports: number
  /** What its author answered to the first decision. */
  readonly answer: string | null
  readonly firstDecidedBy: string | null
  readonly answered: { readonly name: string; readonly text: string } | null
  readonly claimedBy: string | null
}

/** What waits: not yet let in, shown unread, or reported; and nobody has decided about these words, or its author has answered. */
const waiting = sql`
  select c.id, c.received_at as since from contribution c where c.state = 'waiting'
  union select u.contribution_id, u.since from contribution_unread u
  union select p.contribution_id, min(p.received_at) from contribution_report p where p.outcome is null group by 1
  union select a.contribution_id, a.received_at from moderation_answer a`

const turnOf = sql`(case when a.contribution_id is null then 1 else 2 end)`

const undecided = sql`not exists (select from moderation_decision d where d.contribution_id = c.id
  and d.revision = c.revision and d.undone_at is null and d.turn = ${turnOf})`

const columns = sql`c.id, c.revision, r.slug as "roundSlug", r.document ->> 'title' as "roundTitle", c.source, w.said,
  c.state = 'accepted' as shown, c.number, c.late, c.help_now as "helpNow",
  not exists (select from contribution o where o.voice_id = c.voice_id and o.id <> c.id and o.number is not null) as first,
  (select count(*)::int from contribution_report p where p.contribution_id = c.id and p.outcome is null) as reports,
  a.words as answer,
  (select d.decided_by from moderation_decision d where d.contribution_id = c.id and d.revision = c.revision and d.turn = 1
    and d.undone_at is null) as "firstDecidedBy",
  (select jsonb_build_object('name', s.name, 'text', s.body) from contribution_shown s
    where s.round_id = c.round_id and s.number = c.answered_number and s.words = 'said') as answered,
  (select m.staff_id from moderation_claim m where m.contribution_id = c.id and m.until > `

const tables = sql`contribution c join round r on r.id = c.round_id
  join contribution_words w on w.contribution_id = c.id and w.revision = c.revision
  left join moderation_answer a on a.contribution_id = c.id and a.revision = c.revision`

export const mostQueued = 200

/** Who needs help first, then the oldest first; at most 200. */
export async function listQueue(db: Db, now: Date): Promise<readonly Queued[]> {
  const at = now.toISOString()
  const { rows } = await sql<Queued>`
    with waiting as (${waiting}), oldest as (select id, min(since) as since from waiting group by id)
    select ${columns} ${at}::timestamptz) as "claimedBy", oldest.since
    from oldest join ${tables} on c.id = oldest.id
    where c.state <> 'withdrawn' and ${undecided}
    order by c.help_now desc, oldest.since, c.id limit ${mostQueued}`.execute(db)
  return rows
}

/** How many wait, and since when the oldest does. */
export async function countQueue(
  db: Db,
): Promise<{ readonly waiting: number; readonly oldest: Date | null }> {
  const { rows } = await sql<{ waiting: number; oldest: Date | null }>`
    with waiting as (${waiting})
    select count(distinct c.id)::int as waiting, min(waiting.since) as oldest
    from waiting join contribution c on c.id = waiting.id
      left join moderation_answer a on a.contribution_id = c.id and a.revision = c.revision
    where c.state <> 'withdrawn' and ${undecided}`.execute(db)
  return rows[0] ?? { waiting: 0, oldest: null }
}

/** Puts a contribution that was shown before anybody read it in the queue. */
export async function noteUnread(trx: Db, contributionId: string, since: Date): Promise<void> {
  await trx
    .insertInto('contribution_unread')
    .values({ contribution_id: contributionId, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
