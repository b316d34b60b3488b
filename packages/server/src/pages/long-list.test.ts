import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertVersion } from '../features/consultation/consultation.queries.ts'
import { retractConsultation } from '../features/consultation/retract-consultation.ts'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { publish, smallConsultation, whileOpen } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let server: TestApp

const number = (index: number): string => String(index).padStart(3, '0')
const closing = (index: number): string =>
  new Date(Date.parse('2027-09-01T16:00:00Z') - index * 3_600_000)
    .toISOString()
    .replace('.000Z', '+00:00')
const one = (index: number) =>
  smallConsultation({
    slug: `number-${number(index)}`,
    title: `Consultation ${number(index)}`,
    closesAt: closing(index),
  })

/** In no order; 120 can be seen, and the 121st, which closes last, has been retracted. */
beforeAll(async () => {
  database = await createTestDatabase()
  server = await createTestApp(database)
  for (let index = 0; index < 120; index += 1) await publish(database.calls, one((index * 7) % 120))
  await publish(database.calls, {
    ...one(0),
    id: crypto.randomUUID(),
    slug: 'gone',
    title: 'Gone',
    closesAt: '2027-12-01T16:00:00+00:00',
    trust: { name: 'Another Trust' },
  })
  await retractConsultation(database.calls, 'gone', {
    at: whileOpen,
    reason: 'A date in it was wrong.',
  })
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const get = (url: string) => server.app.inject({ url })
const listed = async (url: string): Promise<readonly string[]> =>
  [...(await get(url)).body.matchAll(/<h3><a href="[^"]+">Consultation (\d+)/g)].map(
    ([, found]) => found ?? '',
  )
const numbers = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, index) => number(from + index))

describe('a list of 120 consultations', () => {
  it('is three pages, the last to close first, with the retracted one on none', async () => {
    expect(await listed('/')).toEqual(numbers(0, 50))
    expect(await listed('/?page=2')).toEqual(numbers(50, 100))
    expect(await listed('/?page=3')).toEqual(numbers(100, 120))
  })

  it('says in the title which page it is, and may be kept only as the first', async () => {
    const second = await get('/?page=2')
    expect(second.body).toContain('<title>Consultations (page 2 of 3) – Takepart</title>')
    expect(second.headers['cache-control']).toBe('no-store')
    expect((await get('/')).headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  })

  it('has no page past its last, and takes a page that is none for the first', async () => {
    expect((await get('/?page=4')).statusCode).toBe(404)
    for (const page of ['1', '0', '-1', '2e0', '00002', '99999', 'two', ''])
      expect((await get(`/?page=${page}`)).body, page).toBe((await get('/')).body)
    expect((await get('/?page=2&page=3')).body).toBe((await get('/')).body)
  })

  it('is searched through as a whole, and what is found is a list of pages as well', async () => {
    expect(await listed('/?search=consultation')).toEqual(numbers(0, 50))
    expect(await listed('/?search=consultation&page=3')).toEqual(numbers(100, 120))
    expect(await listed('/?search=119')).toEqual(['119'])
    expect((await get('/?search=119&page=2')).statusCode).toBe(404)
  })

  it('moves on at once when something is published that closes later, or again with another date', async () => {
    await insertVersion(database.calls, {
      number: 1,
      consultation: { ...one(500), closesAt: '2027-11-01T16:00:00+00:00' },
    })
    await expect.poll(() => listed('/'), { timeout: 1000 }).toEqual(['500', ...numbers(0, 49)])
    expect((await listed('/?page=2'))[0]).toBe('049')
    const { id } = one(500)
    const again = {
      ...one(500),
      id:
        (await database.asOwner("select id from consultation where slug = 'number-500'")).rows[0]
          .id ?? id,
      closesAt: '2027-03-05T16:00:00+00:00',
    }
    await insertVersion(database.calls, { number: 2, consultation: again })
    await expect.poll(() => listed('/'), { timeout: 1000 }).toEqual(numbers(0, 50))
    expect((await listed('/?page=3')).at(-1)).toBe('500')
  })
})

describe('pages that name the Trust', () => {
  it('have it from the consultation that closes last and was not retracted', async () => {
    for (const url of ['/help', '/privacy', '/app-shell']) {
      const { body } = await get(url)
      expect(body).toContain(one(0).trust.name)
      expect(body).not.toContain('Another Trust')
    }
  })
})

describe('what the database does for the list', () => {
  it('is to follow the index, and to read the versions of one page only', async () => {
    await database.asOwner('analyze')
    const plan =
      await database.asOwner(`explain (format json) select number, document - 'sections' - 'documents' from consultation
      join consultation_version v on v.consultation_id = consultation.id and v.number = consultation.newest
      where retracted_at is null and newest is not null order by closes_at desc, slug limit 1`)
    expect(JSON.stringify(plan.rows)).toContain('consultation_in_order')
    expect(JSON.stringify(plan.rows)).not.toContain('"Sort"')
  })
})
