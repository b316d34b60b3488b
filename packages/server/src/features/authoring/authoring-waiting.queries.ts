import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>
type Teams = readonly string[] | 'every'

/** A draft whose newest request to sign is on its way. */
export interface WaitingSignOff {
  readonly draft: string
  readonly title: string
  readonly askedBy: string
  readonly decision: 'signed' | 'sent-back' | null
  readonly publication: 'failed' | 'stopped' | null
}

const most = 100

/**
 * Drafts that wait for a signature or, signed, to be published. What was published, has a time at which it will be, or was
 * changed since it was asked, waits for nobody.
 */
export async function listWaitingSignOffs(
  db: Db,
  teams: Teams,
): Promise<readonly WaitingSignOff[]> {
  const { rows } = await sql<WaitingSignOff>`
    SELECT d.consultation_id AS draft, coalesce(about.fields ->> 'title', '') AS title, s.asked_by AS "askedBy", s.decision,
      p.state AS publication
    FROM draft d
      JOIN LATERAL (SELECT * FROM draft_sign_off WHERE consultation_id = d.consultation_id
        ORDER BY asked_at DESC LIMIT 1) s ON true
      LEFT JOIN publication p ON p.sign_off_id = s.id
      LEFT JOIN draft_part about ON about.consultation_id = d.consultation_id AND about.key = 'about'
    WHERE (p.state IS NULL OR p.state IN ('failed', 'stopped'))
      AND NOT EXISTS (SELECT FROM draft_edit e WHERE e.consultation_id = d.consultation_id
        AND e.at > coalesce(CASE WHEN s.decision = 'sent-back' THEN s.decided_at END, s.asked_at))
      AND ${inTeams(teams, 'd.consultation_id')}
    ORDER BY s.asked_at
    LIMIT ${most}`.execute(db)
  return rows
}

export interface WaitingChangeOnDesk {
  readonly id: string
  readonly consultation: string
  readonly title: string
  readonly kind: 'extend' | 'retract'
  readonly askedBy: string
}

/** Extensions and retractions that wait for a second person. */
export async function listWaitingChanges(
  db: Db,
  teams: Teams,
): Promise<readonly WaitingChangeOnDesk[]> {
  const { rows } = await sql<WaitingChangeOnDesk>`
    SELECT w.id, w.consultation_id AS consultation, v.document ->> 'title' AS title, w.kind, w.asked_by AS "askedBy"
    FROM consultation_change w
      JOIN consultation c ON c.id = w.consultation_id
      JOIN consultation_version v ON v.consultation_id = c.id AND v.number = c.newest
    WHERE w.decision IS NULL AND ${inTeams(teams, 'w.consultation_id')}
    ORDER BY w.asked_at
    LIMIT ${most}`.execute(db)
  return rows
}

const inTeams = (teams: Teams, column: string) =>
  teams === 'every' ? sql`true` : sql`${sql.ref(column)} = ANY(${[...teams]}::uuid[])`

/** Addresses of members of staff who may be written to about a consultation: of these roles, and who work on it. */
export async function addressesFor(
  db: Db,
  { consultation, roles }: { readonly consultation: string; readonly roles: readonly string[] },
): Promise<readonly { readonly id: string; readonly email: string }[]> {
  const { rows } = await sql<{ id: string; email: string }>`
    SELECT s.id, s.email FROM staff_member s
    WHERE s.email IS NOT NULL AND s.suspended_at IS NULL AND s.roles && ${[...roles]}::text[]
      AND (s.every_consultation OR EXISTS (SELECT FROM consultation_team t
        WHERE t.staff_id = s.id AND t.consultation_id = ${consultation}))
    ORDER BY s.id
    LIMIT ${most}`.execute(db)
  return rows
}
