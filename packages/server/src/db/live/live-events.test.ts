import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../log.ts'
import { halfOpenWay } from '../../test-support/half-open.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { openPool } from '../database.ts'
import { hearNotices } from '../hear-notices.ts'
import { appendEvents, lastEvent, trimEvents } from './live-event.queries.ts'
import { createLiveEvents, type LiveEvent, type LiveEvents } from './live-events.ts'

let database: TestDatabase
let live: LiveEvents
let ending: AbortController
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.asOwner('truncate live_topic cascade')
  live = createLiveEvents({ db: database.pages, hear: database.hear })
  ending = new AbortController()
})
afterEach(async () => {
  ending.abort()
  await live.stop()
})

const append = (topic: string, ...payloads: object[]): Promise<void> =>
  database.calls.transaction().execute((trx) => appendEvents(trx, topic, payloads))

/** Collects what is told of a topic until the test ends. */
function follow(topic: string, after?: number, by: LiveEvents = live): LiveEvent[] {
  const told: LiveEvent[] = []
  const collect = async (): Promise<void> => {
    for await (const event of by.follow(topic, { after, signal: ending.signal })) told.push(event)
  }
  void collect()
  return told
}

const numbers = (events: readonly LiveEvent[]): number[] => events.map(({ sequence }) => sequence)
const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe('appendEvents', () => {
  it('counts each topic for itself, from 1', async () => {
    await append('a', { n: 1 }, { n: 2 })
    await append('b', { n: 1 })
    await append('a')
    expect([await lastEvent(database.calls, 'a'), await lastEvent(database.calls, 'b')]).toEqual([
      2, 1,
    ])
    expect(await lastEvent(database.calls, 'c')).toBe(0)
  })

  it('uses up no number when the transaction fails', async () => {
    await append('a', { n: 1 })
    await expect(
      database.calls.transaction().execute(async (trx) => {
        await appendEvents(trx, 'a', [{ n: 2 }])
        throw new Error('not after all')
      }),
    ).rejects.toThrow('not after all')
    await append('a', { n: 3 })
    expect(await lastEvent(database.calls, 'a')).toBe(2)
  })

  it('makes whoever appends second commit second, so that a reader never sees 2 before 1', async () => {
    const order: string[] = []
    let finish = (): void => undefined
    const first = database.calls.transaction().execute(async (trx) => {
      await appendEvents(trx, 'a', [{ by: 'first' }])
      await new Promise<void>((done) => (finish = done))
      order.push('first')
    })
    await vi.waitFor(() => expect(finish.name).not.toBe('finish'), 5000)
    const second = append('a', { by: 'second' }).then(() => order.push('second'))
    await pause(200)
    expect([order, await lastEvent(database.pages, 'a')]).toEqual([[], 0])
    finish()
    await Promise.all([first, second])
    expect(order).toEqual(['first', 'second'])
  })
})

describe('follow', () => {
  it('tells what happens from now on', async () => {
    await append('a', { n: 1 })
    const told = follow('a')
    await pause(200)
    await append('b', { n: 7 })
    await append('a', { n: 2 }, { n: 3 })
    await vi.waitFor(
      () =>
        expect(told).toEqual([
          { sequence: 2, payload: { n: 2 } },
          { sequence: 3, payload: { n: 3 } },
        ]),
      10_000,
    )
  })

  it('goes on after the last event that is known, more than are read at once too', async () => {
    await append('a', ...upTo(450).map((n) => ({ n })))
    const told = follow('a', 20)
    await vi.waitFor(() => expect(numbers(told)).toEqual(upTo(450, 21)), 10_000)
  })

  it('tells every follower each event once and in order, though many append at once', async () => {
    const followers = [follow('a', 0), follow('a', 0), follow('a')]
    await pause(200)
    await Promise.all(
      upTo(60).map(async (n) => {
        await pause((n * 7) % 50)
        await append('a', { n }, { n: -n })
      }),
    )
    for (const told of followers)
      await vi.waitFor(() => expect(numbers(told)).toEqual(upTo(120)), 10_000)
    const payloads = followers[0]?.map((event) => ('payload' in event ? event.payload : undefined))
    expect(new Set(payloads?.map((payload) => JSON.stringify(payload))).size).toBe(120)
  })

  it('ends when it is asked to, and waits for nothing then', async () => {
    const own = new AbortController()
    const events = live.follow('a', { signal: own.signal })
    const next = events.next()
    await pause(100)
    own.abort()
    expect(await next).toEqual({ done: true, value: undefined })
  })

  it('says that events were missed when they are kept no longer, and goes on after them', async () => {
    await append('a', ...upTo(10).map((n) => ({ n })))
    await trimEvents(database.calls, 4)
    const late = follow('a', 5)
    const inTime = follow('a', 6)
    await vi.waitFor(() => expect(numbers(inTime)).toEqual([7, 8, 9, 10]), 10_000)
    await vi.waitFor(() => expect(late).toEqual([{ sequence: 10, missed: true }]), 10_000)
    await append('a', { n: 11 })
    await vi.waitFor(() => expect(numbers(late)).toEqual([10, 11]), 10_000)
  })

  it('says so as well of a number that has not been reached, as after an older backup was restored', async () => {
    await append('a', { n: 1 })
    const told = follow('a', 40)
    await vi.waitFor(() => expect(told).toEqual([{ sequence: 1, missed: true }]), 10_000)
  })

  it('goes on counting after everything was trimmed', async () => {
    await append('a', { n: 1 }, { n: 2 })
    await trimEvents(database.calls, 0)
    await append('a', { n: 3 })
    const told = follow('a', 2)
    await vi.waitFor(() => expect(numbers(told)).toEqual([3]), 10_000)
  })

  it('misses nothing and repeats nothing when its connections are cut or go silent', async () => {
    const way = await halfOpenWay(database.connection.host)
    const connection = { ...database.connection, host: way.host }
    const log = createLog('silent')
    const pool = openPool(connection, 2, log)
    const shaken = createLiveEvents({
      db: pool,
      hear: (channel, onNotice) =>
        hearNotices(connection, { channel, onNotice, log, beatEveryMs: 300 }),
    })
    const told = follow('a', 0, shaken)
    await append('a', { n: 1 })
    await vi.waitFor(() => expect(numbers(told)).toEqual([1]), 20_000)
    await database.asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'takepart hearing'`,
    )
    await append('a', { n: 2 })
    await vi.waitFor(() => expect(numbers(told)).toEqual([1, 2]), 20_000)
    way.goSilent()
    await append('a', { n: 3 })
    await pause(1500)
    await append('a', { n: 4 })
    way.recover()
    await append('a', { n: 5 })
    await vi.waitFor(() => expect(numbers(told)).toEqual([1, 2, 3, 4, 5]), 30_000)
    ending.abort()
    await shaken.stop()
    await pool.destroy()
    await way.close()
  })
})
