import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { DataFolderInUse } from './data-folder.ts'
import { embeddedConnection, socketFile, startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrateToLatest } from './migrate.ts'
import { openDatabasePool } from './preparing-pool.ts'
import type { Schema } from './schema.ts'

/** The database for the time of one command. */
export interface CommandDatabase {
  readonly db: Kysely<Schema>
  close(): Promise<void>
}

export interface CommandOptions {
  readonly config: Pick<Config, 'databaseUrl' | 'dataFolder'>
  readonly log: Log
  readonly now: Date
  /** Whether a missing data folder is made. A command that only reads would otherwise answer from a database it has just made. */
  readonly mayCreate: boolean
}

const longestWaitForStartMs = 10_000
const askEveryMs = 200

/**
 * Opens the database of `databaseUrl`; or the one in `dataFolder`, through the server that runs it if one does, or else
 * by running it until `close`. Throws with words on what to do when that cannot be done.
 */
export async function openForCommand(options: CommandOptions): Promise<CommandDatabase> {
  const { databaseUrl, dataFolder } = options.config
  if (databaseUrl) return connected({ connectionString: databaseUrl }, options)
  if (!options.mayCreate && !existsSync(dataFolder))
    throw new Error(
      `There is no data folder at ${dataFolder}. Start Takepart first, or set TAKEPART_DATA or DATABASE_URL to where its data are.`,
    )
  return (await throughServer(options)) ?? ownOrStarting(dataFolder, options)
}

/** Nobody waits for a command, so unlike a server it sets no limit to how long a statement may take. */
async function connected(
  connection: pg.ClientConfig,
  { log }: CommandOptions,
  stop?: () => Promise<void>,
): Promise<CommandDatabase> {
  await migrateToLatest(connection, log)
  const db = openDatabasePool(
    { ...connection, max: 2, connectionTimeoutMillis: 5000, application_name: 'takepart command' },
    log,
  )
  return {
    db,
    close: async () => {
      await db.destroy()
      await stop?.()
    },
  }
}

async function throughServer(options: CommandOptions): Promise<CommandDatabase | undefined> {
  const folder = socketFolder(options.config.dataFolder)
  if (folder === undefined || !(await answers(embeddedConnection(folder)))) return undefined
  return connected(embeddedConnection(folder), options)
}

function socketFolder(dataFolder: string): string | undefined {
  try {
    return readFileSync(socketFile(dataFolder), 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Runs the database; where a server is just starting it, waits until that one can be reached. */
async function ownOrStarting(
  dataFolder: string,
  options: CommandOptions,
): Promise<CommandDatabase> {
  try {
    const embedded = await startEmbeddedPostgres({ ...options, dataFolder })
    return await connected(embedded.connection, options, embedded.stop).catch(
      async (cause: unknown) => {
        await embedded.stop()
        throw cause
      },
    )
  } catch (cause) {
    if (!(cause instanceof DataFolderInUse)) throw cause
    return (await untilServerAnswers(options)) ?? refuse(cause)
  }
}

async function untilServerAnswers(options: CommandOptions): Promise<CommandDatabase | undefined> {
  for (let waited = 0; waited < longestWaitForStartMs; waited += askEveryMs) {
    const opened = await throughServer(options)
    if (opened) return opened
    await pause(askEveryMs)
  }
  return undefined
}

function refuse(cause: Error): never {
  throw cause
}
