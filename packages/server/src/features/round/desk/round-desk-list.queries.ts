import type { SignOffState } from '@takepart/shared/domain/authoring/draft/sign-off'
import type { RoundKind } from '@takepart/shared/domain/round/round'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

/** What the list of the desk says of one discussion. Times are ISO 8601 as they were written, or in UTC. */
export interface DeskRound {
  readonly id: string
  readonly title: string
  /** Null: it was never published. */
  readonly slug: string | null
  readonly kind: RoundKind
  readonly opensAt: string | null
  readonly closesAt: string | null
  readonly summaryBy: string | null
  readonly inProcess: boolean
  readonly concluded: boolean
  readonly retracted: boolean
  readonly contributions: number
  readonly consultationId: string | null
  readonly signOff: SignOffState
  readonly askedBy: string | null
  readonly askedAt: string | null
  readonly dueAt: string | null
}

const mostOnDesk = 300

/**
 * Discussions that somebody works on, whatever their state: those of their teams, or every one; what begins or closes last
 * stands first. A request stands only while nothing was written after it.
 */
export async function listRoundsOnDesk(
  db: Kysely<Schema>,
  teams: readonly string[] | 'every',
): Promise<readonly DeskRound[]> {
  const theirs =
    teams === 'every'
      ? sql`true`
      : sql`(coalesce(d.round_id, r.id) = ANY(${[...teams]}::uuid[]) OR c.id = ANY(${[...teams]}::uuid[]))`
  const { rows } = await sql<DeskRound>`
    SELECT coalesce(d.round_id, r.id) AS id,
      coalesce(r.document ->> 'title', nullif(d.fields ->> 'title', ''), '') AS title,
      r.slug, coalesce(r.kind, d.fields ->> 'kind', 'discussion') AS kind,
      coalesce(r.document ->> 'opensAt', d.fields ->> 'opensAt') AS "opensAt",
      coalesce(r.document ->> 'closesAt', d.fields ->> 'closesAt') AS "closesAt",
      coalesce(r.document ->> 'summaryBy', d.fields ->> 'summaryBy') AS "summaryBy",
      r.process_id IS NOT NULL AS "inProcess",
      (r.document ? 'summary') IS TRUE AS concluded,
      r.retracted_at IS NOT NULL AS retracted,
      coalesce((SELECT count(*)::int FROM contribution_shown s WHERE s.round_id = r.id AND s.words = 'said'), 0) AS contributions,
      c.id AS "consultationId",
      CASE WHEN s.id IS NULL OR s.decision = 'sent-back' OR s.edited THEN 'draft'
        WHEN s.decision IS NULL THEN 'asked' WHEN s.publication = 'published' THEN 'published'
        WHEN s.publication = 'waiting' THEN 'scheduled' ELSE 'signed' END AS "signOff",
      s.asked_by AS "askedBy", ${utc(sql`s.asked_at`)} AS "askedAt",
      CASE WHEN s.publication = 'waiting' THEN ${utc(sql`s.due_at`)} END AS "dueAt"
    FROM round_draft d
      FULL JOIN round r ON r.id = d.round_id
      LEFT JOIN consultation c ON c.slug = coalesce(r.consultation_slug, d.fields ->> 'consultation')
      LEFT JOIN LATERAL (SELECT o.id, o.decision, o.publication, o.asked_by, o.asked_at, o.due_at,
          EXISTS (SELECT FROM round_draft_edit e WHERE e.round_id = o.round_id AND e.outcome = 'applied' AND e.at > o.asked_at) AS edited
        FROM round_sign_off o WHERE o.round_id = d.round_id ORDER BY o.number DESC LIMIT 1) s ON true
    WHERE ${theirs}
    ORDER BY coalesce(r.closes_at, d.began_at) DESC, 1
    LIMIT ${mostOnDesk}`.execute(db)
  return rows
}

const utc = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
