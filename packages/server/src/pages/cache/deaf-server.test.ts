import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPool } from '../../db/database.ts'
import { hearNotices } from '../../db/hear-notices.ts'
import { retractConsultation } from '../../features/consultation/retract-consultation.ts'
import { createLog } from '../../log.ts'
import { halfOpenWay, type HalfOpenWay } from '../../test-support/half-open.ts'
import { createTestApp, type TestApp } from '../../test-support/page-app.ts'
import { publish, smallConsultation, whileOpen } from '../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'

let database: TestDatabase
let way: HalfOpenWay
let reached: TestDatabase
let server: TestApp
beforeEach(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
  way = await halfOpenWay(database.connection.host)
  const connection = { ...database.connection, host: way.host }
  const log = createLog('silent')
  const pages = openPool(connection, 2, log)
  reached = {
    ...database,
    pages,
    hear: (channel, onNotice) =>
      hearNotices(connection, { channel, onNotice, log, beatEveryMs: 300 }),
  }
  server = await createTestApp(reached)
})
afterEach(async () => {
  await way.close()
  await server.close()
  await reached.pages.destroy().catch(() => undefined)
  await database.close()
})

const page = `/consultations/${smallConsultation().slug}`
const statusAfter = async (seconds: number): Promise<number> => {
  server.setClock(new Date(whileOpen.getTime() + seconds * 1000))
  return (await server.app.inject({ url: page, headers: { accept: 'text/html' } })).statusCode
}

it('a server that hears nothing though its connections are open serves no retracted page after 60 s', async () => {
  await expect.poll(() => statusAfter(0), { timeout: 20_000 }).toBe(200)
  way.goSilent()
  await retractConsultation(database.calls, smallConsultation().slug, {
    at: whileOpen,
    reason: 'It was a mistake.',
  })
  // It cannot know yet that it is deaf; a minute later it must.
  await expect.poll(() => statusAfter(60), { timeout: 20_000, interval: 200 }).toBe(503)
  expect(await statusAfter(133)).toBe(503)
  way.recover()
  await expect.poll(() => statusAfter(140), { timeout: 20_000, interval: 200 }).toBe(410)
}, 90_000)
