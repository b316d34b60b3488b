import { answerKeys } from '@takepart/shared/domain/analysis/tally/answer-keys'
import type { Answers } from '@takepart/shared/domain/question/answer'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { consultationIn, storeResponse } from '../test-support/analysed.ts'
import { crossTabulate } from './cross-tabulate.ts'
import { readResults } from './read-results.ts'
import { indexDueWords, listResponses } from '../response-list/response-list.queries.ts'
import { countByDay } from './tally.queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const word = fc.constantFrom('a', 'b-2', 'other', '17')
const text = fc.string({
  unit: fc.constantFrom('a', '=', '.', 'é', ' ', '"', '\\', '\n'),
  maxLength: 12,
})
const figures = fc.integer({ min: 1, max: 12 }).map(String)
const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  word,
  fc.oneof(
    fc.record({ kind: fc.constant('short-text' as const), text }),
    fc.record({ kind: fc.constant('long-text' as const), text }),
    fc.record({
      kind: fc.constant('one-of' as const),
      choice: word,
      say: fc.dictionary(word, text),
    }),
    fc.record({ kind: fc.constant('several-of' as const), choices: fc.uniqueArray(word) }),
    fc.record({ kind: fc.constant('yes-no' as const), choice: word }),
    fc.record({ kind: fc.constant('agreement' as const), choice: word }),
    fc.record({ kind: fc.constant('number-scale' as const), choice: figures }),
    fc.record({ kind: fc.constant('matrix' as const), rows: fc.dictionary(word, word) }),
    fc.record({ kind: fc.constant('ranking' as const), order: fc.uniqueArray(word) }),
    fc.record({
      kind: fc.constant('number' as const),
      text: fc.constantFrom('0', '-12.5', '1250'),
    }),
    fc.record({
      kind: fc.constant('date' as const),
      day: figures,
      month: figures,
      year: fc.constant('2027'),
    }),
    fc.record({ kind: fc.constant('consent' as const), given: fc.boolean() }),
  ),
)

describe('answer_keys in the database', () => {
  it('gives the keys of the rule, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const {
          rows: [row],
        } = await sql<{
          keys: string[]
        }>`select answer_keys(${JSON.stringify(answers)}::jsonb) as keys`.execute(database.calls)
        expect(row?.keys.toSorted()).toEqual([...answerKeys(answers)].toSorted())
      }),
      { numRuns: 300 },
    )
  })
})

const withEquality = (consultation: Consultation): Partial<Consultation> => ({
  sections: [
    ...consultation.sections,
    {
      id: 'about-you',
      title: 'About you',
      purpose: 'equality',
      questions: [
        {
          id: 'age',
          kind: 'one-of',
          title: 'How old are you?',
          about: 'your age',
          options: [
            { code: 'under-50', label: 'Under 50' },
            { code: 'over-50', label: '50 or over', say: { label: 'Say more' } },
          ],
        },
      ],
    },
  ],
})

const answered = (how: string, rest: Answers = {}): Answers => ({
  how: { kind: 'one-of', choice: how },
  ...rest,
})

describe('readResults', () => {
  it('counts each question, and those who were asked it', async () => {
    const consultation = await consultationIn(database)
    await storeResponse(database, consultation, answered('bus'))
    await storeResponse(
      database,
      consultation,
      answered('car', { park: { kind: 'yes-no', choice: 'no' } }),
    )
    await storeResponse(database, consultation, answered('car'))
    await storeResponse(database, consultation, answered('bus'), {
      late: true,
      receivedAt: '2027-05-01T10:00:00Z',
    })
    const results = await readResults(database.calls, consultation.id, [
      { number: 1, consultation },
    ])
    expect(results.counted).toBe(3)
    const said = results.questions.map(({ tally }) => [
      tally.question.id,
      tally.asked,
      tally.answered,
      tally.tables[0]?.rows.map(({ count }) => count),
    ])
    expect(said).toEqual([
      ['how', 3, 3, [1, 2, 0]],
      ['park', 2, 1, [0, 1, 0]],
      ['words', 3, 0, undefined],
    ])
    expect(await countByDay(database.calls, consultation.id)).toEqual([
      { day: '2027-02-01', way: 'website', count: 3 },
    ])
  })

  it('says that a question was not asked of those who answered an older version', async () => {
    const consultation = await consultationIn(database)
    const second: Consultation = { ...consultation, ...withEquality(consultation) }
    await publish(database.calls, second, 2)
    await storeResponse(database, consultation, answered('bus'))
    await storeResponse(
      database,
      consultation,
      answered('bus', { age: { kind: 'one-of', choice: 'under-50' } }),
      { version: 2 },
    )
    const results = await readResults(database.calls, consultation.id, [
      { number: 1, consultation },
      { number: 2, consultation: second },
    ])
    expect(
      results.questions.map(({ tally, equality }) => [tally.question.id, tally.asked, equality]),
    ).toEqual([
      ['how', 2, false],
      ['park', 0, false],
      ['words', 2, false],
      ['age', 1, true],
    ])
  })
})

describe('crossTabulate', () => {
  it('counts every pair as counting by hand does', async () => {
    const consultation = await consultationIn(database)
    const versions = [{ number: 1, consultation }]
    const all: Answers[] = []
    for (let index = 0; index < 60; index += 1) {
      const how = ['bus', 'car', 'other'][index % 3] ?? 'bus'
      const park: Answers =
        how === 'car' && index % 2 === 0
          ? { park: { kind: 'yes-no', choice: index % 4 ? 'no' : 'yes' } as const }
          : {}
      all.push(answered(how, park))
    }
    for (const answers of all) await storeResponse(database, consultation, answers)
    const made = await crossTabulate(database.calls, consultation.id, versions, {
      down: 'how',
      across: 'park',
    })
    const count = (how: string, park: string | null) =>
      all.filter((answers) => {
        const [one, other] = [answers['how'], answers['park']]
        const chosen = other?.kind === 'yes-no' ? other.choice : null
        return one?.kind === 'one-of' && one.choice === how && chosen === park
      }).length
    expect(made?.table.rows.map(({ cells }) => cells)).toEqual([
      ...['bus', 'car', 'other'].map((how) =>
        ['yes', 'no', 'dont-know', null].map((park) => count(how, park)),
      ),
      [0, 0, 0, 0],
    ])
    expect(made?.table.total.all).toBe(60)
    expect(made?.table.rows.map(({ all: people }) => people)).toEqual([20, 20, 20, 0])
  })

  it('hides few people behind the stricter rule where it is about equality, and joins a question only with another', async () => {
    const consultation = await consultationIn(database)
    const second: Consultation = { ...consultation, ...withEquality(consultation) }
    await publish(database.calls, second, 2)
    const versions = [{ number: 2, consultation: second }]
    for (let index = 0; index < 40; index += 1)
      await storeResponse(
        database,
        second,
        answered(index < 9 ? 'bus' : 'car', { age: { kind: 'one-of', choice: 'under-50' } }),
        { version: 2 },
      )
    const made = await crossTabulate(database.calls, second.id, versions, {
      down: 'how',
      across: 'age',
    })
    expect(made?.equality).toBe(true)
    expect(made?.shown.get('age=under-50 & how=bus')).toBe('small')
    expect(
      await crossTabulate(database.calls, second.id, versions, { down: 'how', across: 'how' }),
    ).toBeUndefined()
    expect(
      await crossTabulate(database.calls, second.id, versions, { down: 'how', across: 'words' }),
    ).toBeUndefined()
  })

  it('never finds words about equality by searching', async () => {
    const consultation = await consultationIn(database)
    const second: Consultation = { ...consultation, ...withEquality(consultation) }
    await publish(database.calls, second, 2)
    const id = await storeResponse(
      database,
      second,
      answered('other', {
        age: { kind: 'one-of', choice: 'over-50', say: { 'over-50': 'ninety' } },
        words: { kind: 'long-text', text: 'Benches' },
      }),
      { version: 2 },
    )
    const found = async (query: string) =>
      (await listResponses(database.calls, consultation.id, { find: query })).map((one) => one.id)
    expect([await found('bench'), await found('ninety')]).toEqual([[id], []])
    await indexDueWords(database.calls)
    expect([await found('bench'), await found('ninety')]).toEqual([[id], []])
  })
})
