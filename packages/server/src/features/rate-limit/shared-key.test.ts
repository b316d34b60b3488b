import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { limitsChannel, tellLimits } from './rate-limit.queries.ts'
import { createSharedKey, type SharedKey } from './shared-key.ts'

const noon = new Date('2027-03-01T12:00:00Z')

let database: TestDatabase
const started: SharedKey[] = []

beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((key) => key.stop()))
})
afterAll(() => database.close())

const start = (settleMs: number, now = () => noon): SharedKey => {
  const key = createSharedKey({
    now,
    random: systemRandom,
    settleMs,
    hear: (onNotice) => database.hear(limitsChannel, onNotice),
    tell: (message) => tellLimits(database.pages, message),
  })
  started.push(key)
  return key
}

const names = (...keys: SharedKey[]) => new Set(keys.map((key) => key.nameOf('192.0.2.0/24')))

describe('createSharedKey', () => {
  it('gives servers that start one after the other the same names', async () => {
    const first = start(50)
    await pause(1200)
    const before = first.nameOf('192.0.2.0/24')
    const [second, third] = [start(5000), start(5000)]
    await expect.poll(() => names(first, second, third).size, { timeout: 8000 }).toBe(1)
    expect(first.nameOf('192.0.2.0/24')).toBe(before)
  })

  it('agrees on one key when servers start at the same moment', async () => {
    const servers = [start(600), start(600), start(600)]
    await expect.poll(() => names(...servers).size, { timeout: 8000 }).toBe(1)
  })

  it('gives names that cannot be found by trying networks, and others on the next day', () => {
    let time = noon
    const key = start(50, () => time)
    const name = key.nameOf('192.0.2.0/24')
    expect(name).not.toBe(createHash('sha256').update('192.0.2.0/24').digest('base64url'))
    expect(name).toMatch(/^[\w-]{43}$/)
    expect(key.nameOf('192.0.2.0/24')).toBe(name)
    expect(key.nameOf('198.51.100.0/24')).not.toBe(name)
    time = new Date('2027-03-02T12:00:00Z')
    expect(key.nameOf('192.0.2.0/24')).not.toBe(name)
  })

  it('is kept in no table', async () => {
    const key = start(50)
    await pause(500)
    const { rows } = await database.asOwner(
      `select query_to_xml(format('select t::text from %I.%I t', schemaname, tablename), true, false, '')::text as text
       from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(rows.length).toBeGreaterThan(5)
    expect(JSON.stringify(rows)).not.toContain(key.nameOf('192.0.2.0/24'))
  })

  it('is not moved by messages that are no keys', async () => {
    const key = start(50)
    await pause(1200)
    const before = key.nameOf('x')
    for (const message of ['key short', 'key', `key ${'!'.repeat(43)}`, '', '{}'])
      await tellLimits(database.pages, message)
    await pause(500)
    expect(key.nameOf('x')).toBe(before)
  })
})
