import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { Kysely, Migrator, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { smallConsultation } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { migrateToLatest } from './migrate.ts'
import * as responses from './migrations/0001-responses.ts'
import * as rateLimits from './migrations/0002-rate-limits.ts'

let server: TestDatabase
let connection: TestDatabase['connection']
const made: string[] = []
beforeAll(async () => {
  server = await createTestDatabase()
})
afterAll(async () => {
  for (const name of made) await server.asOwner(`drop database if exists ${name} with (force)`)
  await server.close()
})

/** A database with nothing in it. */
beforeEach(async () => {
  const name = `empty_${randomBytes(6).toString('hex')}`
  await server.asOwner(`create database ${name} owner takepart`)
  made.push(name)
  connection = { ...server.connection, database: name }
})

const lines: string[] = []
const log = createLog('info', { write: (line) => void lines.push(line) })
beforeEach(() => void lines.splice(0))

async function ask(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client(connection)
  await client.connect()
  return client.query(text, values).finally(() => client.end())
}
const done = async () =>
  (await ask('select name from kysely_migration order by name')).rows.map(
    ({ name }) => name as string,
  )

describe('bringing the tables up to date', () => {
  it('is done once, however many servers start together', async () => {
    await Promise.all([1, 2, 3].map(() => migrateToLatest(connection, log)))
    const names = await done()
    expect(names.slice(0, 3)).toEqual([
      '0001-responses',
      '0002-rate-limits',
      '0003-consultations-in-order',
    ])
    for (const name of names)
      expect(
        lines.filter((line) => line.includes(name)),
        name,
      ).toHaveLength(1)
  })

  it('waits for another server that takes longer over it than a statement may wait for a table', async () => {
    await migrateToLatest(connection, log)
    const other = new pg.Client(connection)
    await other.connect()
    // The lock that a server at it holds until it is done.
    await other.query('select pg_advisory_lock(3853314791062309107)')
    const begun = performance.now()
    const done = setTimeout(6500).then(() => other.end())
    await migrateToLatest(connection, log)
    expect(performance.now() - begun).toBeGreaterThanOrEqual(6400)
    await done
  }, 15_000)

  it('notes the newest version of what was published before', async () => {
    const db = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new pg.Pool(connection) }),
    })
    const provider = {
      getMigrations: async () => ({ '0001-responses': responses, '0002-rate-limits': rateLimits }),
    }
    expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined()
    await db.destroy()
    const { id, slug } = smallConsultation()
    await ask('insert into consultation (id, slug) values ($1, $2)', [id, slug])
    for (const [number, closesAt] of [
      [1, '2027-05-01T17:00:00+01:00'],
      [2, '2027-06-01T17:00:00+01:00'],
    ]) {
      await ask(
        'insert into consultation_version (consultation_id, number, document) values ($1, $2, $3)',
        [id, number, JSON.stringify({ closesAt })],
      )
    }
    await migrateToLatest(connection, log)
    expect((await ask('select newest, closes_at from consultation')).rows).toEqual([
      { newest: 2, closes_at: new Date('2027-06-01T16:00:00Z') },
    ])
  })
})
