import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishConsultation } from '../features/consultation/publish-consultation.ts'
import { retractConsultation } from '../features/consultation/retract-consultation.ts'
import {
  afterClosing,
  opensAt,
  smallConsultation,
  whileOpen,
} from '../test-support/sample-response.ts'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let server: TestApp

const beforeOpening = new Date('2027-01-01T12:00:00Z')
const document = {
  id: 'why-now',
  title: 'Why now',
  minutes: 3,
  blocks: [{ kind: 'paragraph', text: 'The rooms are **old**.' }],
} as const
const outcome = {
  publishedOn: '2027-05-01',
  summary: 'More chairs.',
  responses: 40,
  weAsked: [{ kind: 'paragraph', text: 'What should change?' }],
  points: [
    {
      id: 'chairs',
      title: 'Chairs',
      youSaid: [{ kind: 'paragraph', text: 'More.' }],
      weDid: [{ kind: 'paragraph', text: 'Bought.' }],
    },
  ],
  next: [],
  results: [
    {
      key: 'how',
      title: '=How do you come?',
      rows: [{ label: 'By bus', count: 'small' }],
      answered: 40,
    },
  ],
} as const satisfies Consultation['outcome']

const open = smallConsultation({ documents: [document] })
const later = smallConsultation({
  slug: 'night-buses',
  title: 'Night buses',
  opensAt: '2027-09-01T09:00:00+01:00',
  closesAt: '2027-12-01T17:00:00+00:00',
  promise: { by: '2028-02-01', text: 'We say what we did.' },
  documents: [document],
})
const decided = smallConsultation({
  slug: 'quiet-rooms',
  title: 'Quiet rooms',
  opensAt: '2026-01-05T09:00:00+00:00',
  closesAt: '2026-04-06T17:00:00+01:00',
  outcome,
})
const gone = smallConsultation({ slug: 'old-canteen', title: 'The old canteen' })

const publish = async (consultation: Consultation): Promise<void> => {
  const result = await publishConsultation(database.calls, consultation)
  expect(result).toMatchObject({ outcome: 'published' })
}

beforeAll(async () => {
  database = await createTestDatabase()
  for (const consultation of [open, later, decided, gone]) await publish(consultation)
  await retractConsultation(database.calls, 'old-canteen', {
    at: whileOpen,
    reason: 'A date in it was wrong.',
  })
  server = await createTestApp(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers })
const textAt = async (url: string): Promise<string> => (await get(url)).body

/** Every address that shows something of what a consultation says, and its status while one is open. */
const addresses: readonly (readonly [string, number, string])[] = [
  ['/', 200, 'Waiting rooms'],
  ['/?search=waiting', 200, 'Waiting rooms'],
  ['/help', 200, 'Help'],
  ['/privacy', 200, 'Privacy'],
  ['/accessibility', 200, 'partially compliant'],
  ['/consultations/waiting-rooms', 200, 'Start answering'],
  ['/consultations/waiting-rooms/read/why-now', 200, 'The rooms are <strong>old</strong>.'],
  ['/consultations/waiting-rooms/all-questions', 200, 'What should change?'],
  ['/consultations/waiting-rooms/large-print', 200, 'The rooms are <strong>old</strong>.'],
  ['/consultations/waiting-rooms/questions', 200, 'How do you travel to us?'],
  ['/consultations/waiting-rooms/questions/how', 200, 'How do you travel to us?'],
  ['/consultations/waiting-rooms/questions/park', 200, 'This page is not ready yet'],
  ['/consultations/waiting-rooms/sections/rooms', 200, 'How do you travel to us?'],
  ['/consultations/waiting-rooms/answer', 200, 'This page is not ready yet'],
  ['/consultations/waiting-rooms/check', 200, 'This page is not ready yet'],
  ['/consultations/waiting-rooms/another-way', 200, 'Ask for this in another way'],
  ['/consultations/quiet-rooms/another-way', 200, '0300 000 0000'],
  [
    '/consultations/night-buses/another-way',
    200,
    'To ask on this page your browser needs JavaScript.',
  ],
  ['/consultations/old-canteen/another-way', 410, 'A date in it was wrong.'],
  ['/my-responses/asked/0f8fad5b-d9cb-469f-a165-70867728950e', 200, 'This page is not ready yet'],
  ['/my-responses', 200, 'This page is not ready yet'],
  ['/my-responses/0f8fad5b-d9cb-469f-a165-70867728950e', 200, 'This page is not ready yet'],
  ['/open-response', 200, 'This page is not ready yet'],
  ['/clear-this-device', 200, 'This page is not ready yet'],
  ['/app-shell', 200, 'This page is not ready yet'],
  ['/consultations/quiet-rooms', 200, 'See what we decided'],
  ['/consultations/quiet-rooms/outcome', 200, 'What we decided: Quiet rooms'],
  ['/consultations/quiet-rooms/questions/how', 200, 'See what we decided'],
  ['/consultations/night-buses', 200, 'Opens'],
  ['/consultations/night-buses/questions/how', 403, 'Wednesday 1 September 2027'],
  ['/consultations/night-buses/answer', 403, 'Wednesday 1 September 2027'],
  ['/consultations/night-buses/read/why-now', 403, 'Wednesday 1 September 2027'],
  ['/consultations/night-buses/all-questions', 403, 'Wednesday 1 September 2027'],
  ['/consultations/night-buses/large-print', 403, 'Wednesday 1 September 2027'],
  ['/consultations/old-canteen/large-print', 410, 'A date in it was wrong.'],
  ['/consultations/old-canteen', 410, 'A date in it was wrong.'],
  ['/consultations/old-canteen/questions/how', 410, 'A date in it was wrong.'],
  ['/consultations/old-canteen/all-questions', 410, 'A date in it was wrong.'],
  ['/consultations/nowhere', 404, 'There is no page here'],
  ['/consultations/waiting-rooms/questions/none', 404, 'There is no page here'],
  ['/consultations/waiting-rooms/read/none', 404, 'There is no page here'],
  ['/consultations/waiting-rooms/outcome', 404, 'There is no page here'],
  ['/wp-login.php', 404, 'There is no page here'],
]

describe('help', () => {
  it('leads to asking for each consultation that has not closed in another way', async () => {
    const body = await textAt('/help')
    const links = [...body.matchAll(/href="(\/consultations\/[^"]+\/another-way)"/g)].map(
      ([, href]) => href,
    )
    expect(links.sort()).toEqual([
      '/consultations/night-buses/another-way',
      '/consultations/waiting-rooms/another-way',
    ])
  })
})

describe('every page', () => {
  it.each(addresses)('%s is %i and says “%s”', async (url, status, words) => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(status)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body).toContain(words)
    expect(reply.body).toMatch(/<title>[^<]+ – Takepart<\/title>/)
    expect(reply.body.match(/<h1/g)).toHaveLength(1)
  })

  it.each(addresses)(
    '%s has the security headers, no cookie, and may be kept only as its status allows',
    async (url, status) => {
      const { headers } = await get(url)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).toContain("'sha256-")
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      expect(headers['set-cookie']).toBeUndefined()
      const kept = headers['cache-control']
      if (status !== 200 || url.includes('?')) expect(kept).toBe('no-store')
      else expect(['public, max-age=0, must-revalidate', 'no-cache']).toContain(kept)
    },
  )

  it.each(addresses)(
    '%s says that there is no such page in a way that only this server does',
    async (url, status) => {
      const isGone = status === 404 || status === 410
      expect((await get(url)).headers['x-page-edition'] === 'gone').toBe(isGone)
    },
  )

  it.each(addresses)('%s answers HEAD as GET, without the body', async (url) => {
    const got = await get(url)
    const head = await server.app.inject({ method: 'HEAD', url })
    expect(head.statusCode).toBe(got.statusCode)
    expect(head.body).toBe('')
    expect(head.headers['content-length']).toBe(got.headers['content-length'])
  })

  it.each(addresses.filter(([url, status]) => status === 200 && !url.includes('?')))(
    '%s is answered 304 to who has it',
    async (url) => {
      const first = await get(url)
      const etag = String(first.headers['etag'])
      for (const given of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
        const again = await get(url, { 'if-none-match': given })
        expect(again.statusCode).toBe(304)
        expect(again.body).toBe('')
        expect(again.headers).toMatchObject({
          etag,
          vary: 'accept-encoding',
          'cache-control': first.headers['cache-control'],
        })
      }
      expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200)
    },
  )

  it('has the reply in the encoding the browser asks for', async () => {
    for (const encoding of ['br', 'gzip']) {
      for (const url of ['/help', '/?search=waiting']) {
        const reply = await get(url, { 'accept-encoding': encoding })
        expect(reply.headers['content-encoding']).toBe(encoding)
        expect(Number(reply.headers['content-length'])).toBe(reply.rawPayload.length)
      }
    }
  })
})

describe('pages to read', () => {
  it('are whole without a script: nothing in them waits for one', async () => {
    const text = await textAt('/consultations/waiting-rooms/all-questions')
    expect(text).not.toContain('<!--')
    expect(text.match(/<script[^>]*>/g)).toEqual([
      '<script data-sheet="/assets/settings-1.css">',
      expect.stringContaining('type="module"'),
    ])
    expect(text).toContain('<script type="module" src="/assets/document-1.js"></script>')
  })

  it('name the edition that a device compares its copy with, which words that count time do not change', async () => {
    const first = await get('/consultations/waiting-rooms')
    server.setClock(new Date(whileOpen.getTime() + 14 * 86_400_000))
    const later = await get('/consultations/waiting-rooms')
    server.setClock(whileOpen)
    expect(first.headers['x-page-edition']).toMatch(/^[\w-]{16}$/)
    expect(later.body).not.toBe(first.body)
    expect(later.headers['x-page-edition']).toBe(first.headers['x-page-edition'])
  })

  it('are found by what they say', async () => {
    expect(await textAt('/?search=BUS')).toContain('Night buses')
    expect(await textAt('/?search=chairs+zebra')).toContain(
      'No consultation mentions “chairs zebra”',
    )
    expect(await textAt('/?search=%20')).toBe(await textAt('/'))
    expect(await textAt('/?search=canteen')).not.toContain('The old canteen')
  })

  it('leave out what was retracted', async () => {
    for (const url of ['/', '/sitemap.xml', '/?search=a'])
      expect(await textAt(url)).not.toContain('old-canteen')
  })

  it('lead on to the address without a slash at its end', async () => {
    const reply = await get('/consultations/waiting-rooms/')
    expect(reply.statusCode).toBe(308)
    expect(reply.headers.location).toBe('/consultations/waiting-rooms')
  })
})

describe('pages of questions', () => {
  it('hold the questions with lit’s marks for the app to take over, inside its element only', async () => {
    const text = await textAt('/consultations/waiting-rooms/questions/how')
    expect(text).toMatch(
      /<title>How do you travel to us\? – Question 1 of \d+ at most – [^<]+ – Takepart<\/title>/,
    )
    const [before = '', inside = '', after = ''] = text.split(/<\/?tp-answer-page(?: [^>]*)?>/)
    expect(inside).toMatch(/^<!--lit-part /)
    expect(inside).toContain('How do you travel to us?')
    expect(before + after).not.toContain('<!--')
    expect(before).toContain('<script type="module" src="/assets/main-1.js"></script>')
  })

  it('are named for keeping while open, and not once they say that it has closed', async () => {
    const url = '/consultations/waiting-rooms/questions/how'
    expect((await get(url)).headers['x-page-edition']).toBeDefined()
    server.setClock(afterClosing)
    const closed = await get(url)
    server.setClock(whileOpen)
    expect(closed.statusCode).toBe(200)
    expect(closed.body).toContain('This consultation has closed')
    expect(closed.headers['x-page-edition']).toBeUndefined()
  })
})

describe('what time changes', () => {
  it('is changed at the moment of opening and of closing', async () => {
    const url = '/consultations/waiting-rooms'
    const at = async (time: Date): Promise<string> => {
      server.setClock(time)
      return textAt(url)
    }
    const moment = Date.parse(opensAt)
    expect(await at(beforeOpening)).toContain('Not open yet')
    expect(await at(new Date(moment - 1))).toContain('Not open yet')
    expect(await at(new Date(moment))).toContain('Start answering')
    const closing = Date.parse(open.closesAt)
    expect(await at(new Date(closing - 1))).toContain('Start answering')
    expect(await at(new Date(closing))).toContain('This consultation has closed')
    server.setClock(whileOpen)
  })
})

describe('data', () => {
  it('gives the newest version, and says whether it is still that one', async () => {
    const reply = await get('/consultations/waiting-rooms.json')
    expect(reply.json()).toEqual({ number: 1, consultation: open })
    expect(reply.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(
      (
        await get('/consultations/waiting-rooms.json', {
          'if-none-match': String(reply.headers['etag']),
        })
      ).statusCode,
    ).toBe(304)
  })

  it('gives a numbered version to be kept for good by the person’s own browser only', async () => {
    const reply = await get('/consultations/waiting-rooms/versions/1.json')
    expect(reply.json()).toEqual({ number: 1, consultation: open })
    expect(reply.headers['cache-control']).toBe('private, max-age=31536000, immutable')
  })

  it.each([
    ['/consultations/nowhere.json', 404, 'consultation-unknown'],
    ['/consultations/waiting-rooms/versions/2.json', 404, 'consultation-unknown'],
    ['/consultations/waiting-rooms/versions/999999.json', 404, 'consultation-unknown'],
    ['/consultations/old-canteen.json', 410, 'consultation-retracted'],
    ['/consultations/old-canteen/versions/1.json', 410, 'consultation-retracted'],
    ['/consultations/night-buses.json', 404, 'consultation-not-open'],
  ])('%s is %i %s and kept by nobody', async (url, status, code) => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(status)
    expect(reply.json()).toMatchObject({ code })
    expect(reply.body).not.toContain('How do you travel')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers['x-page-edition']).toBe('gone')
  })
})

describe('files', () => {
  it('under /assets/ may be kept for good and come as they were compressed', async () => {
    const reply = await get('/assets/main-1.js', { 'accept-encoding': 'br' })
    expect(reply.body).toBe('as brotli')
    expect(reply.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'x-content-type-options': 'nosniff',
    })
  })

  it.each(['/sw.js', '/manifest.webmanifest', '/icon.svg'])(
    '%s is asked for anew each time',
    async (url) => {
      const reply = await get(url)
      expect(reply.statusCode).toBe(200)
      expect(reply.headers['cache-control']).toBe('no-cache')
      expect(reply.headers['content-security-policy']).toBeDefined()
    },
  )

  it.each([
    '/assets/none.js',
    '/assets/../sw.js.br',
    '/assets/%2e%2e/.vite/manifest.json',
    '/.vite/manifest.json',
  ])('%s is not there', async (url) => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(404)
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it('for machines speak of the public origin only', async () => {
    expect(await textAt('/robots.txt')).toContain(
      'Sitemap: https://takepart.example.nhs.uk/sitemap.xml',
    )
    const sitemap = await textAt('/sitemap.xml')
    expect(sitemap).toContain(
      '<loc>https://takepart.example.nhs.uk/consultations/waiting-rooms/read/why-now</loc>',
    )
    expect(sitemap).not.toContain('night-buses/all-questions')
    expect(await textAt('/.well-known/security.txt')).toMatch(
      /^Contact: https:\/\/takepart\.example\.nhs\.uk\/help\nExpires: 2027-07-31T/,
    )
  })
})

describe('another method', () => {
  const page = '/consultations/evening-clinics'
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)(
    '%s is refused on every page, whatever it brings, with those that are meant',
    async (method) => {
      for (const url of ['/', '/help', page, `${page}/questions`, '/robots.txt', '/my-responses']) {
        for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
          const reply = await server.app.inject({
            method,
            url,
            payload: '{',
            headers: { 'content-type': type, accept: 'text/html' },
          })
          expect([url, reply.statusCode, reply.headers['allow']]).toEqual([url, 405, 'GET, HEAD'])
          expect(reply.headers['cache-control']).toBe('no-store')
          expect(reply.body).toContain('This cannot be done from here')
        }
      }
    },
  )

  it('is not there where there is no page', async () => {
    for (const url of ['/nowhere', '/assets/x.js', '/health/live'])
      expect((await server.app.inject({ method: 'POST', url })).statusCode).toBe(404)
  })
})

describe('the numbers of an outcome', () => {
  it('can be taken away for spreadsheets, where none starts a formula, and as data', async () => {
    const csv = await get('/consultations/quiet-rooms/outcome.csv')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body).toContain("how,'=How do you come?,By bus,*,")
    const json = await get('/consultations/quiet-rooms/outcome.json')
    expect(JSON.parse(json.body)).toMatchObject({ responses: 40, results: [{ key: 'how' }] })
  })

  it('are not there without an outcome, and gone with a retracted consultation', async () => {
    expect((await get('/consultations/waiting-rooms/outcome.csv')).statusCode).toBe(404)
    expect((await get('/consultations/nothing/outcome.json')).statusCode).toBe(404)
    expect((await get('/consultations/old-canteen/outcome.csv')).statusCode).toBe(410)
  })
})
