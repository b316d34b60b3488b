import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changeOf,
  publish,
  sentResponse,
  smallConsultation,
} from '../test-support/sample-response.ts'
import { callOf, callApp } from '../test-support/call-app.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let app: FastifyInstance
const lines: string[] = []
const style = 'body { color: #212b32 }'
const script = 'document.title += "."'

beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
  app = await callApp({
    database,
    lines,
    addPages: async (pages, { allow }) => {
      allow({ kind: 'style', text: style })
      allow({ kind: 'script', text: script })
      pages.get('/page', async (_request, reply) =>
        reply.type('text/html').header('cache-control', 'public, max-age=60').send('<h1>Page</h1>'),
      )
      pages.get('/broken', async (_request, reply) => {
        void reply.header('cache-control', 'public, max-age=60').header('etag', 'x')
        throw new Error('select secret from /srv/takepart/node_modules/x')
      })
      pages.get('/known/:slug', async () => {
        throw Object.assign(new Error('Gone astray'), { statusCode: 404 })
      })
    },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const port = (): number => (app.server.address() as AddressInfo).port

/** Sends raw bytes and reads until the server closes. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(port(), '127.0.0.1')
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  socket.write(bytes)
  await once(socket, 'close')
  return text
}

const expected = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(
    new RegExp(
      "^default-src 'none'; img-src 'self'; media-src 'self'; .*script-src 'self' 'sha256-[^']+'; style-src 'self' 'sha256-[^']+'; base-uri 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types lit-html takepart 'allow-duplicates'$",
    ),
  ),
}

describe('every reply', () => {
  it.each([
    ['a page', 'GET', '/page', 200],
    ['an unknown page', 'GET', '/nowhere', 404],
    ['a failing page', 'GET', '/broken', 500],
    ['a page that knows it is not there', 'GET', '/known/x', 404],
    ['health', 'GET', '/health/live', 200],
    ['a broken address', 'GET', '/%zz', 400],
    ['an address with a NUL', 'GET', '/known/%00', 404],
    ['a call that is not one', 'PUT', '/trpc/response.submit', 405],
    ['an unknown call', 'GET', '/trpc/nothing/at/all', 404],
    ['another method', 'DELETE', '/page', 404],
    ['a call without our header', 'POST', '/trpc/response.read', 403],
  ] as const)(
    'to %s carries the security headers and no server name',
    async (_what, method, url, status) => {
      const reply = await app.inject({ method, url })
      expect(reply.statusCode).toBe(status)
      expect(reply.headers).toMatchObject(expected)
      expect(reply.headers).not.toHaveProperty('x-powered-by')
      expect(reply.headers).not.toHaveProperty('server')
      expect(reply.headers).not.toHaveProperty('set-cookie')
      expect(reply.headers).not.toHaveProperty('strict-transport-security')
    },
  )

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a request for no host', 'GET /page HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    [
      'a request for two hosts, of which a proxy may have believed the other',
      'GET /page HTTP/1.1\r\nhost: x\r\nHOST: evil.invalid\r\nconnection: close\r\n\r\n',
      400,
    ],
    ['an old request for two hosts', 'GET /page HTTP/1.0\r\nhost: x\r\nhost: x\r\n\r\n', 400],
    [
      'a wish nobody can grant',
      'POST /trpc/response.read HTTP/1.1\r\nhost: x\r\nexpect: cake\r\nconnection: close\r\n\r\n',
      417,
    ],
    ['headers that are too long', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
  ])('to %s carries them too', async (_what, bytes, status) => {
    const text = await raw(bytes)
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    for (const name of Object.keys(expected)) expect(text.toLowerCase()).toContain(`\r\n${name}: `)
  })

  it('promises https only where the public origin has it', async () => {
    const secure = await callApp({
      database,
      config: { publicOrigin: 'https://takepart.example.nhs.uk' },
    })
    expect((await secure.inject('/health/live')).headers['strict-transport-security']).toBe(
      'max-age=31536000; includeSubDomains',
    )
    await secure.close()
  })

  it('may not be kept unless a page says so, and never when it is an error', async () => {
    const cacheOf = async (url: string) => (await app.inject(url)).headers['cache-control']
    expect(await cacheOf('/page')).toBe('public, max-age=60')
    for (const url of ['/broken', '/nowhere', '/health/ready', '/trpc/x', '/%zz'])
      expect(await cacheOf(url)).toBe('no-store')
    expect((await app.inject('/broken')).headers).not.toHaveProperty('etag')
    expect(
      (await app.inject(callOf('response.submit', sentResponse().input))).headers['cache-control'],
    ).toBe('no-store')
  })
})

describe('an error', () => {
  it('shows fixed words and a reference, as a page to people and as data to others', async () => {
    const page = await app.inject({ url: '/broken', headers: { accept: 'text/html,*/*' } })
    expect(page.headers['content-type']).toContain('text/html')
    const reference = /Reference: (\w{10})/.exec(page.body)?.[1]
    expect(
      lines.find((line) => line.includes(reference ?? 'none') && line.includes('"level":"error"')),
    ).toContain('app.test.ts')
    expect((await app.inject('/broken')).json()).toEqual({
      status: 500,
      title: 'There is a problem',
      words: expect.any(String),
      reference: expect.any(String),
    })
  })

  it('shows nothing of the error, the code or the request', async () => {
    const marks = /\n\s*at |at \w+ \(|select|node_modules|\/srv|\.ts\b|stack|zod|expected|canary/i
    const odd = [
      { url: '/broken' },
      { url: '/broken', headers: { accept: 'text/html' } },
      { url: '/nowhere/canary?canary=canary', headers: { accept: 'text/html' } },
      { url: '/known/canary' },
      { url: '/page', headers: { cookie: 'canary=%zz; =; \u0001' } },
      { url: '/%c0%ae/canary' },
      callOf('response.submit', '{"canary":'),
      callOf('response.submit', { canary: 1 }),
      callOf('response.canary', {}),
      callOf('response.submit', { ...sentResponse().input, version: 'canary' }),
    ]
    for (const request of odd) expect((await app.inject(request)).body).not.toMatch(marks)
  })
})

describe('the log', () => {
  it('has one line a request, with method, route pattern, status and time, and nothing anybody sent', async () => {
    lines.length = 0
    const canary = 'canary-7f3a'
    const sent = sentResponse({
      answers: {
        how: { kind: 'one-of', choice: 'bus' },
        words: { kind: 'long-text', text: canary },
      },
    })
    const headers = {
      'user-agent': canary,
      referer: `http://localhost/${canary}`,
      cookie: `session=${canary}`,
      'x-forwarded-for': '198.51.100.77',
      authorization: canary,
    }
    const send = (path: string, input: unknown) =>
      app.inject({ ...callOf(path, input, headers), remoteAddress: '203.0.113.77' })
    await send('response.submit', sent.input)
    await send(
      'response.change',
      changeOf(sent, { answers: { words: { kind: 'long-text', text: canary } } }),
    )
    await send('response.change', changeOf({ ...sent, code: canary }))
    await send('response.read', { reference: canary, code: canary })
    await send('response.submit', { ...sent.input, [canary]: canary })
    await send('response.submit', { ...sent.input, answers: { how: { kind: canary } } })
    await send('response.submit', `{"${canary}`)
    await send(`response.${canary}`, {})
    await app.inject({ url: `/page?search=${canary}`, headers })
    await app.inject({ url: `/${canary}`, headers })
    await app.inject({ url: `/known/${canary}`, headers })
    const requests = lines
      .map((line) => JSON.parse(line))
      .filter((line) => line.route !== undefined)
    expect(requests).toHaveLength(11)
    for (const line of requests)
      expect(Object.keys(line).filter((name) => name !== 'reference')).toEqual([
        'level',
        'time',
        'method',
        'route',
        'status',
        'ms',
      ])
    const all = lines.join('\n')
    for (const secret of [
      canary,
      sent.code,
      sent.input.responseId,
      sent.input.codeHash,
      '198.51.100',
      '203.0.113',
      '127.0.0.1',
    ])
      expect(all).not.toContain(secret)
  })

  it('holds no row when the database refuses one', async () => {
    lines.length = 0
    await database.asOwner(
      "alter table response add constraint planted check (answers::text not like '%canary-9c1d%')",
    )
    const reply = await app.inject(
      callOf(
        'response.submit',
        sentResponse({
          answers: {
            how: { kind: 'one-of', choice: 'bus' },
            words: { kind: 'long-text', text: 'canary-9c1d' },
          },
        }).input,
      ),
    )
    await database.asOwner('alter table response drop constraint planted')
    expect(reply.statusCode).toBe(500)
    expect(lines.join('\n')).toContain('"constraint":"planted"')
    expect(lines.join('\n') + reply.body).not.toContain('canary-9c1d')
  })
})

describe('a connection on which nothing moves', () => {
  it('is closed in the end, also in the middle of an answer that nobody reads, and later than one that is kept for the next page', () => {
    expect(app.server.timeout).toBe(120_000)
    expect(app.server.timeout).toBeGreaterThan(app.server.keepAliveTimeout)
  })
})

describe('a request that does not arrive whole', () => {
  it('stores nothing when its body is cut', async () => {
    const before = (await database.asOwner('select from response')).rowCount
    const body = JSON.stringify(sentResponse().input)
    const head = `POST /trpc/response.submit HTTP/1.1\r\nhost: x:${port()}\r\ncontent-type: application/json\r\nx-takepart: 1\r\n`
    const socket = connect(port(), '127.0.0.1')
    socket.write(`${head}content-length: ${body.length}\r\n\r\n${body.slice(0, body.length / 2)}`)
    await new Promise((done) => setTimeout(done, 100))
    socket.destroy()
    const lied = await raw(
      `${head}connection: close\r\ncontent-length: ${body.length - 20}\r\n\r\n${body.slice(0, -20)}`,
    )
    expect(lied).toMatch(/^HTTP\/1.1 400 /)
    expect((await database.asOwner('select from response')).rowCount).toBe(before)
  })
})
