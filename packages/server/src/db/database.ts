import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { listen, type Listening } from './listen.ts'
import { hearNotices, type Hearing, type OnNotice } from './hear-notices.ts'
import { migrateToLatest } from './migrate.ts'
import { preparingPool } from './preparing-pool.ts'
import type { Schema } from './schema.ts'

/** The database, open and with its tables. */
export interface Database {
  /** For calls that change something. */
  readonly calls: Kysely<Schema>
  /** For pages, apart, so that they are answered while calls wait for a connection. */
  readonly pages: Kysely<Schema>
  /** Hears what other servers tell on a channel, until the database is closed. */
  hear(channel: string, onNotice: OnNotice): Hearing
  /** Where it is, in words without a password. */
  readonly place: string
  /** Calls `onNews` for what other processes say on a channel, and whenever something may have been missed. */
  listen(channel: string, onNews: () => void): Listening
  close(): Promise<void>
}

export interface OpenOptions {
  readonly config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'limits'>
  readonly log: Log
  readonly now: Date
  /** PostgreSQL settings for the database this process runs. */
  readonly settings?: Readonly<Record<string, string>>
}

// A date is a day and not a moment: as text it stays what it is, in any time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * Opens the database of `databaseUrl`, or starts the one in `dataFolder`, and brings its tables up to date.
 * Throws with words on what to do when that cannot be done; nothing is left running then.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { callConnections, pageConnections } = options.config.limits
  const maximum = String(Math.max(callConnections + pageConnections + 20, 40))
  const { databaseUrl, dataFolder } = options.config
  const embedded = databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ ...options, dataFolder, settings: { max_connections: maximum, ...options.settings } })
  try {
    const connection = embedded?.connection ?? { connectionString: databaseUrl }
    await migrateToLatest(connection, options.log)
    return connect(connection, options, embedded)
  } catch (cause) {
    await embedded?.stop()
    throw cause
  }
}

function connect(connection: pg.ClientConfig, { config, log }: OpenOptions, embedded: EmbeddedPostgres | undefined): Database {
  const calls = openPool(connection, config.limits.callConnections, log)
  const pages = openPool(connection, config.limits.pageConnections, log)
  const listening: Listening[] = []
  const hearings: Hearing[] = []
  return {
    calls,
    pages,
    hear: (channel, onNotice) => {
      const hearing = hearNotices(connection, { channel, onNotice, log })
      hearings.push(hearing)
      return hearing
    },
    place: embedded ? config.dataFolder : placeOf(config.databaseUrl ?? ''),
    listen: (channel, onNews) => {
      const one = listen({ connection, channel, onNews, log })
      listening.push(one)
      return one
    },
    close: async () => {
      await Promise.allSettled([calls.destroy(), pages.destroy(), ...listening.map((one) => one.close())])
      await embedded?.stop()
    },
  }
}

/** Nobody waits longer than about 5 s: 3 for a connection or a lock, 4 for a statement, 4.5 when the database does not even answer. */
const waits = {
  connectionTimeoutMillis: 3000, lock_timeout: 3000, statement_timeout: 4000, query_timeout: 4500,
  idle_in_transaction_session_timeout: 5000, idleTimeoutMillis: 60_000, keepAlive: true,
} as const

/** A Kysely over its own pool. Also what tests and commands connect with. */
export function openPool(connection: pg.ClientConfig, most: number, log: Log): Kysely<Schema> {
  const pool = new pg.Pool({ ...connection, ...waits, max: most, application_name: 'takepart' })
  // Without a listener an idle connection that is cut would end the process.
  pool.on('error', (cause) => log.warn({ err: cause }, 'A database connection was lost'))
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparingPool(pool), cursor: Cursor }) })
}

function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  return `${url.hostname}${url.port ? `:${url.port}` : ''}${url.pathname}`
}
