import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { hearNotices, type Hearing, type OnNotice } from './hear-notices.ts'
import { migrateToLatest } from './migrate.ts'
import { openDatabasePool } from './preparing-pool.ts'
import type { Schema } from './schema.ts'

/** The database, open and with its tables. */
export interface Database {
  /** For calls that change something. */
  readonly calls: Kysely<Schema>
  /** For pages, apart, so that they are answered while calls wait for a connection. */
  readonly pages: Kysely<Schema>
  /**
   * Runs work of the start, such as loading the sample, on a connection of its own that waits as long as it takes: nobody
   * is waiting for a page yet, and a machine that is busy must not make a start fail.
   */
  withPatience<Value>(work: (db: Kysely<Schema>) => Promise<Value>): Promise<Value>
  /** Hears what other servers tell on a channel, until the database is closed. */
  hear(channel: string, onNotice: OnNotice): Hearing
  /** How it is reached, for what keeps connections of its own. */
  readonly connection: pg.ClientConfig
  /** Where it is, in words without a password. */
  readonly place: string
  close(): Promise<void>
}

export interface OpenOptions {
  readonly config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'limits'>
  readonly log: Log
  readonly now: Date
  /** PostgreSQL settings for the database this process runs. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Opens the database of `databaseUrl`, or starts the one in `dataFolder`, and brings its tables up to date.
 * Throws with words on what to do when that cannot be done; nothing is left running then.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { databaseUrl, dataFolder, limits } = options.config
  if (databaseUrl) return migrated({ connectionString: databaseUrl }, options)
  const maximum = String(Math.max(limits.callConnections + limits.pageConnections + 20, 40))
  const embedded = await startEmbeddedPostgres({
    ...options,
    dataFolder,
    settings: { max_connections: maximum, ...options.settings },
  })
  try {
    return await migrated(embedded.connection, options, embedded)
  } catch (cause) {
    await embedded.stop()
    throw cause
  }
}

async function migrated(
  connection: pg.ClientConfig,
  options: OpenOptions,
  embedded?: EmbeddedPostgres,
): Promise<Database> {
  await migrateToLatest(connection, options.log)
  return connect(connection, options, embedded)
}

function connect(
  connection: pg.ClientConfig,
  { config, log }: OpenOptions,
  embedded?: EmbeddedPostgres,
): Database {
  const calls = openPool(connection, config.limits.callConnections, log)
  const pages = openPool(connection, config.limits.pageConnections, log)
  const hearings: Hearing[] = []
  return {
    calls,
    pages,
    connection,
    withPatience: async (work) => {
      const patient = openPatientPool(connection, log)
      try {
        return await work(patient)
      } finally {
        await patient.destroy()
      }
    },
    hear: (channel, onNotice) => {
      const hearing = hearNotices(connection, { channel, onNotice, log })
      hearings.push(hearing)
      return hearing
    },
    place: config.databaseUrl ? placeOf(config.databaseUrl) : config.dataFolder,
    close: async () => {
      await Promise.allSettled([
        calls.destroy(),
        pages.destroy(),
        ...hearings.map((hearing) => hearing.stop()),
      ])
      await embedded?.stop()
    },
  }
}

/** Nobody waits longer than 5 s: 2.5 for a connection, then 2 for a statement, or 2.4 when the database does not even answer. */
const waits = {
  connectionTimeoutMillis: 2500,
  lock_timeout: 1500,
  statement_timeout: 2000,
  query_timeout: 2400,
  idle_in_transaction_session_timeout: 5000,
}

/** A Kysely over its own pool, for people who wait. */
export const openPool = (connection: pg.ClientConfig, most: number, log: Log): Kysely<Schema> =>
  openDatabasePool(
    {
      ...connection,
      ...waits,
      max: most,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      application_name: 'takepart',
    },
    log,
  )

/** A Kysely for work that nobody waits for: no limit to how long a statement may take. */
export const openPatientPool = (connection: pg.ClientConfig, log: Log): Kysely<Schema> =>
  openDatabasePool(
    {
      ...connection,
      max: 2,
      connectionTimeoutMillis: 60_000,
      application_name: 'takepart start',
    },
    log,
  )

function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  return `${url.hostname}${url.port ? `:${url.port}` : ''}${url.pathname}`
}
