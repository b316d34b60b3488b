import type { Answers } from '@takepart/shared/domain/question/answer'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { consultationIn, storeResponse } from '../test-support/analysed.ts'
import { indexDueWords, listResponses } from './response-list.queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const said = (text: string): Answers => ({ words: { kind: 'long-text', text } })

const finder = (consultationId: string) => async (find: string) =>
  (await listResponses(database.calls, consultationId, { find })).map(({ id }) => id)

const setAnswers = (id: string, answers: Answers) =>
  sql`update response set answers = ${JSON.stringify(answers)}::jsonb where id = ${id}`.execute(
    database.calls,
  )

const countOf = async (table: 'response_words' | 'response_words_due') => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(table)}`.execute(database.calls)
  return rows[0]?.count
}

describe('finding responses by their words', () => {
  it('finds what came a moment ago, and finds the same once it is in the index', async () => {
    const consultation = await consultationIn(database)
    const found = finder(consultation.id)
    const chairs = await storeResponse(database, consultation, said('More chairs in the hall'))
    await storeResponse(database, consultation, said('A later bus'))
    expect(await found('chair')).toEqual([chairs])
    expect(await indexDueWords(database.calls)).toBe(2)
    expect(await countOf('response_words_due')).toBe(0)
    expect(await found('chair')).toEqual([chairs])
    expect(await indexDueWords(database.calls)).toBe(0)
  })

  it('finds a changed response by its new words at once and never by the old', async () => {
    const consultation = await consultationIn(database)
    const found = finder(consultation.id)
    const id = await storeResponse(database, consultation, said('More chairs'))
    await indexDueWords(database.calls)
    await setAnswers(id, said('A quiet room'))
    expect([await found('chair'), await found('quiet')]).toEqual([[], [id]])
    await indexDueWords(database.calls)
    expect([await found('chair'), await found('quiet')]).toEqual([[], [id]])
    await setAnswers(id, said('A warm room'))
    await setAnswers(id, said('A cold room'))
    expect([await found('warm'), await found('cold')]).toEqual([[], [id]])
  })

  it('puts more than one batch into the index, each response once', async () => {
    const consultation = await consultationIn(database)
    await Promise.all(
      Array.from({ length: 210 }, () => storeResponse(database, consultation, said('Chairs'))),
    )
    const before = (await countOf('response_words')) ?? 0
    const due = (await countOf('response_words_due')) ?? 0
    const runs = [indexDueWords(database.calls), indexDueWords(database.calls)]
    const done = (await Promise.all(runs)).reduce((sum, one) => sum + one, 0)
    expect(done).toBe(due)
    expect(await countOf('response_words_due')).toBe(0)
    expect((await countOf('response_words')) ?? 0).toBeGreaterThanOrEqual(before + 210)
  })
})
