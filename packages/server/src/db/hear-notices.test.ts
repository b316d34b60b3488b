import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../log.ts'
import { halfOpenWay, type HalfOpenWay } from '../test-support/half-open.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { hearNotices, type Hearing } from './hear-notices.ts'

let database: TestDatabase
let way: HalfOpenWay
let hearing: Hearing
let heard: (string | undefined)[]
beforeEach(async () => {
  database = await createTestDatabase()
  way = await halfOpenWay(database.connection.host)
  heard = []
  hearing = hearNotices(
    { ...database.connection, host: way.host },
    {
      channel: 'news',
      onNotice: (payload) => void heard.push(payload),
      log: createLog('silent'),
      beatEveryMs: 300,
    },
  )
  await vi.waitFor(() => expect(hearing.hears()).toBe(true), 20_000)
})
afterEach(async () => {
  await hearing.stop()
  await way.close()
  await database.close()
})

const tell = (words: string) => database.asOwner(`notify news, '${words}'`)

describe('hearNotices', () => {
  it('hears its channel, and begins by saying that something may have been missed', async () => {
    await tell('one')
    await database.asOwner(`notify others, 'none of ours'`)
    await tell('two')
    await vi.waitFor(() => expect(heard).toEqual([undefined, 'one', 'two']), 10_000)
  })

  it('goes on hearing while it proves that it does, and tells nobody of that', async () => {
    await pause(1500)
    expect(hearing.hears()).toBe(true)
    expect(heard).toEqual([undefined])
  })

  it('knows that it is deaf though its connection is still open, and hears again when it can', async () => {
    way.goSilent()
    await vi.waitFor(() => expect(hearing.hears()).toBe(false), 10_000)
    await tell('not heard')
    way.recover()
    await vi.waitFor(() => expect(hearing.hears()).toBe(true), 20_000)
    expect(heard).toEqual([undefined, undefined])
    await tell('heard')
    await vi.waitFor(() => expect(heard).toEqual([undefined, undefined, 'heard']), 10_000)
  })

  it('hears again after its connection was cut', async () => {
    await database.asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'takepart hearing' and datname = '${database.name}'`,
    )
    await vi.waitFor(() => expect(heard).toEqual([undefined, undefined]), 20_000)
    expect(hearing.hears()).toBe(true)
  })

  it('stops, also while it is deaf', async () => {
    way.goSilent()
    await vi.waitFor(() => expect(hearing.hears()).toBe(false), 10_000)
    await hearing.stop()
    await pause(1500)
    expect(hearing.hears()).toBe(false)
  })
})
