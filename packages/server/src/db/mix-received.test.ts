import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tasksWith } from '../jobs.ts'
import { createLog } from '../log.ts'
import { systemRandom } from '../context.ts'
import { sentRequest } from '../test-support/sample-request.ts'
import {
  changeOf,
  publish,
  sentResponse,
  smallConsultation,
  whileOpen,
} from '../test-support/sample-response.ts'
import { callerFor, testContext } from '../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
  // The day has begun.
  await mix()
})
afterEach(() => database.close())

interface Pair {
  readonly request: string
  readonly response: string
}

/** One person after another asks for support, with their name, and then answers. */
async function peopleCome(many: number): Promise<readonly Pair[]> {
  const caller = callerFor(testContext(database))
  const pairs: Pair[] = []
  for (let came = 0; came < many; came += 1) {
    const request = sentRequest({ name: 'Sam' })
    const { input } = sentResponse()
    await caller.supportRequest.ask(request)
    await caller.response.submit(input)
    pairs.push({ request: request.requestId, response: input.responseId })
  }
  return pairs
}

/** What the job of the server does, as it is in its list of jobs. */
async function mix(now = whileOpen): Promise<void> {
  const task = tasksWith(undefined).find(({ name }) => name === 'mix-what-was-received')
  if (!task) throw new Error('nothing mixes what was received')
  const log = createLog('silent')
  const actor = { kind: 'job', name: task.name } as never
  await task.run({ db: database.calls, now: () => now, random: systemRandom, log, actor }, {}, 1)
}

const tables = [
  ['response', 'id'],
  ['response_ledger', 'response_id'],
  ['response_words', 'response_id'],
  ['response_change', 'change_id'],
  ['support_request', 'id'],
] as const

/** Keys in the order of the transactions that wrote their rows, and where there is one for several, of their places in the table. */
async function inOrder(table: string, key: string, by = 'xmin::text::bigint, ctid') {
  const { rows } = await database.asOwner(`select ${key} as key from ${table} order by ${by}`)
  return rows.map((row) => String(row['key']))
}

/** How many requests a reader of the rows would give to the right response, by taking the one whose row was written next. */
async function linkedByTransaction(pairs: readonly Pair[]): Promise<number> {
  const { rows } = await database.asOwner(
    `select q.id as request, (select r.id from response r where r.xmin::text::bigint >= q.xmin::text::bigint
       order by r.xmin::text::bigint, r.ctid limit 1) as response from support_request q`,
  )
  const guessed = new Map(rows.map((row) => [row['request'], row['response']]))
  return pairs.filter(({ request, response }) => guessed.get(request) === response).length
}

/** And by counting: the fifth request to the fifth response. */
async function linkedByPlace(pairs: readonly Pair[], by?: string): Promise<number> {
  const requests = await inOrder('support_request', 'id', by)
  const responses = await inOrder('response', 'id', by)
  return pairs.filter(
    ({ request, response }) => requests.indexOf(request) === responses.indexOf(response),
  ).length
}

const transactions = async (table: string): Promise<number> =>
  Number(
    (await database.asOwner(`select count(distinct xmin::text) as many from ${table}`)).rows[0]?.[
      'many'
    ],
  )

// With n pairs about one is right by chance; ten or more, less often than once in a million runs.
const chance = 9
const people = 40

describe('what the rows say of who sent which', () => {
  it('ties each request for support to the response sent next, until they are mixed', async () => {
    const pairs = await peopleCome(people)
    expect(await linkedByTransaction(pairs)).toBe(people)
    expect(await linkedByPlace(pairs)).toBe(people)
    expect(await linkedByPlace(pairs, 'ctid')).toBeGreaterThan(chance)
    await mix()
    expect(await linkedByTransaction(pairs)).toBeLessThanOrEqual(chance)
    expect(await linkedByPlace(pairs)).toBeLessThanOrEqual(chance)
    expect(await linkedByPlace(pairs, 'ctid')).toBeLessThanOrEqual(chance)
  })

  it('is one transaction for the whole day, however often rows were mixed in it', async () => {
    const first = await peopleCome(3)
    await mix()
    const then = await peopleCome(2)
    await mix(new Date(whileOpen.getTime() + 600_000))
    expect(await inOrder('response', 'id')).toHaveLength(first.length + then.length)
    const { rows } = await database.asOwner(
      `select count(distinct xmin::text)::integer as many from
        (select xmin from response union all select xmin from support_request union all select xmin from response_ledger) received`,
    )
    expect(rows).toEqual([{ many: 1 }])
  })

  it('covers each row that is written with a response, and each that is written when it is changed', async () => {
    const caller = callerFor(testContext(database))
    for (let came = 0; came < 5; came += 1) {
      const sent = sentResponse()
      await caller.response.submit(sent.input)
      await caller.response.change(changeOf(sent))
    }
    await peopleCome(1)
    await sql`select index_due_words(100)`.execute(database.calls)
    for (const [table] of tables.filter(([name]) => name.startsWith('response')))
      if (table !== 'response_words') expect(await transactions(table)).toBeGreaterThan(1)
    await mix()
    for (const [table] of tables) expect([table, await transactions(table)]).toEqual([table, 1])
    // Whatever else names a response has been written with it, and would tell as much.
    const { rows } = await database.asOwner(
      `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.column_name = 'response_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
    )
    expect(rows.map(({ name }) => name as string)).toEqual([
      // By staff, and later: in an order of theirs.
      'answer_reading',
      'coding',
      'erasure_request',
      'ledger_move',
      'response_change',
      'response_ledger',
      'response_source',
      'response_taken_out',
      'response_words',
      // Gone within a minute.
      'response_words_due',
      'second_entry',
    ])
  })

  it('says on the next day nothing of the order within the day before, nor by the place on the disk', async () => {
    const pairs = [...(await peopleCome(people))]
    await mix()
    pairs.push(...(await peopleCome(people)))
    const nextDay = new Date(whileOpen.getTime() + 86_400_000)
    await mix(nextDay)
    const today = await peopleCome(1)
    await mix(new Date(nextDay.getTime() + 600_000))
    for (const [table, key] of tables.slice(0, 2)) {
      const place = await inOrder(table, key, 'ctid')
      const before = place.filter((id) => id !== today[0]?.response)
      expect(before).toEqual(before.toSorted())
      expect(await transactions(table)).toBeLessThanOrEqual(2)
    }
    expect(await linkedByTransaction(pairs)).toBeLessThanOrEqual(chance)
  })

  it('leaves every word, hash, state and line as it was', async () => {
    const everything = async () => {
      const kept = []
      for (const [table, key] of tables)
        kept.push((await database.asOwner(`select * from ${table} order by ${key}`)).rows)
      return kept
    }
    await peopleCome(3)
    await sql`select index_due_words(100)`.execute(database.calls)
    const before = await everything()
    await mix()
    await mix(new Date(whileOpen.getTime() + 86_400_000))
    expect(await everything()).toEqual(before)
    const due = await database.asOwner('select * from response_words_due')
    expect(due.rows).toEqual([])
  })

  it('passes over a row that somebody is changing, and comes to it the next time', async () => {
    await peopleCome(2)
    await database.calls.transaction().execute(async (trx) => {
      await sql`update support_request set note = null where id = (select id from support_request order by id limit 1)`.execute(
        trx,
      )
      await mix()
    })
    expect(await transactions('support_request')).toBe(2)
    await mix()
    expect(await transactions('support_request')).toBe(1)
  })
})
