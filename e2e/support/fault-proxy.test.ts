import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts'

/** A server that remembers what it was sent in full, and answers with it. */
let received: string[]
let upstream: Server
let proxy: FaultProxy

beforeEach(async () => {
  received = []
  upstream = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      received.push(body)
      response
        .writeHead(201, { 'content-type': 'text/plain', 'x-kept': 'yes' })
        .end(`you said ${body}`)
    })
  })
  await new Promise<void>((resolve) => {
    upstream.listen(0, '127.0.0.1', () => resolve())
  })
  proxy = await startFaultProxy(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`)
})

afterEach(async () => {
  await proxy.stop()
  upstream.closeAllConnections()
  await new Promise((resolve) => {
    upstream.close(resolve)
  })
})

const post = (body: string, path = '/trpc/response.submit') =>
  fetch(`${proxy.origin}${path}`, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(1_000),
    headers: { connection: 'close' },
  })

const lastSeen = async () => {
  await expect.poll(() => proxy.log.length).toBeGreaterThan(0)
  return proxy.log.at(-1)
}

describe('startFaultProxy', () => {
  it('passes request and answer on unchanged', async () => {
    const answer = await post('hello')
    expect([answer.status, answer.headers.get('x-kept'), await answer.text()]).toEqual([
      201,
      'yes',
      'you said hello',
    ])
    expect(await lastSeen()).toMatchObject({
      method: 'POST',
      path: '/trpc/response.submit',
      fault: 'pass',
      upstream: [201],
      seen: 201,
    })
  })

  it('gives two requests that say the same one hash', async () => {
    await post('same')
    await post('same')
    await post('other')
    expect(new Set(proxy.log.map(({ bodyHash }) => bodyHash)).size).toBe(2)
  })

  it('answers later under latency', async () => {
    await proxy.set({ kind: 'latency', ms: 150 })
    const began = performance.now()
    await post('slow')
    expect(performance.now() - began).toBeGreaterThanOrEqual(145)
  })

  it('takes a request into the black hole and never answers', async () => {
    await proxy.set({ kind: 'blackhole' })
    await expect(post('lost')).rejects.toThrow('timeout')
    expect(received).toEqual([])
    expect(await lastSeen()).toMatchObject({ upstream: [], seen: undefined })
  })

  it('has nobody listening under refuse, and listens at the same address afterwards', async () => {
    await proxy.set({ kind: 'refuse' })
    await expect(post('lost')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    await proxy.set({ kind: 'pass' })
    expect((await post('found')).status).toBe(201)
  })

  it('lets the server work and drops its answer', async () => {
    await proxy.set({ kind: 'drop-response' })
    await expect(post('kept')).rejects.toThrow('fetch failed')
    expect(received).toEqual(['kept'])
    expect(await lastSeen()).toMatchObject({ upstream: [201], seen: undefined })
  })

  it('sends every copy of a duplicate and tells one answer', async () => {
    await proxy.set({ kind: 'dup', copies: 4 })
    expect(await (await post('again')).text()).toBe('you said again')
    expect(await lastSeen()).toMatchObject({ upstream: [201, 201, 201, 201], seen: 201 })
    expect(received).toEqual(['again', 'again', 'again', 'again'])
  })

  it('cuts a request, so that the server never has the whole of it', async () => {
    await proxy.set({ kind: 'truncate', of: 'request', bytes: 3 })
    await expect(post('cut short')).rejects.toThrow('fetch failed')
    expect(received).toEqual([])
  })

  it('cuts an answer, so that the browser never has the whole of it', async () => {
    await proxy.set({ kind: 'truncate', of: 'response', bytes: 4 })
    await expect(post('cut short').then((answer) => answer.text())).rejects.toThrow()
    expect(received).toEqual(['cut short'])
  })

  it('answers like the sign-in page of a hotel', async () => {
    await proxy.set({
      kind: 'replace',
      status: 200,
      type: 'text/html',
      body: '<h1>Welcome to the Grand Hotel</h1>',
    })
    const answer = await post('hello')
    expect([answer.status, await answer.text()]).toEqual([
      200,
      '<h1>Welcome to the Grand Hotel</h1>',
    ])
    expect(received).toEqual([])
  })

  it('answers with a status of its own', async () => {
    await proxy.set({ kind: 'status', status: 503 })
    expect((await post('hello')).status).toBe(503)
    expect(received).toEqual([])
  })

  it('hurts only the requests that match', async () => {
    await proxy.set({ kind: 'status', status: 503 }, /^\/trpc\//)
    expect((await post('a page', '/consultations')).status).toBe(201)
    expect((await post('a call')).status).toBe(503)
  })

  it('hurts only the requests that say something', async () => {
    await proxy.set({ kind: 'status', status: 500 }, /^/, /poison/)
    expect((await post('water')).status).toBe(201)
    expect((await post('some poison')).status).toBe(500)
  })
})
