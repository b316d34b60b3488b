import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SendCommand } from '../api/send-command.ts'
import { Unavailable } from '../api/unavailable.ts'
import type { Connectivity } from './connectivity.ts'
import { createOutbox, type OutboxParts } from './outbox.ts'
import type { SendingRecords } from './records.ts'
import {
  accepted,
  draft,
  emptyDevice,
  idOf,
  openTab,
  responseId,
  submission,
  text,
  today,
} from './test-support/device.ts'
import { FakeServer } from './test-support/server.ts'

const id = responseId(1)
const at = (minute: number) => new Date(today.getTime() + minute * 60_000).toISOString()

beforeEach(emptyDevice)

async function wait(records: SendingRecords, number: number, minute = number): Promise<void> {
  await records.saveDraft(
    'response',
    draft({ id: responseId(number), answers: { why: text(`Words ${number}`) } }),
    {},
  )
  await records.queue('response', responseId(number), {
    command: submission(responseId(number)),
    at: at(minute),
  })
}

/** An outbox whose timer and connection are in the test's hands. */
async function bench(parts: Partial<OutboxParts> = {}, tab?: SendingRecords) {
  const records = tab ?? (await openTab())
  const server = new FakeServer()
  const chances = new Set<() => void>()
  const pauses: { milliseconds: number; then: () => void }[] = []
  const reports: boolean[] = []
  const connectivity: Connectivity = {
    online: true,
    report: (reached) => void reports.push(reached),
    watch: () => () => undefined,
    wantNudge: () => undefined,
    onChance: (listener) => {
      chances.add(listener)
      return () => chances.delete(listener)
    },
  }
  const outbox = createOutbox({
    records,
    send: server.send,
    connectivity,
    now: () => today,
    random: () => new Uint8Array(1),
    after: (milliseconds, then) => {
      pauses.push({ milliseconds, then })
      return () => undefined
    },
    ...parts,
  })
  const states = async () =>
    Object.fromEntries(
      (await records.list('response')).map((record) => [
        Number(record.draft.id.slice(-3)),
        record.state,
      ]),
    )
  return { records, server, outbox, pauses, reports, chances, states }
}

describe('flush', () => {
  it('sends the oldest first and settles each with its receipt', async () => {
    const { records, server, outbox, states } = await bench()
    for (const [number, minute] of [
      [1, 3],
      [2, 1],
      [3, 2],
    ] as const)
      await wait(records, number, minute)
    await outbox.flush()
    expect(server.arrived).toEqual([2, 3, 1].map(responseId))
    expect(await states()).toEqual({ 1: 'received', 2: 'received', 3: 'received' })
  })

  it('says when each attempt was made', async () => {
    const times = [at(10), at(20)]
    const { records, server, outbox } = await bench({
      now: () => new Date(times.shift() ?? at(30)),
    })
    await wait(records, 1)
    server.fate = () => 'response-lost'
    await outbox.flush()
    await outbox.flush()
    expect(server.sentAt).toEqual([at(10), at(20)])
  })

  it('keeps a refused one with its reasons and words, and goes on to the next', async () => {
    const { records, server, outbox, states } = await bench()
    await wait(records, 1)
    await wait(records, 2)
    server.fate = (command) => (idOf(command) === id ? 'refused' : 'arrives')
    await outbox.flush()
    expect(await states()).toEqual({ 1: 'refused', 2: 'received' })
    const record = await records.read('response', id)
    expect(record).toMatchObject({
      problems: [{ code: 'consultation-closed' }],
      draft: { answers: { why: text('Words 1') } },
    })
  })

  it('stops where nothing can be reached, keeps the order, and tries again later', async () => {
    const { records, server, outbox, pauses, reports, states } = await bench()
    await wait(records, 1)
    await wait(records, 2)
    server.fate = () => 'no-network'
    await outbox.flush()
    expect(await states()).toEqual({ 1: 'waiting', 2: 'waiting' })
    expect(reports).toEqual([false])
    server.fate = () => 'arrives'
    pauses[0]?.then()
    await vi.waitFor(async () => expect(await states()).toEqual({ 1: 'received', 2: 'received' }))
    expect(server.arrived).toEqual([1, 2].map(responseId))
  })

  it('waits twice as long after each failure in a row, five minutes at most, and anew after a success', async () => {
    const { records, server, outbox, pauses } = await bench()
    await wait(records, 1)
    server.fate = () => 'error-503'
    for (let times = 0; times < 9; times += 1) await outbox.flush()
    expect(pauses.map(({ milliseconds }) => milliseconds / 1000)).toEqual([
      5, 10, 20, 40, 80, 160, 300, 300, 300,
    ])
    server.fate = () => 'arrives'
    await outbox.flush()
    await wait(records, 2)
    server.fate = () => 'error-503'
    await outbox.flush()
    expect(pauses.at(-1)?.milliseconds).toBe(5000)
  })

  it('leaves the server alone for as long as it asks', async () => {
    const send = () =>
      Promise.reject(new Unavailable('status', { status: 429, retryAfter: 90_000 }))
    const { records, outbox, pauses } = await bench({ send })
    await wait(records, 1)
    await outbox.flush()
    expect(pauses[0]?.milliseconds).toBe(90_000)
  })

  it('sends what was queued while it was already sending', async () => {
    const { records, server, outbox, states } = await bench()
    await wait(records, 1)
    server.fate = (command) => {
      if (idOf(command) === id) void wait(records, 2).then(() => outbox.flush())
      return 'arrives'
    }
    await outbox.flush()
    await vi.waitFor(async () => expect(await states()).toEqual({ 1: 'received', 2: 'received' }))
  })

  it('works for records that live in memory only', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    const { records, outbox, states } = await bench()
    open.mockRestore()
    expect(records.durable).toBe(false)
    await wait(records, 1)
    await outbox.flush()
    expect(await states()).toEqual({ 1: 'received' })
  })
})

describe('start', () => {
  it('flushes at once and at every chance, until it is stopped', async () => {
    const { records, server, outbox, chances, states } = await bench()
    await wait(records, 1)
    const stop = outbox.start()
    await vi.waitFor(async () => expect(await states()).toEqual({ 1: 'received' }))
    await wait(records, 2)
    for (const chance of chances) chance()
    await vi.waitFor(async () => expect(await states()).toEqual({ 1: 'received', 2: 'received' }))
    stop()
    expect(chances.size).toBe(0)
    expect(server.arrived).toHaveLength(2)
  })
})

describe('F05, a response lost on its way back', () => {
  it('is sent again and gets its receipt, stored once', async () => {
    const { records, server, outbox, states } = await bench()
    await wait(records, 1)
    server.fate = () => 'response-lost'
    await outbox.flush()
    expect(await states()).toEqual({ 1: 'waiting' })
    server.fate = () => 'arrives'
    await outbox.flush()
    expect(await states()).toEqual({ 1: 'received' })
    expect(server.contents.get(id)?.size).toBe(1)
  })
})

describe('F51, three tabs sending at once', () => {
  it('has one sender', async () => {
    const shared = new FakeServer()
    const benches = await Promise.all([1, 2, 3].map(() => bench({ send: shared.send })))
    for (const number of [1, 2, 3, 4]) await wait(benches[0]!.records, number)
    await Promise.all(benches.map(({ outbox }) => outbox.flush()))
    expect(shared.arrived).toEqual([1, 2, 3, 4].map(responseId))
    expect(Object.values(await benches[0]!.states())).toEqual(Array(4).fill('received'))
  })

  it('is harmless where the browser has no locks', async () => {
    const locks = vi
      .spyOn(navigator, 'locks', 'get')
      .mockReturnValue(undefined as unknown as LockManager)
    const shared = new FakeServer()
    const benches = await Promise.all([1, 2, 3].map(() => bench({ send: shared.send })))
    for (const number of [1, 2]) await wait(benches[0]!.records, number)
    await Promise.all(benches.map(({ outbox }) => outbox.flush()))
    locks.mockRestore()
    expect(Object.values(await benches[0]!.states())).toEqual(['received', 'received'])
    expect([...shared.contents.values()].map(({ size }) => size)).toEqual([1, 1])
  })
})

describe('F52, one that always fails', () => {
  it.each([400, 413, 422, 403, 404, 409, 410, 500])(
    'with %i, lets the others through and is never deleted',
    async (status) => {
      const send = (async (_, command) => {
        if (idOf(command) === id) throw new Unavailable('status', { status })
        return accepted(idOf(command))
      }) as SendCommand
      const { records, outbox, states } = await bench({ send })
      for (const number of [1, 2, 3]) await wait(records, number)
      await outbox.flush()
      expect(await states()).toEqual({ 1: 'waiting', 2: 'received', 3: 'received' })
    },
  )
})

describe('F53, statuses that concern everything', () => {
  it.each([401, 429, 502, 503, 504])(
    '%i stops the round and leaves everything waiting',
    async (status) => {
      const send = vi.fn(() => Promise.reject(new Unavailable('status', { status })))
      const { records, outbox, states, pauses } = await bench({ send })
      await wait(records, 1)
      await wait(records, 2)
      await outbox.flush()
      expect(send).toHaveBeenCalledTimes(1)
      expect(await states()).toEqual({ 1: 'waiting', 2: 'waiting' })
      expect(pauses).toHaveLength(1)
    },
  )
})

describe('a store that fails while sending', () => {
  it('leaves the record waiting, and the receipt comes with the next try', async () => {
    const { records, server, outbox, pauses, states } = await bench()
    await wait(records, 1)
    await records.begin(id)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    await outbox.flush()
    put.mockRestore()
    expect(await states()).toEqual({ 1: 'waiting' })
    expect(pauses).toHaveLength(1)
    await outbox.flush()
    expect(await states()).toEqual({ 1: 'received' })
    expect(server.contents.get(id)?.size).toBe(1)
  })
})
