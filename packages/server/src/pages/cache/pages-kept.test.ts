import type { Block, Consultation } from '@takepart/shared/domain/consultation/consultation'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { insertVersion } from '../../features/consultation/consultation.queries.ts'
import { publishConsultation } from '../../features/consultation/publish-consultation.ts'
import { retractConsultation } from '../../features/consultation/retract-consultation.ts'
import { createTestApp, type TestApp } from '../../test-support/page-app.ts'
import { smallConsultation, whileOpen } from '../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'

let database: TestDatabase
let server: TestApp
beforeAll(async () => {
  database = await createTestDatabase()
  server = await createTestApp(database)
  await publish(smallConsultation())
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const publish = async (consultation: Consultation): Promise<void> => {
  expect(await publishConsultation(database.calls, consultation)).toMatchObject({
    outcome: 'published',
  })
}

const textAt = async (url: string, headers: Record<string, string> = {}): Promise<string> =>
  (await server.app.inject({ url, headers })).body

describe('a page that is kept', () => {
  it('says the new words within a second of their being published, on every server', async () => {
    const other = await createTestApp(database)
    const consultation = smallConsultation({ slug: 'corridors', title: 'Corridors' })
    await publish(consultation)
    const pages = [server, other].flatMap(({ app }) =>
      ['/', '/consultations/corridors', '/consultations/corridors.json'].map(
        (url) => async () => (await app.inject({ url })).body,
      ),
    )
    for (const page of pages) await expect.poll(page, { timeout: 1000 }).toContain('Corridors')
    await publish({ ...consultation, title: 'Corridors and lifts' })
    for (const page of pages)
      await expect.poll(page, { timeout: 1000 }).toContain('Corridors and lifts')
    await other.close()
  })

  it('is gone within a second of being retracted, from page, data, list, search and site map', async () => {
    const consultation = smallConsultation({
      slug: 'canary',
      title: 'Canary-7c2 rooms',
      documents: [
        {
          id: 'read',
          title: 'To read',
          minutes: 1,
          blocks: [{ kind: 'paragraph', text: 'Words.' }],
        },
      ],
    })
    await publish(consultation)
    const urls = [
      '/',
      '/?search=canary',
      '/sitemap.xml',
      '/consultations/canary/all-questions',
      '/consultations/canary/read/read',
      '/consultations/canary/questions/how',
      '/consultations/canary.json',
      '/consultations/canary/versions/1.json',
    ]
    await expect.poll(() => textAt('/'), { timeout: 1000 }).toContain('Canary-7c2')
    for (const url of urls) expect(await textAt(url)).toMatch(/canary/i)
    await retractConsultation(database.calls, 'canary', {
      at: whileOpen,
      reason: 'It named somebody.',
    })
    await expect
      .poll(async () => (await server.app.inject({ url: '/consultations/canary' })).statusCode, {
        timeout: 1000,
      })
      .toBe(410)
    for (const url of urls)
      expect(await textAt(url)).not.toMatch(/How do you travel|canary-7c2 rooms<\/a>|canary\/read/i)
  })

  it('is the same for everybody, whatever else they send', async () => {
    const urls = [
      '/',
      '/consultations/waiting-rooms',
      '/help',
      '/robots.txt',
      '/sitemap.xml',
      '/.well-known/security.txt',
      '/consultations/waiting-rooms.json',
      '/nowhere',
    ]
    const hostile = {
      host: 'evil-canary.invalid',
      'x-forwarded-host': 'evil-canary.invalid',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-for': 'evil-canary',
      forwarded: 'host=evil-canary.invalid',
      'x-original-url': '/evil-canary',
      'x-rewrite-url': '/evil-canary',
      'x-http-method-override': 'DELETE',
      'accept-language': 'evil-canary',
      cookie: 'evil=canary',
      'user-agent': 'evil-canary',
      referer: 'https://evil-canary.invalid/',
      origin: 'https://evil-canary.invalid',
      'content-type': 'evil/canary',
      accept: 'evil/canary',
    }
    for (const url of urls) {
      // The hostile request comes first, so that it is the one the page would be made from.
      await publish(smallConsultation({ slug: `pages-${urls.indexOf(url)}`, title: 'More' }))
      const first = await server.app.inject({
        url: `${url}?evil=canary&utm_source=evil-canary`,
        headers: hostile,
      })
      const second = await server.app.inject({ url })
      for (const reply of [first, second]) {
        const { date: _date, ...headers } = reply.headers
        expect(JSON.stringify(headers) + reply.body).not.toMatch(/evil|gopher/)
      }
      if (url !== '/nowhere') expect(first.body).toBe(second.body)
    }
  })

  it('is not confused with a search, nor a search with another', async () => {
    const plain = await textAt('/')
    expect(await textAt('/?search=waiting')).not.toBe(plain)
    expect(await textAt('/')).toBe(plain)
    expect(await textAt('/?Search=waiting')).toBe(plain)
    expect(await textAt('/?search=waiting&search=lifts')).toBe(plain)
    expect(await textAt('/help?search=waiting')).toBe(await textAt('/help'))
    expect(server.logged.join('\n')).not.toContain('waiting')
  })
})

const payload =
  '"><script>alert(1)</script><img src=x onerror=alert(2)>\'</title></textarea></style><!--lit-part--><?>${1}{{1}}$&'
const blocks: readonly Block[] = [
  { kind: 'paragraph', text: `${payload} [link ${payload}](javascript:alert(1)) **${payload}**` },
  { kind: 'heading', text: payload },
  { kind: 'list', items: [payload] },
  { kind: 'quote', text: payload, by: payload },
  { kind: 'table', caption: payload, columns: [payload], rows: [[payload]] },
]
const option = (code: string) => ({ code, label: payload, hint: payload })
const base = { title: payload, about: payload, hint: payload, why: payload }

/** As hostile as an author could be who got past the checker. */
const hostile: Consultation = smallConsultation({
  slug: 'hostile',
  title: payload,
  summary: `${payload} [x](https://e.invalid/${payload})`,
  trust: { name: payload, note: payload },
  contact: { name: payload, phone: payload, hours: payload, email: payload, post: payload },
  grace: { days: 1, text: payload },
  promise: { by: '2027-06-01', text: payload },
  documents: [{ id: 'read', title: payload, minutes: 1, blocks }],
  sections: [
    {
      id: 'all',
      title: payload,
      introduction: blocks,
      read: ['read'],
      questions: [
        { ...base, id: 'a', kind: 'short-text' },
        { ...base, id: 'b', kind: 'long-text' },
        {
          ...base,
          id: 'c',
          kind: 'one-of',
          options: [{ ...option('x'), say: { label: payload } }, option('y')],
        },
        { ...base, id: 'd', kind: 'several-of', options: [option('x'), option('y')] },
        { ...base, id: 'e', kind: 'yes-no' },
        { ...base, id: 'f', kind: 'agreement', statement: payload },
        {
          ...base,
          id: 'g',
          kind: 'number-scale',
          from: 0,
          to: 3,
          fromLabel: payload,
          toLabel: payload,
        },
        { ...base, id: 'h', kind: 'matrix', statements: [option('x')], scale: [option('y')] },
        { ...base, id: 'i', kind: 'ranking', options: [option('x'), option('y')] },
        { ...base, id: 'j', kind: 'number', unit: payload },
        { ...base, id: 'k', kind: 'date' },
        { ...base, id: 'l', kind: 'consent', statement: payload },
      ],
    },
  ],
  outcome: {
    publishedOn: '2027-05-01',
    summary: payload,
    responses: 4,
    weAsked: blocks,
    next: blocks,
    points: [{ id: 'p', title: payload, youSaid: blocks, weDid: blocks }],
  },
})

describe('what an author wrote', () => {
  const concluded: Consultation = {
    ...hostile,
    id: smallConsultation().id,
    slug: 'hostile-done',
    opensAt: '2026-01-05T09:00:00+00:00',
    closesAt: '2026-02-05T09:00:00+00:00',
  }
  const scheduled: Consultation = {
    ...hostile,
    id: smallConsultation().id,
    slug: 'hostile-later',
    opensAt: '2028-01-05T09:00:00+00:00',
    closesAt: '2028-02-05T09:00:00+00:00',
  }
  const retracted: Consultation = { ...hostile, id: smallConsultation().id, slug: 'hostile-gone' }
  beforeAll(async () => {
    for (const consultation of [hostile, concluded, scheduled, retracted])
      await insertVersion(database.calls, { number: 1, consultation })
    await retractConsultation(database.calls, 'hostile-gone', { at: whileOpen, reason: payload })
    await vi.waitFor(async () => {
      expect(await textAt('/consultations/hostile-gone')).toContain('withdrawn')
    })
  })

  it.each([
    '/',
    `/?search=${encodeURIComponent(payload)}`,
    '/?search=alert',
    '/help',
    '/privacy',
    '/my-responses',
    '/consultations/hostile',
    '/consultations/hostile/read/read',
    '/consultations/hostile/all-questions',
    '/consultations/hostile/questions',
    '/consultations/hostile/sections/all',
    '/consultations/hostile/questions/a',
    '/consultations/hostile/questions/h',
    '/consultations/hostile/answer',
    '/consultations/hostile/another-way',
    '/consultations/hostile-done',
    '/consultations/hostile-done/outcome',
    '/consultations/hostile-later',
    '/consultations/hostile-later/questions',
    '/consultations/hostile-gone',
  ])('is only ever words on %s', async (url) => {
    const text = await textAt(url)
    expect(text.match(/<script[^>]*>/g)?.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'))).toEqual([
      '<script data-sheet="">',
      '<script type="" src="">',
    ])
    expect(text.match(/<title>/g)).toHaveLength(1)
    // What the built client gave for this page, and no other.
    const ours = /^.*?<style>body\{margin:0\}<\/style>(?:<style>\.talk\{margin:0\}<\/style>)?/s
    expect(text.replace(ours, '')).not.toMatch(/<img|<style|onerror=alert\(2\)>/)
    expect(text).not.toMatch(/(href|src|action)="\s*(javascript|data|vbscript):/i)
  })
})
