import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../log.ts'
import { testConfig } from '../test-support/test-context.ts'
import { DataFolderInUse } from './data-folder.ts'
import { openDatabase, type Database } from './database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { openForCommand } from './open-for-command.ts'
import { DatabaseUnavailable } from './unavailable.ts'

let folder: string
const running: { stop(): Promise<void> }[] = []
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'takepart-embedded-')), 'data')
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

const log = createLog('silent')
const start = async (): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    log,
    now: new Date('2027-02-01T10:00:00Z'),
  })
  running.push(server)
  return server
}
const open = async (): Promise<Database> => {
  const database = await openDatabase({
    config: testConfig({}, { dataFolder: folder }),
    log,
    now: new Date(),
  })
  running.push({ stop: () => database.close() })
  return database
}
const ask = async (server: EmbeddedPostgres, question: string): Promise<unknown> => {
  const client = new pg.Client(server.connection)
  await client.connect()
  try {
    return Object.values((await client.query(question)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

describe('startEmbeddedPostgres', () => {
  it('makes a database that keeps what is committed, for a role that may do nothing else', async () => {
    const server = await start()
    expect(await ask(server, 'show fsync')).toBe('on')
    expect(await ask(server, 'show synchronous_commit')).toBe('on')
    expect(await ask(server, 'show listen_addresses')).toBe('')
    expect(await ask(server, 'select rolsuper from pg_roles where rolname = current_user')).toBe(
      false,
    )
    await expect(ask(server, "select pg_read_file('/etc/passwd')")).rejects.toThrow(
      'permission denied',
    )
  })

  it('refuses a second one on the same folder and says who holds it', async () => {
    await start()
    const second = start()
    await expect(second).rejects.toThrow(DataFolderInUse)
    await expect(second).rejects.toThrow(
      `${folder} is in use by another Takepart: process ${process.pid}, started 2027-02-01T10:00:00.000Z`,
    )
  })

  it('lets only one of several that start at once in', async () => {
    const results = await Promise.allSettled([start(), start(), start()])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DataFolderInUse)
  })

  it('leaves nothing but the data when it stops, and starts again', async () => {
    const server = await start()
    await server.stop()
    expect(readdirSync(folder)).toEqual(['postgres'])
    expect(existsSync(server.connection.host)).toBe(false)
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
    expect(await ask(await start(), 'select 1')).toBe(1)
  })

  it('is not misled by a start that was killed half-way, nor by the file of a dead process', async () => {
    mkdirSync(join(folder, 'postgres.new'), { recursive: true })
    writeFileSync(join(folder, 'postgres.new/PG_VERSION'), '18')
    writeFileSync(
      join(folder, 'in-use.json'),
      JSON.stringify({
        pid: process.pid,
        birth: 'another boot/1',
        since: 'yesterday',
        temporary: [],
      }),
    )
    expect(await ask(await start(), 'select 1')).toBe(1)
  })

  it('says what to do when the folder cannot be made', async () => {
    writeFileSync(join(folder, '..', 'file'), '')
    folder = join(folder, '..', 'file', 'data')
    await expect(start()).rejects.toThrow('Set TAKEPART_DATA to')
    folder = join(folder, '..', '..', 'data')
  })
})

describe('a database that is killed', () => {
  it('is started again by itself, loses nothing that was committed, and calls fail as "not now" meanwhile', async () => {
    const database = await open()
    const server = Number(
      readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
    )
    await sql`create table kept (n integer primary key)`.execute(database.calls)
    let acknowledged = 0
    let refused = 0
    let backAfter = 0
    const insert = async (n: number): Promise<void> => {
      try {
        await sql`insert into kept values (${n}::integer)`.execute(database.calls)
        acknowledged += 1
        if (refused > 0 && backAfter === 0) backAfter = n
      } catch (cause) {
        expect(cause).toBeInstanceOf(DatabaseUnavailable)
        refused += 1
        await pause(20)
      }
    }
    for (let n = 0; n < 1000 && backAfter === 0; n += 1) {
      if (n === 50) process.kill(server, 'SIGKILL')
      await insert(n)
    }
    expect(refused).toBeGreaterThan(0)
    expect(backAfter).toBeGreaterThan(50)
    const { rows } = await sql<{ count: number }>`select count(*) as count from kept`.execute(
      database.calls,
    )
    expect(rows[0]?.count).toBeGreaterThanOrEqual(acknowledged)
  })
})

describe('a command beside a running server', () => {
  it('works on the same database and leaves the server running', async () => {
    const server = await open()
    const command = await openForCommand({
      mayCreate: false,
      config: testConfig({}, { dataFolder: folder }),
      log,
      now: new Date(),
    })
    await sql`create table told (n integer)`.execute(command.db)
    await command.close()
    expect((await sql`select from told`.execute(server.calls)).rows).toEqual([])
  })
})
