import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { openPatientPool, openPool } from './database.ts'
import { openDatabasePool } from './preparing-pool.ts'

describe('a pool of connections', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.close())

  it('lets whoever reads row by row take longer than one answer may', async () => {
    const db = openDatabasePool(
      { ...database.connection, max: 1, query_timeout: 200 },
      createLog('silent'),
    )
    await db
      .insertInto('rate_window')
      .values([1, 2, 3].map((spent) => ({ key: `${spent}`, spent, ends_at: new Date(0) })))
      .execute()
    const read: number[] = []
    for await (const { spent } of db
      .selectFrom('rate_window')
      .select('spent')
      .orderBy('spent')
      .stream(1)) {
      read.push(spent)
      await pause(150)
    }
    expect(read).toEqual([1, 2, 3])
    await db.destroy()
  })

  it('gives up on a slow statement for people, and waits for it while the server starts', async () => {
    const log = createLog('silent')
    const forPeople = openPool(database.connection, 1, log)
    const forStart = openPatientPool(database.connection, log)
    const slow = sql<{ done: boolean }>`select pg_sleep(2.6) is not null as done`
    await expect(slow.execute(forPeople)).rejects.toThrow()
    await expect(slow.execute(forStart)).resolves.toMatchObject({ rows: [{ done: true }] })
    await Promise.all([forPeople.destroy(), forStart.destroy()])
  })
})
