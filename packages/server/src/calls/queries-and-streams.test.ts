import { nobody, type Actor, type StaffActor } from '@takepart/shared/domain/account/actor'
import { tracked } from '@trpc/server'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseUnavailable } from '../db/unavailable.ts'
import { callApp } from '../test-support/call-app.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { procedureWith, router, staffProcedureWith } from '../trpc.ts'

const open = { who: 'anyone', limits: [], whenUsedUp: 'retry-later' } as const
const desk = { who: 'staff', action: 'moderation.read-queue', limits: [] } as const
const staff: StaffActor = {
  kind: 'staff',
  staffId: 'b6b1a5c2-0000-4000-8000-000000000001',
  name: 'A moderator',
  roles: ['moderator'],
  sessionId: 's1',
  teams: [],
}

let acted = 0
const tries = router({
  echo: procedureWith(open)
    .input((input) => input)
    .query(({ input }) => ({ input })),
  act: procedureWith(open).mutation(() => (acted += 1)),
  queue: staffProcedureWith({ ...desk, whenUsedUp: 'retry-later' }).query(
    ({ ctx }) => ctx.actor.name,
  ),
  away: procedureWith(open).query(() => {
    throw new DatabaseUnavailable('select 1 from secrets')
  }),
  broken: procedureWith(open).query(() => {
    throw new Error('select 1 from secrets')
  }),
  ticks: procedureWith(open).subscription(async function* ({ signal }) {
    yield tracked('1', 'begun')
    while (!signal?.aborted) await pause(50)
  }),
  deskTicks: staffProcedureWith({ ...desk, whenUsedUp: 'retry-later' }).subscription(
    async function* ({ signal }) {
      yield tracked('1', 'begun')
      while (!signal?.aborted) await pause(50)
    },
  ),
})

let database: TestDatabase
let app: FastifyInstance
let address: string
let actor: Actor = nobody
beforeAll(async () => {
  database = await createTestDatabase()
  app = await callApp({
    database,
    router: tries,
    limits: { streamsAtOnce: 2 },
    resolveActor: async () => actor,
  })
  await app.listen({ port: 0 })
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const ask = (path: string, more: Partial<InjectOptions> = {}) =>
  app.inject({
    url: `/trpc/${path}`,
    ...more,
    headers: { host: 'takepart.test', 'x-takepart': '1', ...more.headers },
  })
const asking = (input: unknown): string =>
  `echo?${new URLSearchParams({ input: JSON.stringify(input) }).toString()}`

describe('a query', () => {
  it('is a GET with its input in the address', async () => {
    const reply = await ask(asking({ words: 'a+b & c' }))
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      { result: { data: { input: { words: 'a+b & c' } } } },
    ])
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['our own origin', { origin: 'http://takepart.test' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour site', { 'sec-fetch-site': 'same-site' }, 403],
    ['an address that was typed', { 'sec-fetch-site': 'none' }, 403],
    ['another origin', { origin: 'https://evil.invalid' }, 403],
    ['no origin at all', { origin: 'null' }, 403],
    ['a page without our header', { 'x-takepart': '' }, 403],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('from %s is answered as it should be', async (_whom, headers, status) => {
    expect((await ask(asking(1), { headers: headers as Record<string, string> })).statusCode).toBe(
      status,
    )
  })

  it.each([
    'echo?batch=1&input=%7B%7D',
    'echo?input=1&input=2',
    'echo?connectionParams=%7B%7D',
    'echo?x',
    'echo?input=%7B',
    'echo?input=%22%5Cu0000%22',
    'echo?input=%22%5Cud800%22',
    'echo?input=%7B%22__proto__%22%3A1%7D',
    `echo?input=${'['.repeat(30)}${']'.repeat(30)}`,
    'echo,echo?batch=1&input=%7B%7D',
  ])('is refused as %s', async (path) => {
    const reply = await ask(path)
    expect([reply.statusCode, reply.body.length < 400]).toEqual([400, true])
  })

  it('never acts, and what acts is no query', async () => {
    const got = await ask('act')
    expect([got.statusCode, got.headers['allow'], acted]).toEqual([405, 'POST', 0])
    const posted = await ask('echo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      payload: '{}',
    })
    expect([posted.statusCode, posted.headers['allow']]).toEqual([405, 'GET'])
    expect((await ask('echo', { method: 'HEAD' })).statusCode).toBe(405)
  })

  it('of the desk is for whoever may', async () => {
    expect((await ask('queue')).statusCode).toBe(401)
    actor = { ...staff, roles: ['analyst'] }
    expect((await ask('queue')).statusCode).toBe(403)
    actor = staff
    expect((await ask('queue')).json()).toEqual({ result: { data: 'A moderator' } })
    actor = nobody
  })

  it('that cannot be answered now says when to ask again, and nothing of why', async () => {
    const reply = await ask('away')
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([503, '2'])
    const broken = await ask('broken')
    expect([broken.statusCode, broken.headers['retry-after']]).toEqual([500, undefined])
    expect(reply.body + broken.body).not.toContain('secrets')
    expect(broken.json().error.data.reference).toMatch(/^[A-Z0-9]{10}$/)
  })
})

/** Opens a stream as a browser does; gives the status and reads on until it ends. */
async function openStream(path: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController()
  const reply = await fetch(`${address}/trpc/${path}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leaving.signal,
  })
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  const read = async (): Promise<string> => (await reader?.read())?.value ?? ''
  const untilCut = async (): Promise<void> => {
    while ((await reader?.read().catch(() => ({ done: true })))?.done === false);
  }
  return { reply, read, untilCut, leave: () => leaving.abort() }
}

describe('a stream of events', () => {
  it('is opened without our header, by our own pages only, and may be kept by nobody', async () => {
    const stream = await openStream('ticks')
    expect(stream.reply.status).toBe(200)
    expect(stream.reply.headers.get('content-type')).toBe('text/event-stream')
    expect(stream.reply.headers.get('cache-control')).toContain('no-store')
    expect(stream.reply.headers.get('x-content-type-options')).toBe('nosniff')
    let text = ''
    while (!text.includes('id: 1')) text += await stream.read()
    expect(text).toContain('data: "begun"')
    stream.leave()
    const refused = await openStream('ticks', { origin: 'https://evil.invalid' })
    expect(refused.reply.status).toBe(403)
  })

  it('counts apart from calls, up to its own limit, until it is closed', async () => {
    const streams = [await openStream('ticks'), await openStream('ticks')]
    for (const stream of streams) await stream.read()
    const third = await openStream('ticks')
    let text = ''
    while (!text.includes('serialized-error')) text += await third.read()
    expect(text).toContain('"httpStatus":503')
    for (const stream of streams) stream.leave()
    await expect
      .poll(
        async () => {
          const again = await openStream('ticks')
          let said = ''
          while (!/begun|serialized-error/.test(said)) said += await again.read()
          again.leave()
          return said
        },
        { timeout: 10_000 },
      )
      .toContain('begun')
    expect((await ask(asking(1))).statusCode).toBe(200)
  })

  it('of the desk is cut within 5 s of the session being ended, or of other roles', async () => {
    await pause(500)
    for (const after of [nobody, { ...staff, roles: [] } as const]) {
      actor = staff
      const stream = await openStream('deskTicks')
      await stream.read()
      const begun = performance.now()
      actor = after
      await stream.untilCut()
      expect(performance.now() - begun).toBeLessThan(5000)
    }
    actor = nobody
  }, 40_000)
})
