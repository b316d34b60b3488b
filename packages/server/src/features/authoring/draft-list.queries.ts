import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** Addresses that begin with these words, of drafts and of what was published; at most 1,000. */
export async function addressesLike(db: Db, begin: string): Promise<readonly string[]> {
  const { rows } = await sql<{ slug: string }>`
    SELECT slug FROM consultation WHERE starts_with(slug, ${begin})
    UNION SELECT fields ->> 'slug' FROM draft_part WHERE key = 'about' AND starts_with(fields ->> 'slug', ${begin})
    LIMIT 1000`.execute(db)
  return rows.map(({ slug }) => slug)
}

/** Puts somebody on the team of a consultation. */
export const joinTeam = async (trx: Db, staff: string, consultation: string): Promise<void> => {
  await sql`INSERT INTO consultation_team (staff_id, consultation_id) VALUES (${staff}, ${consultation})
    ON CONFLICT DO NOTHING`.execute(trx)
}

/** What the list of the desk says of one consultation. */
export interface DeskConsultation {
  readonly id: string
  readonly title: string
  /** As everybody reads it; empty while nothing is published. */
  readonly publishedTitle: string
  readonly slug: string | null
  /** Absent: it is not being written. */
  readonly hasDraft: boolean
  readonly version: number | null
  readonly opensAt: string | null
  readonly closesAt: string | null
  readonly promiseBy: string | null
  readonly hasOutcome: boolean
  readonly retractedAt: string | null
  readonly responses: number
  /** The newest request to sign, when nobody has decided about it. */
  readonly signOffBy: string | null
  readonly signOffAt: string | null
  readonly dueAt: string | null
}

export const mostOnDesk = 500

/**
 * Consultations that somebody works on, whatever their state: those of their teams, or every one. The one that was begun
 * or closes last stands first.
 */
export async function listOnDesk(
  db: Db,
  teams: readonly string[] | 'every',
): Promise<readonly DeskConsultation[]> {
  const { rows } = await sql<DeskConsultation>`
    SELECT coalesce(d.consultation_id, c.id) AS id,
      coalesce(nullif(about.fields ->> 'title', ''), v.document ->> 'title', '') AS title,
      coalesce(v.document ->> 'title', '') AS "publishedTitle",
      coalesce(c.slug, about.fields ->> 'slug') AS slug,
      d.consultation_id IS NOT NULL AS "hasDraft",
      c.newest AS version,
      coalesce(v.document ->> 'opensAt', dates.fields ->> 'opensAt') AS "opensAt",
      coalesce(v.document ->> 'closesAt', dates.fields ->> 'closesAt') AS "closesAt",
      coalesce(v.document #>> '{promise,by}', dates.fields ->> 'promiseBy') AS "promiseBy",
      v.document ? 'outcome' IS TRUE AS "hasOutcome",
      to_char(c.retracted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "retractedAt",
      coalesce((SELECT count(*)::int FROM response r WHERE r.consultation_id = c.id AND r.state = 'received'), 0) AS responses,
      asked.asked_by AS "signOffBy",
      to_char(asked.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "signOffAt",
      to_char(p.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "dueAt"
    FROM draft d
      FULL JOIN consultation c ON c.id = d.consultation_id
      LEFT JOIN consultation_version v ON v.consultation_id = c.id AND v.number = c.newest
      LEFT JOIN draft_part about ON about.consultation_id = d.consultation_id AND about.key = 'about'
      LEFT JOIN draft_part dates ON dates.consultation_id = d.consultation_id AND dates.key = 'dates'
      LEFT JOIN LATERAL (SELECT asked_by, asked_at, decision FROM draft_sign_off s
        WHERE s.consultation_id = d.consultation_id ORDER BY asked_at DESC LIMIT 1) asked ON asked.decision IS NULL
      LEFT JOIN publication p ON p.consultation_id = d.consultation_id AND p.state = 'waiting'
    WHERE ${teams === 'every' ? sql`true` : sql`coalesce(d.consultation_id, c.id) = ANY(${[...teams]}::uuid[])`}
    ORDER BY coalesce(c.closes_at, d.began_at) DESC, 1
    LIMIT ${mostOnDesk}`.execute(db)
  return rows
}

export const staffNames = (
  db: Db,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  db
    .selectFrom('staff_member')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
