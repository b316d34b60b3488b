import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { test } from '../support/faults.ts'
import { startLoad, submission } from '../support/load.ts'
import type { ShownReceipt } from '../support/oracle.ts'
import * as person from '../support/respondent.ts'
import type { RunningServer } from '../support/server.ts'
import { databaseAnswers, databaseOf, hang } from '../support/stored-responses.ts'

const { words } = person
const program = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url))

/** Starts another server over the same data; how it ends, and what it says. */
function startBeside({
  dataFolder,
}: RunningServer): Promise<{ code: number | null; said: string }> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: '0',
    TAKEPART_DATA: join(dataFolder, 'data'),
  }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(late)
      resolve({ code, said })
    })
  })
}

/** When the database answers again; fails when it has not after 15 s. */
async function untilBack(server: RunningServer, before: number): Promise<number> {
  const isBack = async () => databaseOf(server).pid !== before && (await databaseAnswers(server))
  const latest = performance.now() + 15_000
  while (!(await isBack().catch(() => false))) {
    expect(performance.now(), 'the database is started again').toBeLessThan(latest)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return performance.now()
}

test('F13: a second server over the same data is refused in words, and the first one goes on', async ({
  page,
  server,
  expectAllHolds,
}) => {
  await person.begin(page)
  await person.answer(page, 'While a second server knocked')
  await person.goToCheck(page)
  const [second, third] = await Promise.all([startBeside(server), startBeside(server)])
  for (const { code, said } of [second, third]) {
    expect(code).toBe(1)
    expect(said).toContain('Takepart did not start.')
    expect(said).toContain(`is in use by another Takepart: process ${server.pid}, started `)
    expect(said).toContain('Stop that one first, or set TAKEPART_DATA to another folder.')
    expect(said, 'no stack for what a person can mend').not.toMatch(/\n\s+at /)
  }
  await person.send(page)
  expect((await expectAllHolds()).rows).toHaveLength(1)
})

const ends = { SIGINT: 'in good order', SIGQUIT: 'at once', SIGKILL: 'as in a power cut' } as const

for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
  test(`F14: a database that ends ${ends[signal]} under load is started again, and nobody's receipt is lost`, async ({
    page,
    server,
    expectAllHolds,
  }) => {
    await person.begin(page)
    await person.answer(page, `Sent while the database was gone: ${signal}`)
    await person.goToCheck(page)
    const { pid } = server
    const load = startLoad(server)
    await expect.poll(() => load.receipts.length).toBeGreaterThan(20)
    const before = databaseOf(server).pid
    process.kill(before, signal)
    const [back] = await Promise.all([
      untilBack(server, before),
      person.send(page, /^(We have received your response|Your response is waiting to be sent)$/),
    ])
    await expect
      .poll(() => load.receivedAt.some((at) => at > back), 'somebody gets a receipt again')
      .toBe(true)
    expect(
      load.receivedAt.find((at) => at > back)! - back,
      'milliseconds from the database to the first receipt',
    ).toBeLessThanOrEqual(2000)
    await load.stop()
    expect(
      [...load.otherwise].filter((status) => status !== 503),
      'nothing but "not now"',
    ).toEqual([])
    expect(() => process.kill(pid, 0), 'the server is the same process').not.toThrow()
    await person.sendNow(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.received)
    await expectAllHolds({ shown: load.receipts })
  })
}

test('F16: a database that hangs puts sending off at once and in words, and nothing is lost when it goes on', async ({
  page,
  server,
  expectAllHolds,
}) => {
  await person.begin(page)
  await person.answer(page, 'Sent while the database hung')
  await person.goToCheck(page)
  const ask = async (path: string, init?: RequestInit) => {
    const begun = performance.now()
    const answer = await fetch(server.origin + path, {
      ...init,
      signal: AbortSignal.timeout(10_000),
    })
    return {
      status: answer.status,
      again: answer.headers.get('retry-after'),
      body: await answer.text(),
      ms: performance.now() - begun,
    }
  }
  const sent = submission()
  const submit = () =>
    ask('/trpc/response.submit', {
      method: 'POST',
      body: sent,
      headers: { 'content-type': 'application/json', 'x-takepart': '1' },
    })
  await ask('/')
  const goOn = hang(server)
  try {
    const [ready, live, list] = await Promise.all([
      ask('/health/ready'),
      ask('/health/live'),
      ask('/'),
    ])
    expect([ready.status, ready.again, JSON.parse(ready.body)]).toEqual([
      503,
      '2',
      { status: 'not ready' },
    ])
    expect(ready.ms).toBeLessThanOrEqual(5000)
    expect([live.status, list.status], 'alive, and pages are still read').toEqual([200, 200])
    const call = await submit()
    expect([call.status, call.again]).toEqual([503, '2'])
    expect(call.ms).toBeLessThanOrEqual(5500)
    await person.send(page, words.waiting)
  } finally {
    goOn()
  }
  await expect.poll(async () => (await ask('/health/ready')).status).toBe(200)
  await person.sendNow(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.received)
  // "Not now" leaves open whether the database took it in the end: whoever sends it again gets its one receipt.
  const { result } = JSON.parse((await submit()).body) as {
    result: { data: { value: ShownReceipt } }
  }
  const { rows } = await expectAllHolds({ shown: [result.data.value] })
  expect(rows.filter(({ answers }) => answers?.['why'])).toHaveLength(1)
})
