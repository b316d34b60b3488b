import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { publish, smallConsultation, whileOpen } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let server: TestApp
beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
  server = await createTestApp(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const html = { accept: 'text/html' }
const url = '/consultations/waiting-rooms'

/** Connections of this server that hear of changes by now. */
const hearing = async (): Promise<number> =>
  (
    await database.asOwner(
      `select from pg_stat_activity where datname = '${database.name}' and state = 'idle' and query ilike 'listen%'`,
    )
  ).rowCount ?? 0

describe('pages while the database cannot be reached', () => {
  it('are served as they were for less than a minute, then say so, and are back by themselves', async () => {
    // Of consultations and of rounds. What was made ready before the server hears of changes is made anew then.
    await expect.poll(hearing).toBe(2)
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    expect((await server.app.inject({ url })).statusCode).toBe(200)
    await database.asOwner(`alter database ${database.name} connection limit 0`)
    await database.asOwner(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${database.name}' and usename = 'takepart'`,
    )
    server.setClock(new Date(whileOpen.getTime() + 50_000))
    expect((await server.app.inject({ url })).statusCode).toBe(200)
    server.setClock(new Date(whileOpen.getTime() + 56_000))
    const away = await server.app.inject({ url, headers: html })
    expect(away.statusCode).toBe(503)
    expect(away.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    })
    expect(away.headers['retry-after']).toBeDefined()
    expect(away.body).toContain('This service is busy')
    expect(away.body).toMatch(/give this reference: <strong>[A-Z0-9]{10}<\/strong>/)
    expect(away.body).not.toMatch(/connect|select|ECONN|terminat/i)
    await database.asOwner(`alter database ${database.name} connection limit -1`)
    await expect
      .poll(async () => (await server.app.inject({ url })).statusCode, { timeout: 5000 })
      .toBe(200)
  })

  it('have the frame of every page when they say that something is wrong', async () => {
    const reply = await server.app.inject({ url: '/trpc/nowhere', headers: html })
    const page = await server.app.inject({ url: '/%zz', headers: html })
    expect(reply.headers['content-type']).toContain('json')
    expect(page.statusCode).toBe(400)
    expect(page.body).toContain('aria-label="Main"')
    expect(page.body.match(/<h1/g)).toHaveLength(1)
  })
})

describe('pages made afresh each time', () => {
  it('say the same as ready ones, in every encoding, and are not confused with each other', async () => {
    const afresh = await createTestApp(database, { readyPages: false })
    server.setClock(whileOpen)
    for (const path of ['/', url, `${url}/questions`, `${url}.json`, '/help', '/nowhere']) {
      const one = await server.app.inject({ url: path })
      for (let times = 0; times < 2; times += 1) {
        const other = await afresh.app.inject({ url: path })
        expect({ status: other.statusCode, body: other.body }).toEqual({
          status: one.statusCode,
          body: one.body,
        })
      }
      const compressed = await afresh.app.inject({
        url: path,
        headers: { 'accept-encoding': 'gzip' },
      })
      expect(compressed.headers['content-encoding']).toBe('gzip')
      const head = await afresh.app.inject({ method: 'HEAD', url: path })
      expect({ body: head.body, length: head.headers['content-length'] }).toEqual({
        body: '',
        length: one.headers['content-length'],
      })
    }
    await afresh.close()
  })
})
