import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callerFor, testContext } from '../test-support/test-context.ts'
import { publish, sentResponse, smallConsultation } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
})
afterAll(() => database.close())

const columns = async (table: string) =>
  (
    await database.asOwner(
      `select column_name as name, column_default as otherwise from information_schema.columns
       where table_name = '${table}' order by 1`,
    )
  ).rows

describe('what is stored of a response', () => {
  it('is these columns and no others: no account, address, device, session or counter', async () => {
    const names = async (table: string) => (await columns(table)).map(({ name }) => name)
    expect(await names('response')).toEqual([
      'answers',
      'code_hash',
      'completed_at',
      'consultation_id',
      'content_hash',
      'edition',
      'first_hash',
      'id',
      'late',
      'received_at',
      'reference',
      'revision',
      'state',
      'version',
    ])
    expect(await names('response_change')).toEqual([
      'change_id',
      'content_hash',
      'kind',
      'late',
      'received_at',
      'response_id',
      'revision',
    ])
  })

  it('holds nothing that the database counts or times by itself', async () => {
    for (const table of ['response', 'response_change']) {
      expect((await columns(table)).filter(({ otherwise }) => otherwise !== null)).toEqual([])
    }
    // Edits of drafts are numbered: staff wrote them, under their names, and the history is read in that order.
    const { rows } = await database.asOwner(
      "select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace",
    )
    expect(rows.map(({ name }) => name as string).toSorted()).toEqual([
      'draft_edit_number_seq',
      'round_draft_edit_number_seq',
      'round_sign_off_number_seq',
    ])
  })

  it('has no time more precise than an hour, whoever writes it', async () => {
    const { input } = sentResponse()
    await callerFor(testContext(database)).response.submit(input)
    for (const column of ['received_at', 'completed_at']) {
      await expect(
        database.asOwner(`update response set ${column} = ${column} + interval '1 second'`),
      ).rejects.toMatchObject({
        code: '23514',
      })
    }
    const { rows } = await database.asOwner(
      "select distinct to_char(received_at, 'MI:SS.US') as minutes from response",
    )
    expect(rows).toEqual([{ minutes: '00:00.000000' }])
  })

  it('cannot be put back in the order in which it came, by what the row says', async () => {
    const ctx = testContext(database)
    for (let sent = 0; sent < 50; sent += 1)
      await callerFor(ctx).response.submit(sentResponse().input)
    const { rows } = await database.asOwner(
      `select row_number() over (order by id) as by_id, row_number() over (order by reference) as by_reference
       from response order by xmin::text::bigint`,
    )
    const inOrder = (key: string) =>
      rows.filter((row, place) => place > 0 && Number(row[key]) > Number(rows[place - 1][key]))
        .length /
      (rows.length - 1)
    for (const key of ['by_id', 'by_reference'])
      expect(Math.abs(inOrder(key) - 0.5)).toBeLessThan(0.3)
  })
})

describe('what the database refuses by itself', () => {
  it('never lets a published version be changed, removed or emptied', async () => {
    for (const change of [
      "update consultation_version set document = '{}'",
      'delete from consultation_version',
      'truncate consultation_version cascade',
    ]) {
      await expect(database.asOwner(change)).rejects.toMatchObject({ code: '23001' })
    }
  })

  it('keeps no words of a withdrawn response and no response without words', async () => {
    await callerFor(testContext(database)).response.submit(sentResponse().input)
    await expect(database.asOwner("update response set state = 'withdrawn'")).rejects.toMatchObject(
      { code: '23514' },
    )
    await expect(database.asOwner('update response set answers = null')).rejects.toMatchObject({
      code: '23514',
    })
    await expect(database.asOwner("update response set state = 'lost'")).rejects.toMatchObject({
      code: '23514',
    })
    await expect(database.asOwner("update response set reference = 'x'")).rejects.toMatchObject({
      code: '23514',
    })
    await expect(database.asOwner('update response set revision = 0')).rejects.toMatchObject({
      code: '23514',
    })
    await expect(database.asOwner('update response set version = 99')).rejects.toMatchObject({
      code: '23503',
    })
  })

  it('gives the app an ordinary role', async () => {
    const { rows } = await database.asOwner(
      "select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = 'takepart'",
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolreplication: false,
        rolbypassrls: false,
      },
    ])
  })
})
