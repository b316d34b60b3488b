import { randomUUID } from 'node:crypto'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { countShown, insertVersion, listShown } from './consultation.queries.ts'
import { tidySearch, wordsOfSearch } from './search-consultations.ts'

const about = (slug: string, title: string, more: object = {}): Consultation =>
  ({
    id: randomUUID(),
    slug,
    title,
    summary: '',
    trust: { name: 'Alder Vale' },
    documents: [],
    sections: [],
    closesAt: `2027-05-0${slug.length}T17:00:00Z`,
    ...more,
  }) as unknown as Consultation

const clinics = about('clinics', 'Evening clinics', {
  sections: [
    {
      id: 'travel',
      title: 'Getting there',
      introduction: [{ kind: 'easy', picture: 'tram-stop', sentences: ['Buses stop here.'] }],
      questions: [{ id: 'bus', kind: 'one-of', title: 'How far is the café?' }],
    },
  ],
})
const beds = about('beds', 'Beds for older people', {
  summary: 'What may change at **Rowan House**',
  documents: [{ id: 'plan', blocks: [{ text: 'O’Neill’s 24-hour “ward”, Straße' }] }],
})

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  for (const consultation of [clinics, beds])
    await insertVersion(database.calls, { number: 1, consultation })
})
afterAll(() => database.close())

const found = async (search: string): Promise<readonly string[]> =>
  (await listShown(database.calls, { from: 0, most: 50, words: wordsOfSearch(search) })).map(
    ({ consultation }) => consultation.slug,
  )

describe('searching', () => {
  it.each([
    ['evening', ['clinics']],
    ['EVENING', ['clinics']],
    ['even', ['clinics']],
    ['cafe', ['clinics']],
    ['CAFÉ far', ['clinics']],
    ['rowan', ['beds']],
    ['o’neill', ['beds']],
    ['24-hour', ['beds']],
    ['straße', ['beds']],
    ['older evening', []],
    ['alder', ['clinics', 'beds']],
    ['one-of', []],
    ['travel', []],
    ['tram', []],
    ['buses', ['clinics']],
    ['getting', ['clinics']],
    ["' | 'zz", []],
    [String.raw`alder\ & !x`, []],
  ])('finds what mentions %j', async (search, slugs) => {
    expect(await found(search)).toEqual(slugs)
    expect(await countShown(database.calls, wordsOfSearch(search))).toBe(slugs.length)
  })

  it('knows the words of the newest version only', async () => {
    await insertVersion(database.calls, {
      number: 2,
      consultation: { ...beds, title: 'Beds for everybody' },
    })
    expect([await found('everybody'), await found('older')]).toEqual([['beds'], []])
  })

  it('lets a consultation be published whose words are more than an index holds', async () => {
    const words = Array.from({ length: 60_000 }, (_, index) => `${'long'.repeat(20)}${index}`).join(
      ' ',
    )
    await insertVersion(database.calls, {
      number: 1,
      consultation: about('x', 'Very long', { summary: `${words} ${'y'.repeat(100_000)}` }),
    })
    expect(await found('longlong')).toEqual(['x'])
  })
})

describe('the words of a search', () => {
  it.each([
    ['Evening  clinics', ['evening', 'clinics']],
    ['Café, “ward” & more.', ['cafe', 'ward', 'more']],
    [`'a':* | "b" \\ !c`, ['a', 'b', 'c']],
    ['. , –', []],
    ['a b c d e f g h i j', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ])('of %j are %j', (search, words) => expect(wordsOfSearch(search)).toEqual(words))
})

describe('tidySearch', () => {
  it.each([
    ['  evening \t clinics\n', 'evening clinics'],
    ['a\u0000b', 'a b'],
    [' \u200B ', ''],
    ['x'.repeat(500), 'x'.repeat(100)],
  ])('tidies %j', (typed, tidy) => {
    expect(tidySearch(typed)).toBe(tidy)
  })
})
