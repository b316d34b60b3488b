import { Logger, runMigrations } from 'graphile-worker'
import { Kysely, Migrator, PostgresDialect, type Migration } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import * as responses from './migrations/0001-responses.ts'
import * as rateLimits from './migrations/0002-rate-limits.ts'
import * as consultationsInOrder from './migrations/0003-consultations-in-order.ts'
import * as supportRequests from './migrations/0004-support-requests.ts'
import * as media from './migrations/0005-media.ts'
import * as editionsOfResponses from './migrations/0006-editions-of-responses.ts'
import * as wordsOfConsultations from './migrations/0007-words-of-consultations.ts'
import * as staff from './migrations/0008-staff.ts'
import * as liveEvents from './migrations/0009-live-events.ts'
import * as drafts from './migrations/0010-drafts.ts'
import * as rounds from './migrations/0011-rounds.ts'
import * as moderation from './migrations/0013-moderation.ts'
import * as concerns from './migrations/0014-concerns.ts'
import * as ledger from './migrations/0015-ledger.ts'
import * as analysis from './migrations/0016-analysis.ts'
import * as mail from './migrations/0018-mail.ts'
import * as jobEffects from './migrations/0020-job-effects.ts'
import * as decidedAgain from './migrations/0025-decided-again.ts'
import * as keepAnAdministrator from './migrations/0029-keep-an-administrator.ts'
import * as auditHeads from './migrations/0030-audit-heads.ts'
import * as providerSessions from './migrations/0031-provider-sessions.ts'
import * as draftImports from './migrations/0032-draft-imports.ts'
import * as draftFiles from './migrations/0033-draft-files.ts'
import * as outcomes from './migrations/0036-outcome.ts'
import * as roundDrafts from './migrations/0041-round-drafts.ts'
import * as questions from './migrations/0042-questions.ts'
import * as mixing from './migrations/0044-mixing.ts'
import * as removals from './migrations/0046-removals.ts'
import * as siteSettings from './migrations/0048-site-settings.ts'

/** In order; a migration that was released is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-responses': responses,
  '0002-rate-limits': rateLimits,
  '0003-consultations-in-order': consultationsInOrder,
  '0004-support-requests': supportRequests,
  '0005-media': media,
  '0006-editions-of-responses': editionsOfResponses,
  '0007-words-of-consultations': wordsOfConsultations,
  '0008-staff': staff,
  '0009-live-events': liveEvents,
  '0010-drafts': drafts,
  '0011-rounds': rounds,
  '0013-moderation': moderation,
  '0014-concerns': concerns,
  '0015-ledger': ledger,
  '0016-analysis': analysis,
  '0018-mail': mail,
  '0020-job-effects': jobEffects,
  '0025-decided-again': decidedAgain,
  '0029-keep-an-administrator': keepAnAdministrator,
  '0030-audit-heads': auditHeads,
  '0031-provider-sessions': providerSessions,
  '0032-draft-imports': draftImports,
  '0033-draft-files': draftFiles,
  '0036-outcome': outcomes,
  '0041-round-drafts': roundDrafts,
  '0042-questions': questions,
  '0044-mixing': mixing,
  '0046-removals': removals,
  '0048-site-settings': siteSettings,
}

/**
 * Brings the tables up to date: all missing migrations in one transaction, under a lock that makes servers starting
 * together do it once. A statement that waits over 5 s for a lock gives up and the start fails, rather than holding up a
 * server at work.
 */
export async function migrateToLatest(connection: pg.ClientConfig, log: Log): Promise<void> {
  const pool = new pg.Pool({
    ...connection,
    max: 2,
    lock_timeout: 5000,
    connectionTimeoutMillis: 60_000,
    application_name: 'takepart migration',
  })
  pool.on('error', (cause) => log.warn({ err: cause }, 'A database connection was lost'))
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ ...migrations }) },
    })
    const { error, results = [] } = await migrator.migrateToLatest()
    for (const { migrationName, status } of results)
      log.info({ migration: migrationName, status }, 'migration')
    if (error) throw error
    // The tables of jobs are the library's own; it finds out itself which of them are missing.
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) })
  } finally {
    await db.destroy()
  }
}
