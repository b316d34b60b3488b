import type { Edition } from '@takepart/shared/domain/consultation/edition'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishConsultation } from '../features/consultation/publish-consultation.ts'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { afterClosing, smallConsultation, whileOpen } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

const plan = {
  id: 'plan',
  title: 'The plan',
  minutes: 2,
  blocks: [{ kind: 'paragraph', text: 'New chairs.' }],
} as const
const arabic: Edition = {
  id: 'ar',
  title: 'غرف الانتظار',
  summary: 'ما الذي ينبغي تغييره؟ أخبرنا بما يجعل الانتظار أسهل عليك أو أصعب.',
  sections: [
    { id: 'rooms', title: 'الغرف', questions: [{ id: 'words', title: 'ما الذي ينبغي تغييره؟' }] },
  ],
}
const easy: Edition = {
  id: 'easy-read',
  title: 'Waiting, in easy words',
  documents: [
    { id: 'plan', title: 'Our plan', blocks: [{ kind: 'paragraph', text: 'We buy chairs.' }] },
  ],
}
const consultation = smallConsultation({
  documents: [plan],
  editions: [easy, arabic],
  promise: { by: '2027-05-20', text: 'We say what we did.' },
})

let database: TestDatabase
let server: TestApp
beforeAll(async () => {
  database = await createTestDatabase()
  expect(await publishConsultation(database.calls, consultation)).toMatchObject({
    outcome: 'published',
  })
  server = await createTestApp(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const get = (path: string) => server.app.inject({ url: `/consultations/waiting-rooms${path}` })
const mainOf = (page: string): string => /<main[^>]*>/.exec(page)?.[0] ?? ''

describe('the pages of an edition', () => {
  it.each([
    ['/in/ar', 'غرف الانتظار'],
    ['/in/ar/read/plan', 'New chairs.'],
    ['/in/ar/all-questions', 'الغرف'],
    ['/in/ar/questions', 'ما الذي ينبغي تغييره؟'],
    ['/in/ar/questions/words', 'ما الذي ينبغي تغييره؟'],
    ['/in/ar/sections/rooms', 'الغرف'],
  ])('are in the language and direction of the edition: %s', async (path, words) => {
    const page = await get(path)
    expect(page.statusCode).toBe(200)
    expect(mainOf(page.body)).toContain('lang="ar" dir="rtl"')
    expect(page.body).toContain('<html lang="en-GB">')
    expect(page.body).toContain(words)
  })

  it.each([
    ['/in/easy-read', 'Waiting, in easy words'],
    ['/in/easy-read/read/plan', 'We buy chairs.'],
    ['/in/easy-read/questions/how', 'How do you travel to us?'],
  ])('say nothing of language where it is that of the frame: %s', async (path, words) => {
    const page = await get(path)
    expect(page.statusCode).toBe(200)
    expect(mainOf(page.body)).not.toContain('lang=')
    expect(page.body).toContain(words)
  })

  it('mark a question that the edition has not got with its own language', async () => {
    expect((await get('/in/ar/questions/how')).body).toMatch(
      /<div lang="en-GB" dir="ltr">[\s\S]*How do you travel to us\?/,
    )
  })

  it.each(['/in/ar/answer', '/in/ar/check', '/in/ar/large-print'])('are there: %s', async (path) =>
    expect((await get(path)).statusCode).toBe(200),
  )

  it.each([
    '/in/cy',
    '/in/ar/read/nothing',
    '/in/cy/answer',
    '/in/ar/outcome',
    '/in/cy/large-print',
    '/in',
  ])('are not there for %s', async (path) => expect((await get(path)).statusCode).toBe(404))

  it.each(['', '/read/plan', '/questions/words', '/check'])(
    'are not a second time the standard ones, which have an address already: /in/standard%s',
    async (path) => {
      const moved = await get(`/in/standard${path}`)
      expect([moved.statusCode, moved.headers.location]).toEqual([
        308,
        `/consultations/waiting-rooms${path}`,
      ])
      expect((await get(path)).statusCode).toBe(200)
    },
  )

  it('have addresses, and editions of a page to keep, of their own', async () => {
    const [standard, other] = [await get(''), await get('/in/ar')]
    expect(other.body).toContain(
      '<link rel="canonical" href="https://takepart.example.nhs.uk/consultations/waiting-rooms/in/ar">',
    )
    expect(other.headers['x-page-edition']).not.toBe(standard.headers['x-page-edition'])
  })

  it('are in the map of the site', async () => {
    const { body } = await server.app.inject({ url: '/sitemap.xml' })
    for (const path of [
      '',
      '/in/ar',
      '/in/ar/read/plan',
      '/in/easy-read/all-questions',
      '/in/ar/large-print',
    ])
      expect(body).toContain(`/consultations/waiting-rooms${path}</loc>`)
  })

  it('say in the edition that the consultation has closed', async () => {
    server.setClock(afterClosing)
    const { body } = await get('/in/ar/questions/words')
    server.setClock(whileOpen)
    expect(body).toContain('This consultation has closed')
    expect(mainOf(body)).toContain('lang="ar" dir="rtl"')
  })

  it('are part of the version that devices keep, and of no list', async () => {
    expect((await get('.json')).json().consultation.editions).toHaveLength(2)
    expect((await server.app.inject({ url: '/' })).body).not.toContain('غرف')
  })
})
