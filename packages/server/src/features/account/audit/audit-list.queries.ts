import type { AuditFilter } from '@takepart/shared/domain/account/audit-filter'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import type { AuditEntry } from './audit.queries.ts'

type Db = Kysely<Schema>

export const auditRowsAtOnce = 50

/** Entries that the filter lets through, the newest first; one more than a page holds, so that it is known whether there is another. */
export async function listAudit(db: Db, filter: AuditFilter): Promise<readonly AuditEntry[]> {
  const { actor, verb, thing, day, before } = filter
  const midnight = (days: number) =>
    sql<Date>`((${day}::date + ${sql.lit(days)})::timestamp at time zone 'Europe/London')`
  return db
    .selectFrom('audit_entry')
    .select(['number', 'at', 'actor', 'verb', 'thing', 'detail'])
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
    .$if(verb !== undefined, (query) => query.where('verb', '=', verb ?? ''))
    .$if(thing !== undefined, (query) => query.where('thing', '=', thing ?? ''))
    .$if(day !== undefined, (query) =>
      query.where('at', '>=', midnight(0)).where('at', '<', midnight(1)),
    )
    .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
    .orderBy('number', 'desc')
    .limit(auditRowsAtOnce + 1)
    .execute()
}

/** Everybody and everything that ever did something, and all that was ever done; found by hops along the index. */
export async function usedInAudit(db: Db, column: 'actor' | 'verb'): Promise<readonly string[]> {
  const name = sql.ref(column)
  const { rows } = await sql<{ readonly used: string }>`
    WITH RECURSIVE hop AS (
      (SELECT ${name} AS used FROM audit_entry ORDER BY ${name} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${name} FROM audit_entry WHERE ${name} > hop.used ORDER BY ${name} LIMIT 1) FROM hop WHERE hop.used IS NOT NULL)
    SELECT used FROM hop WHERE used IS NOT NULL LIMIT 1000`.execute(db)
  return rows.map(({ used }) => used)
}

export interface NamedThing {
  readonly id: string
  readonly name: string
}

/** The names by which people know what entries are about: members of staff, those invited, consultations. */
export async function namesInAudit(db: Db, ids: readonly string[]): Promise<readonly NamedThing[]> {
  if (ids.length === 0) return []
  const wanted = sql`ANY(${[...ids]}::uuid[])`
  const { rows } = await sql<NamedThing>`
    SELECT id, name FROM staff_member WHERE id = ${wanted}
    UNION ALL SELECT i.id, coalesce(i.name, m.name, '') FROM invitation i LEFT JOIN staff_member m ON m.id = i.staff_id WHERE i.id = ${wanted}
    UNION ALL SELECT c.id, v.document ->> 'title' FROM consultation c
      JOIN consultation_version v ON v.consultation_id = c.id AND v.number = c.newest WHERE c.id = ${wanted}
    UNION ALL SELECT p.consultation_id, p.fields ->> 'title' FROM draft_part p
      WHERE p.consultation_id = ${wanted} AND p.key = 'about' AND NOT EXISTS (SELECT FROM consultation c WHERE c.id = p.consultation_id AND c.newest IS NOT NULL)`.execute(
    db,
  )
  return rows.filter(({ name }) => name !== null && name !== '')
}
