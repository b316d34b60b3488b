import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openPool, type Database } from '../db/database.ts'
import { hearNotices } from '../db/hear-notices.ts'
import { createLog } from '../log.ts'

/** A database of its own with all tables and no rows. */
export interface TestDatabase extends Database {
  readonly name: string
  readonly connection: { readonly host: string; readonly user: string; readonly database: string }
  /** Runs SQL as the owner of the server, who may do everything. */
  readonly asOwner: (sql: string) => Promise<pg.QueryResult>
}

/** Makes one; `connections` is how many calls can use the database at once. */
export async function createTestDatabase({
  connections = 12,
}: { readonly connections?: number } = {}): Promise<TestDatabase> {
  const host = inject('databaseSockets')
  const name = `test_${randomBytes(6).toString('hex')}`
  await once(
    { host, user: 'takepart_owner', database: 'postgres' },
    `create database ${name} template takepart strategy file_copy owner takepart`,
  )
  const connection = { host, user: 'takepart', database: name }
  const log = createLog('silent')
  const calls = openPool(connection, connections, log)
  const pages = openPool(connection, 4, log)
  return {
    name,
    connection,
    calls,
    pages,
    place: name,
    withPatience: (work) => work(calls),
    hear: (channel, onNotice) => hearNotices(connection, { channel, onNotice, log }),
    asOwner: (sql) => once({ host, user: 'takepart_owner', database: name }, sql),
    close: async () => {
      await Promise.allSettled([calls.destroy(), pages.destroy()])
      await once(
        { host, user: 'takepart_owner', database: 'postgres' },
        `drop database if exists ${name} with (force)`,
      )
    },
  }
}

async function once(config: pg.ClientConfig, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
