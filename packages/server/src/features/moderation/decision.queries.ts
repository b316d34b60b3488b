import type { Decision } from '@takepart/shared/domain/moderation/decision'
import type { RedactedPart } from '@takepart/shared/domain/moderation/redaction'
import type { ContributionState, Said } from '@takepart/shared/domain/round/contribution'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** A contribution about which somebody wants to decide. */
export interface ToDecide {
  readonly id: string
  readonly slug: string
  readonly state: ContributionState
  readonly revision: number
  readonly said: Said | null
  readonly claimedBy: string | null
  /** Who decided about this revision before, in order of turns. */
  readonly decidedBy: readonly string[]
  /** Its author has answered since the last decision. */
  readonly answered: boolean
  /** Somebody has reported it since the last decision. */
  readonly reported: boolean
}

/**
 * Locked until the transaction ends: a change by its author and a decision never happen between each other's steps (S53).
 * The lock is a statement of its own, so that what is read after it is what stands now.
 */
export async function findToDecide(trx: Db, id: string, now: Date): Promise<ToDecide | undefined> {
  await sql`select from contribution where id = ${id} for update`.execute(trx)
  const { rows } = await sql<ToDecide>`
    select c.id, r.slug, c.state, c.revision, w.said,
      (select m.staff_id from moderation_claim m where m.contribution_id = c.id and m.until > ${now.toISOString()}::timestamptz) as "claimedBy",
      array(select d.decided_by::text from moderation_decision d where d.contribution_id = c.id and d.revision = c.revision
        and d.undone_at is null order by d.turn) as "decidedBy",
      exists (select from moderation_answer a where a.contribution_id = c.id and a.revision = c.revision
        and a.received_at > d.last) as answered,
      exists (select from contribution_report p where p.contribution_id = c.id and p.outcome is null
        and p.received_at > d.last) as reported
    from contribution c join round r on r.id = c.round_id
      left join lateral (select max(o.decided_at) as last from moderation_decision o where o.contribution_id = c.id
        and o.revision = c.revision and o.undone_at is null) d on true
      left join contribution_words w on w.contribution_id = c.id and w.revision = c.revision
    where c.id = ${id}`.execute(trx)
  return rows[0]
}

export interface NewDecision {
  readonly id: string
  readonly contributionId: string
  readonly revision: number
  readonly turn: number
  readonly decision: Decision
  readonly by: string
  readonly at: Date
  readonly effectiveAt: Date
}

/** False, and nothing is stored, when a decision about these words stands already, or one of this id. */
export async function insertDecision(trx: Db, one: NewDecision): Promise<boolean> {
  const { decision } = one
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('moderation_decision')
    .values({
      id: one.id,
      contribution_id: one.contributionId,
      revision: one.revision,
      turn: one.turn,
      kind: decision.kind,
      reason: 'reason' in decision ? decision.reason : null,
      words: 'reason' in decision ? (decision.words ?? null) : null,
      parts: decision.kind === 'redact' ? JSON.stringify(decision.parts) : null,
      decided_by: one.by,
      decided_at: one.at,
      effective_at: one.effectiveAt,
      undone_at: null,
      applied_at: null,
      overtaken: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What it was about, when it was undone: it is this person's own, and nothing of it has left. */
export async function undoDecision(
  trx: Db,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: Date },
): Promise<string | undefined> {
  const undone = await trx
    .updateTable('moderation_decision')
    .set({ undone_at: now })
    .where('id', '=', id)
    .where('decided_by', '=', by)
    .where('effective_at', '>', now)
    .where('undone_at', 'is', null)
    .where('applied_at', 'is', null)
    .returning('contribution_id')
    .executeTakeFirst()
  return undone?.contribution_id
}

export interface DueDecision {
  readonly id: string
  readonly contributionId: string
  readonly revision: number
  readonly kind: Decision['kind']
  readonly reason: string | null
  readonly words: string | null
  readonly parts: readonly RedactedPart[] | null
}

/** Locks the decision that came due first and that no other server is applying. */
export async function takeDueDecision(trx: Db, now: Date): Promise<DueDecision | undefined> {
  const { rows } = await sql<DueDecision>`
    select id, contribution_id as "contributionId", revision, kind, reason, words, parts from moderation_decision
    where undone_at is null and applied_at is null and effective_at <= ${now.toISOString()}::timestamptz
    order by effective_at, id limit 1 for update skip locked`.execute(trx)
  return rows[0]
}

export async function markApplied(
  trx: Db,
  id: string,
  { at, overtaken }: { readonly at: Date; readonly overtaken: boolean },
): Promise<void> {
  await trx
    .updateTable('moderation_decision')
    .set({ applied_at: at, overtaken })
    .where('id', '=', id)
    .execute()
}

/** Not let in, or sent back to its author, with the words they read. What was shown of it must be hidden before. */
export async function setRefused(
  trx: Db,
  id: string,
  {
    state,
    reason,
    at,
  }: { readonly state: 'rejected' | 'change-asked'; readonly reason: string; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('contribution')
    .set({ state, reason, decided_at: at })
    .where('id', '=', id)
    .execute()
}

/** Back to waiting, so that other words can be shown in their place. What was shown of it must be hidden before. */
export async function setWaiting(trx: Db, id: string): Promise<void> {
  await trx.updateTable('contribution').set({ state: 'waiting' }).where('id', '=', id).execute()
}

/** Somebody has read it, and whoever reported it can learn what came of it. */
export async function settle(
  trx: Db,
  contributionId: string,
  { outcome, at }: { readonly outcome: 'kept' | 'changed' | 'removed'; readonly at: Date },
): Promise<void> {
  await trx
    .deleteFrom('contribution_unread')
    .where('contribution_id', '=', contributionId)
    .execute()
  await trx.deleteFrom('moderation_claim').where('contribution_id', '=', contributionId).execute()
  await trx
    .updateTable('contribution_report')
    .set({ outcome, outcome_at: at })
    .where('contribution_id', '=', contributionId)
    .where('outcome', 'is', null)
    .execute()
}

/** Gives a contribution to one moderator for a while; answers who has it. */
export async function claim(
  db: Db,
  {
    contributionId,
    by,
    now,
    until,
  }: {
    readonly contributionId: string
    readonly by: string
    readonly now: Date
    readonly until: Date
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ holder: string }>`
    insert into moderation_claim (contribution_id, staff_id, until)
    select id, ${by}::uuid, ${until.toISOString()}::timestamptz from contribution where id = ${contributionId}
    on conflict (contribution_id) do update set
      staff_id = case when moderation_claim.until > ${now.toISOString()}::timestamptz then moderation_claim.staff_id else excluded.staff_id end,
      until = case when moderation_claim.until > ${now.toISOString()}::timestamptz and moderation_claim.staff_id <> excluded.staff_id
        then moderation_claim.until else excluded.until end
    returning staff_id as holder`.execute(db)
  return rows[0]?.holder
}

export async function release(db: Db, contributionId: string, by: string): Promise<void> {
  await db
    .deleteFrom('moderation_claim')
    .where('contribution_id', '=', contributionId)
    .where('staff_id', '=', by)
    .execute()
}

/** The author's answer to the decision about the newest words; once for a contribution. */
export async function insertAnswer(
  trx: Db,
  answer: {
    readonly contributionId: string
    readonly revision: number
    readonly words: string
    readonly at: Date
  },
): Promise<void> {
  await trx
    .insertInto('moderation_answer')
    .values({
      contribution_id: answer.contributionId,
      revision: answer.revision,
      words: answer.words,
      received_at: answer.at,
    })
    .execute()
}

/** What was decided about the newest words, and how often their author has answered. */
export async function findAnswered(
  trx: Db,
  contributionId: string,
): Promise<{
  readonly decisions: readonly { readonly kind: Decision['kind'] }[]
  readonly answers: number
}> {
  const { rows } = await sql<{ decisions: { kind: Decision['kind'] }[]; answers: number }>`
    select coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind) order by d.turn) from moderation_decision d
        where d.contribution_id = c.id and d.revision = c.revision and d.applied_at is not null and not d.overtaken), '[]') as decisions,
      (select count(*)::int from moderation_answer a where a.contribution_id = c.id) as answers
    from contribution c where c.id = ${contributionId}`.execute(trx)
  return rows[0] ?? { decisions: [], answers: 0 }
}
