import type { ReportContribution, ReportOutcome } from '@takepart/shared/domain/moderation/report'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

/** False when nothing is shown under that number. A second report from one device is one report. */
export async function insertReport(
  db: Kysely<Schema>,
  report: ReportContribution,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    with shown as (
      select s.contribution_id, s.revision from contribution_shown s join round r on r.id = s.round_id
      where r.slug = ${report.slug} and r.retracted_at is null and s.number = ${report.number} and s.words = 'said'
    ), stored as (
      insert into contribution_report (id, contribution_id, revision, device_hash, reason, words, received_at)
      select ${report.reportId}::uuid, contribution_id, revision, ${Buffer.from(report.deviceHash, 'hex')}::bytea,
        ${report.reason}, ${report.words ?? null}, ${at.toISOString()}::timestamptz from shown
      on conflict do nothing
    )
    select exists (select from shown) as there`.execute(db)
  return rows[0]?.there === true
}

/** What came of a report; undefined where there is none of this id. */
export async function findOutcome(
  db: Kysely<Schema>,
  id: string,
): Promise<{ readonly outcome: ReportOutcome | null } | undefined> {
  return db
    .selectFrom('contribution_report')
    .select('outcome')
    .where('id', '=', id)
    .executeTakeFirst()
}
