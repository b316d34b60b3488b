import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testConfig } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { tableLedger } from './rate-limit.queries.ts'
import { createLimiter, thisMachine, type Limiter } from './rate-limit.ts'

const start = Date.parse('2027-02-01T10:00:00Z')
let time = start
const now = (): Date => new Date(time)
beforeEach(() => {
  time = start
})

const nameInTable = (budget: string): string =>
  createHmac('sha256', 'a key').update(budget).digest('base64url')
const limits = testConfig({ submitsPerMinute: 20, codeTries: 3 }).limits
const alone = (): Limiter => createLimiter(limits, { now, ledger: async () => [], nameInTable })
const takes = (limiter: Limiter, count: number, network = 'a'): number[] =>
  Array.from({ length: count }, () => limiter.take('submits', network))

describe('createLimiter', () => {
  it('lets a network spend its budget and then says how long to wait', () => {
    const limiter = alone()
    time += 15_000
    expect(takes(limiter, 20).every((wait) => wait === 0)).toBe(true)
    expect(limiter.take('submits', 'a')).toBe(45)
    expect(limiter.take('submits', 'b')).toBe(0)
  })

  it('begins anew with the next window', () => {
    const limiter = alone()
    takes(limiter, 30)
    time += 60_000
    expect(limiter.take('submits', 'a')).toBe(0)
  })

  it('takes back what did not count', () => {
    const limiter = alone()
    takes(limiter, 20)
    limiter.giveBack('submits', 'a')
    expect(limiter.take('submits', 'a')).toBe(0)
    expect(limiter.take('submits', 'a')).toBeGreaterThan(0)
  })

  it('does not limit sending from this machine, where people cannot be told apart, and does limit codes there', () => {
    const limiter = alone()
    expect(takes(limiter, 100, thisMachine).every((wait) => wait === 0)).toBe(true)
    expect([1, 2, 3, 4].map(() => limiter.take('code-tries', thisMachine) > 0)).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  it('keeps nothing of what was taken back', async () => {
    const told: unknown[] = []
    const limiter = createLimiter(
      { ...limits, codeTries: 1 },
      { now, nameInTable, ledger: async (spendings) => (told.push(...spendings), []) },
    )
    for (const id of ['a', 'b', 'c']) {
      limiter.take('code-tries', id)
      limiter.giveBack('code-tries', id)
    }
    expect(limiter.size()).toBe(0)
    await limiter.exchange()
    expect(told).toEqual([])
  })

  it('tells the others when what they were told is taken back', async () => {
    const told: number[] = []
    const limiter = createLimiter(
      { ...limits, codeTries: 1 },
      {
        now,
        nameInTable,
        ledger: async (spendings) => (told.push(...spendings.map(({ spent }) => spent)), spendings),
      },
    )
    limiter.take('code-tries', 'a')
    await limiter.exchange()
    limiter.giveBack('code-tries', 'a')
    await limiter.exchange()
    expect(told).toEqual([1, -1])
  })

  it('has no limit where 0 is set', () => {
    const limiter = createLimiter(
      { ...limits, submitsPerMinute: 0 },
      { now, nameInTable, ledger: async () => [] },
    )
    expect(takes(limiter, 1000).every((wait) => wait === 0)).toBe(true)
  })
})

describe('limits over several servers', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.asOwner('truncate rate_window')
  })
  const server = (): Limiter =>
    createLimiter(limits, { now, ledger: tableLedger(database.pages), nameInTable })
  const rows = async () => (await database.asOwner('select * from rate_window')).rows

  it('learn from each other what a network has spent', async () => {
    const [one, other] = [server(), server()]
    takes(one, 15)
    takes(other, 3)
    await one.exchange()
    await other.exchange()
    expect(takes(other, 3)).toEqual([0, 0, 60])
    await other.exchange()
    takes(one, 1)
    await one.exchange()
    expect(takes(one, 1)).toEqual([60])
    expect(await rows()).toMatchObject([{ spent: 22 }])
  })

  it('write nothing of a network that spends little, and no network by its name', async () => {
    const one = server()
    takes(one, 1, '203.0.113.0/24')
    await one.exchange()
    expect(await rows()).toEqual([])
    takes(one, 1, '203.0.113.0/24')
    await one.exchange()
    expect(await rows()).toHaveLength(1)
    expect(JSON.stringify(await rows())).not.toContain('203')
  })

  it('forget windows that have ended', async () => {
    const one = server()
    takes(one, 10)
    await one.exchange()
    time += 61_000
    takes(one, 10, 'b')
    await one.exchange()
    expect(await rows()).toHaveLength(1)
  })

  it('go on alone while the database is away', async () => {
    const one = createLimiter(limits, {
      now,
      nameInTable,
      ledger: async () => {
        throw new Error('away')
      },
    })
    takes(one, 20)
    await expect(one.exchange()).rejects.toThrow('away')
    expect(takes(one, 1)).toEqual([60])
  })
})
