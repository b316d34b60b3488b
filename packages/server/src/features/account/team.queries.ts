import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** Ids of the consultations that somebody works on, beside those who work on every one. */
export async function teamsOf(db: Db, staffId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('consultation_team')
    .select('consultation_id as id')
    .where('staff_id', '=', staffId)
    .orderBy('consultation_id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Those of these ids under which there is a consultation, published or being written. */
export async function knownConsultations(
  db: Db,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('consultation')
    .select('id')
    .where('id', 'in', [...ids])
    .union((eb) =>
      eb
        .selectFrom('draft')
        .select('consultation_id as id')
        .where('consultation_id', 'in', [...ids]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

export interface TeamChange {
  readonly consultationId: string
  /** False: they leave. */
  readonly joins: boolean
}

export async function changeTeams(
  db: Db,
  staffId: string,
  changes: readonly TeamChange[],
): Promise<void> {
  const ids = (joins: boolean) =>
    changes.filter((change) => change.joins === joins).map(({ consultationId }) => consultationId)
  const [joined, left] = [ids(true), ids(false)]
  if (left.length > 0)
    await db
      .deleteFrom('consultation_team')
      .where('staff_id', '=', staffId)
      .where('consultation_id', 'in', left)
      .execute()
  if (joined.length > 0)
    await db
      .insertInto('consultation_team')
      .values(joined.map((id) => ({ staff_id: staffId, consultation_id: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** A consultation that somebody can be put to work on. */
export interface TeamChoice {
  readonly id: string
  /** Empty: its draft has no title yet. */
  readonly title: string
}

export const mostTeamChoices = 500

/** Every consultation, published or being written, by its title. */
export async function listTeamChoices(db: Db): Promise<readonly TeamChoice[]> {
  const { rows } = await sql<TeamChoice>`
    SELECT coalesce(d.consultation_id, c.id) AS id,
      coalesce(nullif(about.fields ->> 'title', ''), v.document ->> 'title', '') AS title
    FROM draft d
      FULL JOIN consultation c ON c.id = d.consultation_id
      LEFT JOIN consultation_version v ON v.consultation_id = c.id AND v.number = c.newest
      LEFT JOIN draft_part about ON about.consultation_id = d.consultation_id AND about.key = 'about'
    ORDER BY 2, 1
    LIMIT ${mostTeamChoices}`.execute(db)
  return rows
}
