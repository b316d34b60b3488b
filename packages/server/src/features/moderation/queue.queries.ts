import type { Said } from '@takepart/shared/domain/round/contribution'
import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import type { ReportReason } from '@takepart/shared/domain/moderation/report'
import type { Severity } from '@takepart/shared/domain/moderation/severity'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

interface Reported {
  readonly reason: ReportReason
  readonly words: string | null
  readonly receivedAt: string
}

/** A contribution that waits for a moderator, with what the case needs and nothing else (S39). */
export interface Queued {
  readonly id: string
  readonly revision: number
  readonly round: {
    readonly slug: string
    readonly title: string
    readonly reading: string
    readonly position?: string
  }
  readonly source: ContributionSource
  readonly said: Said
  /** Shown while it waits: it was reported, or the round reads afterwards. */
  readonly shown: boolean
  readonly number: number | null
  readonly late: boolean
  readonly helpNow: boolean
  readonly first: boolean
  readonly since: Date
  /** Of the open concern about it. */
  readonly severity: Severity | null
  /** Open reports, the oldest first. */
  readonly reports: readonly Reported[]
  /** What its author answered to the last decision. */
  readonly answer: string | null
  readonly firstDecidedBy: string | null
  readonly answered: { readonly name: string; readonly text: string } | null
  readonly claimedBy: string | null
}

/** What waits: not yet let in, shown unread, reported, or answered by its author. */
const waiting = sql`
  select c.id, c.received_at as since from contribution c where c.state = 'waiting'
  union select u.contribution_id, u.since from contribution_unread u
  union select p.contribution_id, min(p.received_at) from contribution_report p where p.outcome is null group by 1
  union select a.contribution_id, a.received_at from moderation_answer a`

/** Nobody has decided about these words; or their author has answered, or somebody reported them, since the last decision. */
const undecided = sql`(d.last is null or a.received_at > d.last or exists (select from contribution_report p
  where p.contribution_id = c.id and p.outcome is null and p.received_at > d.last))`

const decided = sql`left join lateral (select max(o.decided_at) as last, (array_agg(o.decided_by order by o.turn))[1] as first
  from moderation_decision o where o.contribution_id = c.id and o.revision = c.revision and o.undone_at is null) d on true`

const answer = sql`left join moderation_answer a on a.contribution_id = c.id and a.revision = c.revision`

const columns = sql`c.id, c.revision, jsonb_strip_nulls(jsonb_build_object('slug', r.slug, 'title',
    r.document ->> 'title', 'reading', r.document ->> 'reading', 'position', r.document ->> 'position')) as round, c.source, w.said,
  c.state = 'accepted' as shown, c.number, c.late, c.help_now as "helpNow", k.severity,
  not exists (select from contribution o where o.voice_id = c.voice_id and o.id <> c.id and o.number is not null) as first,
  case when a.received_at > d.last then a.words end as answer, d.first as "firstDecidedBy",
  (select jsonb_build_object('name', s.name, 'text', s.body) from contribution_shown s
    where s.round_id = c.round_id and s.number = c.answered_number and s.words = 'said') as answered,
  coalesce((select jsonb_agg(jsonb_build_object('reason', p.reason, 'words', p.words, 'receivedAt', p.received_at) order by p.received_at)
    from contribution_report p where p.contribution_id = c.id and p.outcome is null), '[]') as reports`

const tables = sql`contribution c join round r on r.id = c.round_id
  join contribution_words w on w.contribution_id = c.id and w.revision = c.revision ${answer} ${decided}
  left join concern k on k.subject_kind = 'contribution' and k.subject_id = c.id and k.state <> 'closed'`

export const mostQueued = 200

/**
 * What is most urgent first: an open urgent concern about it by its severity, then what somebody is worried about, then the
 * rest; of each the oldest first. At most 200.
 */
export async function listQueue(db: Db, now: Date): Promise<readonly Queued[]> {
  const at = now.toISOString()
  const { rows } = await sql<Queued>`
    with waiting as (${waiting}), oldest as (select id, min(since) as since from waiting group by id)
    select ${columns}, oldest.since, (select m.staff_id from moderation_claim m
      where m.contribution_id = c.id and m.until > ${at}::timestamptz) as "claimedBy"
    from oldest join ${tables} on c.id = oldest.id
    where c.state <> 'withdrawn' and ${undecided}
    order by coalesce(array_position(array['now', 'today', 'week'], k.severity), case when exists (select from contribution_report p
      where p.contribution_id = c.id and p.outcome is null and p.reason = 'worried') then 4 else 5 end), oldest.since, c.id
    limit ${mostQueued}`.execute(db)
  return rows
}

/** How many wait, and since when the oldest does. */
export async function countQueue(
  db: Db,
): Promise<{ readonly waiting: number; readonly oldest: Date | null }> {
  const { rows } = await sql<{ waiting: number; oldest: Date | null }>`
    with waiting as (${waiting})
    select count(distinct c.id)::int as waiting, min(waiting.since) as oldest
    from waiting join contribution c on c.id = waiting.id ${answer} ${decided}
    where c.state <> 'withdrawn' and ${undecided}`.execute(db)
  return rows[0] ?? { waiting: 0, oldest: null }
}

/** What was decided since a moment and stands, how often of each kind, and who decided last. */
export async function countDecided(db: Db, since: Date): Promise<DecidedLately> {
  const { rows } = await sql<DecidedLately>`
    select (count(*) filter (where kind = 'accept'))::int as accepted, (count(*) filter (where kind = 'redact'))::int as redacted,
      (count(*) filter (where kind = 'reject'))::int as rejected, (count(*) filter (where kind = 'ask-change'))::int as "changeAsked",
      (count(*) filter (where turn > 1))::int as again, max(decided_at) as "lastAt",
      (array_agg(decided_by order by decided_at desc))[1] as "lastBy"
    from moderation_decision where undone_at is null and decided_at >= ${since.toISOString()}::timestamptz`.execute(
    db,
  )
  return rows[0] as DecidedLately
}

export interface DecidedLately {
  readonly accepted: number
  readonly redacted: number
  readonly rejected: number
  readonly changeAsked: number
  /** Decided a second time, after an answer or a report. */
  readonly again: number
  readonly lastAt: Date | null
  readonly lastBy: string | null
}

/** Puts a contribution that was shown before anybody read it in the queue. */
export async function noteUnread(trx: Db, contributionId: string, since: Date): Promise<void> {
  await trx
    .insertInto('contribution_unread')
    .values({ contribution_id: contributionId, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
