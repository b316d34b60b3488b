import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callApp, callOf } from '../test-support/call-app.ts'
import { publish, sentResponse, smallConsultation } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { hasConsultations } from '../features/consultation/consultation.queries.ts'

const connections = 3
let database: TestDatabase
let app: FastifyInstance
let other: pg.Client

beforeEach(async () => {
  database = await createTestDatabase({ connections })
  await publish(database.calls, smallConsultation())
  app = await callApp({
    database,
    limits: { callsAtOnce: 20 },
    addPages: async (pages, deps) => {
      pages.get('/page', async () => ({ found: await hasConsultations(deps.database.pages) }))
    },
  })
  other = new pg.Client(database.connection)
  await other.connect()
})
afterEach(async () => {
  await other.end().catch(() => undefined)
  await app.close()
  await database.close()
})

const submit = () => app.inject(callOf('response.submit', sentResponse().input))
const rows = async () => (await database.asOwner('select from response')).rowCount

describe('while the database cannot answer', () => {
  it('a call is put off within 5 s, in words and with a time to come back, and nothing is half stored', async () => {
    await other.query('begin; lock table response in access exclusive mode')
    const begun = performance.now()
    const reply = await submit()
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(reply.statusCode).toBe(503)
    expect(reply.headers['retry-after']).toBe('2')
    expect(reply.json().error.data).toMatchObject({ code: 'SERVICE_UNAVAILABLE', httpStatus: 503 })
    await other.query('rollback')
    expect(await rows()).toBe(0)
    expect((await submit()).statusCode).toBe(200)
  })

  it('pages and health go on while every connection for calls is taken', async () => {
    await other.query('begin; lock table response in access exclusive mode')
    const stuck = Array.from({ length: connections + 2 }, submit)
    await new Promise((done) => setTimeout(done, 200))
    const begun = performance.now()
    expect((await app.inject('/page')).json()).toEqual({ found: true })
    expect((await app.inject('/health/ready')).statusCode).toBe(200)
    expect(performance.now() - begun).toBeLessThan(1000)
    expect((await Promise.all(stuck)).map((reply) => reply.statusCode)).toEqual(
      Array.from({ length: connections + 2 }, () => 503),
    )
  })

  it('calls beyond what is worked on at once are put off at once', async () => {
    await other.query('begin; lock table response in access exclusive mode')
    const stuck = Array.from({ length: 20 }, submit)
    await new Promise((done) => setTimeout(done, 100))
    const begun = performance.now()
    expect((await submit()).statusCode).toBe(503)
    expect(performance.now() - begun).toBeLessThan(500)
    await other.query('rollback')
    await Promise.all(stuck)
  })

  it('a call whose connection is cut is answered 503 or 200, never half, and its repeat is counted once', async () => {
    const sent = Array.from({ length: 40 }, () => sentResponse().input)
    const cuts: Promise<unknown>[] = []
    const cutting = setInterval(
      () =>
        void cuts.push(
          database.asOwner(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = '${database.name}' and application_name = 'takepart'`,
          ),
        ),
      10,
    )
    const replies = await Promise.all(
      sent.map((input) => app.inject(callOf('response.submit', input))),
    )
    clearInterval(cutting)
    await Promise.all(cuts)
    for (const reply of replies) expect([200, 503]).toContain(reply.statusCode)
    await new Promise((done) => setTimeout(done, 100))
    const again: { statusCode: number }[] = []
    for (const input of sent) again.push(await app.inject(callOf('response.submit', input)))
    expect(again.filter((reply) => reply.statusCode === 200).length).toBeGreaterThanOrEqual(39)
    expect(await rows()).toBeLessThanOrEqual(40)
  })

  it('health says it is alive and not ready', async () => {
    await database.asOwner(`alter database ${database.name} with connection limit 0`)
    await other.end()
    await database.asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}' and pid <> pg_backend_pid()`,
    )
    expect((await app.inject('/health/live')).statusCode).toBe(200)
    const ready = await app.inject('/health/ready')
    expect([ready.statusCode, ready.headers['retry-after'], ready.json()]).toEqual([
      503,
      '2',
      { status: 'not ready' },
    ])
    expect((await submit()).statusCode).toBe(503)
    expect((await app.inject('/page')).statusCode).toBe(503)
    await database.asOwner(`alter database ${database.name} with connection limit -1`)
    expect((await app.inject('/health/ready')).statusCode).toBe(200)
    expect((await submit()).statusCode).toBe(200)
  })
})
