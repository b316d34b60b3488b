import { createTRPCClient, httpSubscriptionLink, retryLink } from '@trpc/client'
import { EventSource } from 'eventsource'
import { setTimeout as pause } from 'node:timers/promises'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { appendEvents } from '../db/live/live-event.queries.ts'
import type { LiveRouter } from '../test-support/live-program.ts'
import {
  buildProgram,
  startProgram,
  untilServing,
  type Program,
} from '../test-support/server-program.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let program: Awaited<ReturnType<typeof buildProgram>>
let port: number
const running: Program[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  program = await buildProgram({ entry: 'src/test-support/live-program.ts' })
  port = await freePort()
}, 120_000)
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  program.remove()
  await database.close()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port: free } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return free
}

async function start(): Promise<Program> {
  const { host, user, database: name } = database.connection
  const started = startProgram(program.main, {
    PORT: String(port),
    DATABASE_URL: `postgres://${user}@localhost/${name}?host=${host}`,
    TAKEPART_SAMPLE: 'none',
  })
  running.push(started)
  await untilServing(started)
  return started
}

let appended = 0
const append = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) {
    appended += 1
    const payload = { n: appended }
    await database.calls.transaction().execute((trx) => appendEvents(trx, 'round', [payload]))
  }
}

describe('a stream of live events', () => {
  it('goes on through servers that stop, are killed and start again: nothing is missing and nothing comes twice', async () => {
    const first = await start()
    const client = createTRPCClient<LiveRouter>({
      links: [
        retryLink({ retry: () => true, retryDelayMs: () => 200 }),
        httpSubscriptionLink({ url: `http://127.0.0.1:${port}/trpc`, EventSource }),
      ],
    })
    const told: number[] = []
    const stream = client.happenings.subscribe(
      { topic: 'round' },
      { onData: ({ data }) => void told.push(data.sequence) },
    )
    const untilTold = (): Promise<void> =>
      vi.waitFor(
        () => expect(told).toEqual(Array.from({ length: appended }, (_, index) => index + 1)),
        { timeout: 60_000, interval: 50 },
      )
    await append(5)
    await untilTold()

    const asked = performance.now()
    first.child.kill('SIGTERM')
    await append(5)
    expect(await first.ended).toBe(0)
    expect(performance.now() - asked, 'an open stream holds nobody up').toBeLessThan(8000)
    await append(5)
    const second = await start()
    await append(5)
    await untilTold()

    const appending = append(40)
    await pause(30)
    second.child.kill('SIGKILL')
    await second.ended
    await start()
    await appending
    await untilTold()
    stream.unsubscribe()
  }, 240_000)
})
