import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
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
})
