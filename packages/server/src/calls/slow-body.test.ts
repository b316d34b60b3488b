import { connect, type AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApp } from '../test-support/call-app.ts'
import { publish, sentResponse, smallConsultation } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let app: FastifyInstance
beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
  app = await callApp({ database })
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** Sends the head of a call, then its body a byte at a time; resolves with what came back when the server closes. */
function dribble(body: string, everyMs: number): Promise<string> {
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `POST /trpc/response.submit HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\nx-takepart: 1\r\ncontent-length: ${body.length}\r\n\r\n`,
  )
  let sent = 0
  const drip = setInterval(() => socket.write(body.charAt(sent++)), everyMs)
  return new Promise((resolve) => {
    let heard = ''
    socket.on('data', (part) => {
      heard += part.toString()
    })
    socket.on('error', () => undefined)
    socket.once('close', () => {
      clearInterval(drip)
      resolve(heard)
    })
  })
}

describe('F08: a body that comes a byte a second', () => {
  it('is given up within half a minute, with 408 and the headers of every reply, and nothing of it is stored', async () => {
    expect(app.server.requestTimeout, 'milliseconds for a whole request').toBeLessThanOrEqual(
      30_000,
    )
    // The same limit, sooner; it is looked at every 5 s.
    Object.assign(app.server, { headersTimeout: 2000, requestTimeout: 2000 })
    const begun = performance.now()
    const heard = await dribble(JSON.stringify(sentResponse().input), 1000)
    expect(performance.now() - begun).toBeLessThan(12_000)
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    expect(heard).toContain('x-content-type-options: nosniff')
    expect((await database.asOwner('select from response')).rowCount).toBe(0)
  }, 20_000)

  it('holds up nobody else', async () => {
    const slow = dribble('{}', 3000)
    const reply = await fetch(
      `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/health/ready`,
    )
    expect(reply.status).toBe(200)
    await slow
  }, 20_000)
})
