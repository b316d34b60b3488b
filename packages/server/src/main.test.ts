import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Receipt } from '@takepart/shared/domain/response/response'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { embeddedConnection } from './db/embedded-postgres.ts'
import { openPool } from './db/database.ts'
import { createLog } from './log.ts'
import { publish, sentResponse, smallConsultation } from './test-support/sample-response.ts'
import {
  buildProgram,
  socketOf,
  startProgram,
  untilServing,
  type Program,
} from './test-support/server-program.ts'

let program: Awaited<ReturnType<typeof buildProgram>>
let address: string
let folder: string
const programs: Program[] = []

beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'takepart-main-')), 'data')
})
afterEach(async () => {
  for (const { child, ended } of programs.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  await untilGone(join(folder, 'postgres/postmaster.pid'))
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

const settings = (changes: Record<string, string> = {}) => ({
  PORT: '0',
  TAKEPART_DATA: folder,
  TAKEPART_SAMPLE: 'none',
  LIMIT_SUBMITS_PER_MINUTE: '0',
  ...changes,
})
const start = (changes?: Record<string, string>): Program => {
  const started = startProgram(program.main, settings(changes))
  programs.push(started)
  return started
}
const serve = async (): Promise<Program> => {
  const started = start()
  address = await untilServing(started)
  return started
}
async function untilGone(file: string): Promise<void> {
  for (let waited = 0; existsSync(file) && waited < 100; waited += 1) await pause(100)
}

const publishOpen = async (): Promise<void> => {
  const db = openPool(embeddedConnection(socketOf(folder)), 1, createLog('silent'))
  await publish(
    db,
    smallConsultation({ opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' }),
  )
  await db.destroy()
}
const storedIn = async (): Promise<{ id: string; reference: string }[]> => {
  const client = new pg.Client(embeddedConnection(socketOf(folder)))
  await client.connect()
  const { rows } = await client.query('select id, reference from response')
  await client.end()
  return rows
}

/** Sends; answers the receipt, or the status, or that nothing came back. */
async function send(input: unknown): Promise<Receipt | number | 'cut'> {
  try {
    const reply = await fetch(`${address}/trpc/response.submit`, {
      method: 'POST',
      body: JSON.stringify(input),
      headers: { 'content-type': 'application/json', 'x-takepart': '1' },
    })
    const body = (await reply.json()) as { result?: { data: { value: Receipt } } }
    return body.result?.data.value ?? reply.status
  } catch {
    return 'cut'
  }
}
/** Sends as a device does: again after a while, until there is a receipt. */
async function sendUntilReceived(input: unknown): Promise<Receipt> {
  for (;;) {
    const answer = await send(input)
    if (typeof answer === 'object') return answer
    await pause(200)
  }
}
const receiptsAmong = (answers: readonly (Receipt | number | 'cut')[]) =>
  answers.filter((answer): answer is Receipt => typeof answer === 'object')

describe('the program', { timeout: 120_000 }, () => {
  it('says where it is and where its data are, and stops in good order when asked', async () => {
    const running = await serve()
    expect(running.said()).toContain(
      `Takepart is running at ${address.replace('127.0.0.1', 'localhost')}\nData folder: ${folder}\n`,
    )
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    expect(readdirSync(folder)).toEqual(['postgres'])
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  })

  it('finishes what is under way when it is stopped: a receipt or a chance to send again, and no receipt is false', async () => {
    const running = await serve()
    await publishOpen()
    const inputs = Array.from({ length: 200 }, () => sentResponse().input)
    const sending = Promise.all(inputs.map(send))
    await pause(60)
    running.child.kill('SIGTERM')
    const answers = await sending
    expect(await running.ended).toBe(0)
    expect(answers.filter((answer) => typeof answer === 'number' && answer !== 503)).toEqual([])
    const received = receiptsAmong(answers)
    expect(received.length).toBeGreaterThan(0)
    await serve()
    const stored = new Map((await storedIn()).map(({ id, reference }) => [id, reference]))
    for (const { responseId, reference } of received) expect(stored.get(responseId)).toBe(reference)
    const again = await Promise.all(inputs.map(sendUntilReceived))
    expect(new Set(again.map(({ responseId }) => responseId)).size).toBe(200)
    expect(await storedIn()).toHaveLength(200)
  })

  it('loses no receipt when it is killed, and recovers by itself, also with the database killed', async () => {
    let running = await serve()
    await publishOpen()
    const received: Receipt[] = []
    const inputs = Array.from({ length: 6 }, () =>
      Array.from({ length: 60 }, () => sentResponse().input),
    )
    for (const [round, batch] of inputs.entries()) {
      const sending = Promise.all(batch.map(send))
      await pause(10 + round * 15)
      if (round % 2 === 1)
        process.kill(
          Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
          'SIGKILL',
        )
      running.child.kill('SIGKILL')
      received.push(...receiptsAmong(await sending))
      await running.ended
      running = await serve()
    }
    const stored = new Map((await storedIn()).map(({ id, reference }) => [id, reference]))
    for (const { responseId, reference } of received) expect(stored.get(responseId)).toBe(reference)
    const again = await Promise.all(inputs.flat().map(sendUntilReceived))
    expect(await storedIn()).toHaveLength(360)
    for (const { responseId, reference } of again)
      expect(stored.get(responseId) ?? reference).toBe(reference)
  })

  it('refuses to start on a data folder in use, and says who holds it', async () => {
    const first = await serve()
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(
      `The data folder ${folder} is in use by another Takepart: process ${first.child.pid}`,
    )
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
  })

  it('refuses settings by name, all of them, and starts nothing', async () => {
    const running = start({
      PORT: 'http',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://user:secret@host',
    })
    expect(await running.ended).toBe(1)
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL'])
      expect(running.said()).toContain(`- ${name} must be`)
    expect(running.said()).not.toMatch(/secret|\n\s+at /)
    expect(existsSync(folder)).toBe(false)
  })

  it('says when the port is taken, and leaves no database running', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const started = start({ PORT: String((other.address() as AddressInfo).port) })
    expect(await started.ended).toBe(1)
    expect(started.said()).toContain('Set PORT to another number')
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
    other.close()
  })

  it('stops at once at the second signal', async () => {
    const running = await serve()
    await publishOpen()
    const client = new pg.Client(embeddedConnection(socketOf(folder)))
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin; lock table response in access exclusive mode')
    const held = send(sentResponse().input)
    await pause(300)
    running.child.kill('SIGTERM')
    await pause(300)
    expect(running.child.exitCode).toBe(null)
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(1)
    expect(await held).toBe('cut')
    await client.end().catch(() => undefined)
  })
})
