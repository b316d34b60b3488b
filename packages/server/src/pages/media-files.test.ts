import { createHash, randomUUID } from 'node:crypto'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { MadeFile } from '@takepart/shared/domain/consultation/media'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMediaFolder } from '../media/media-folder.ts'
import { findNewestVersion } from '../features/consultation/consultation.queries.ts'
import { publishConsultation } from '../features/consultation/publish-consultation.ts'
import { retractConsultation } from '../features/consultation/retract-consultation.ts'
import {
  captions,
  film,
  mediaFolder,
  pdf,
  png,
  type TestFolder,
} from '../test-support/media-files.ts'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { smallConsultation, whileOpen } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let server: TestApp
let folder: TestFolder

/** A paper of several pieces. */
const paperOf = (bytes: number): Buffer =>
  Buffer.concat([pdf, Buffer.from(Array.from({ length: bytes }, (_, index) => index % 251))])
const paper = paperOf(700_000)
const consultation = (slug: string, changes: Partial<Consultation> = {}): Consultation =>
  smallConsultation({
    id: randomUUID(),
    slug,
    promise: { by: '2027-05-20', text: 'We say what we did.' },
    documents: [
      {
        id: 'see',
        title: 'See',
        minutes: 1,
        blocks: [
          { kind: 'picture', picture: 'bus', caption: 'The bus stop' },
          { kind: 'easy', picture: 'bus', sentences: ['The bus is late.'] },
          { kind: 'document-file', document: 'paper', reason: 'It is a map.', contact: 'Call us.' },
        ],
      },
    ],
    media: [
      { id: 'bus', kind: 'picture', file: 'bus.png', alt: 'People wait' },
      { id: 'paper', kind: 'document', file: 'paper.pdf', title: 'The plan' },
    ],
    ...changes,
  })
/** The same with a film, which takes longer to publish. */
const withFilm = (slug: string, changes: Partial<Consultation> = {}): Consultation => {
  const { documents, media, ...rest } = consultation(slug, changes)
  return {
    ...rest,
    documents: documents!.map((one) => ({
      ...one,
      blocks: [...one.blocks, { kind: 'recording', recording: 'film' }],
    })),
    media: [
      ...media!,
      {
        id: 'film',
        kind: 'video',
        file: 'film.webm',
        title: 'Welcome',
        length: '0:01',
        lang: 'bfi',
        signed: true,
        captions: 'words',
        poster: 'bus',
        transcript: [{ kind: 'paragraph', text: 'Welcome.' }],
      },
      { id: 'words', kind: 'captions', file: 'words.vtt', lang: 'en-GB' },
    ],
  }
}
const publish = async (document: Consultation, again = false) =>
  publishConsultation(database.calls, document, {
    again,
    folder: await readMediaFolder(folder.write(document)),
  })
const madeOf = async (slug: string, id: string): Promise<readonly MadeFile[]> =>
  (await findNewestVersion(database.calls, slug))?.version.consultation.media?.find(
    (one) => one.id === id,
  )?.made?.files ?? []

beforeAll(async () => {
  database = await createTestDatabase()
  server = await createTestApp(database)
  folder = mediaFolder({
    'bus.png': png(1000, 500),
    'film.webm': film,
    'words.vtt': captions(1),
    'paper.pdf': paper,
  })
  expect(await publish(withFilm('rooms'))).toMatchObject({ outcome: 'published', warnings: [] })
})
afterAll(async () => {
  folder.remove()
  await server.close()
  await database.close()
})

const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  server.app.inject({ method, url, headers })
const paperAddress = async () => (await madeOf('rooms', 'paper'))[0]!.address
const filmAddress = async () => (await madeOf('rooms', 'film'))[0]!.address

describe('what is served', () => {
  it('is each file whole, with its type, to be kept for good by one person’s browser', async () => {
    const types = {
      bus: ['image/webp', 'image/webp', 'image/png'],
      film: ['video/mp4'],
      words: ['text/vtt; charset=utf-8'],
      paper: ['application/pdf'],
    }
    for (const [id, expected] of Object.entries(types)) {
      const files = await madeOf('rooms', id)
      expect(files).toHaveLength(expected.length)
      for (const [index, { address, bytes }] of files.entries()) {
        const { statusCode, headers, rawPayload } = await ask(address)
        expect([statusCode, headers['content-type'], rawPayload.length]).toEqual([
          200,
          expected[index],
          bytes,
        ])
        expect(address).toContain(createHash('sha256').update(rawPayload).digest('hex'))
        expect(headers).toMatchObject({
          'cache-control': 'private, max-age=31536000, immutable',
          'accept-ranges': 'bytes',
          'x-content-type-options': 'nosniff',
          'content-security-policy': expect.stringContaining("media-src 'self'") as string,
          'content-length': String(bytes),
        })
        expect(headers['set-cookie']).toBeUndefined()
      }
    }
  })

  it('is handed to another program when it is a document', async () => {
    expect((await ask(await paperAddress())).headers['content-disposition']).toBe('attachment')
    expect((await ask(await filmAddress())).headers['content-disposition']).toBeUndefined()
  })

  it('is told of without being sent', async () => {
    const { statusCode, headers, rawPayload } = await ask(await paperAddress(), {}, 'HEAD')
    expect([statusCode, headers['content-length'], rawPayload.length]).toEqual([
      200,
      String(paper.length),
      0,
    ])
  })

  it('is not sent again to who has it', async () => {
    const address = await paperAddress()
    const { etag } = (await ask(address, {}, 'HEAD')).headers
    expect((await ask(address, { 'if-none-match': `"x", ${etag}` })).statusCode).toBe(304)
    expect((await ask(address, { 'if-none-match': '"x"' }, 'HEAD')).statusCode).toBe(200)
  })
})

describe('a part of a file', () => {
  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=262140-262150', 262_140, 262_150],
    ['bytes=100000-', 100_000, paper.length - 1],
    ['bytes=-5', paper.length - 5, paper.length - 1],
    ['bytes=262144-524287', 262_144, 524_287],
  ])('is the one that was asked for: %s', async (range, from, to) => {
    const { statusCode, headers, rawPayload } = await ask(await paperAddress(), { range })
    expect([statusCode, headers['content-range'], headers['content-length']]).toEqual([
      206,
      `bytes ${from}-${to}/${paper.length}`,
      String(to - from + 1),
    ])
    expect(rawPayload.equals(paper.subarray(from, to + 1))).toBe(true)
  })

  it('is refused where there is none', async () => {
    const { statusCode, headers } = await ask(await paperAddress(), {
      range: `bytes=${paper.length}-`,
    })
    expect([statusCode, headers['content-range'], headers['cache-control']]).toEqual([
      416,
      `bytes */${paper.length}`,
      'no-store',
    ])
  })

  it('is the whole when it was asked for of another file', async () => {
    const address = await paperAddress()
    expect((await ask(address, { range: 'bytes=0-9', 'if-range': '"other"' })).statusCode).toBe(200)
    expect(
      (
        await ask(address, {
          range: 'bytes=0-9',
          'if-range': String((await ask(address, {}, 'HEAD')).headers.etag),
        })
      ).statusCode,
    ).toBe(206)
  })
})

describe('what is not there', () => {
  const hash = 'a'.repeat(64)
  it.each([
    `/media/${hash}.png`,
    `/media/${hash}`,
    '/media/',
    '/media',
    '/media/x.png',
    `/media/${hash.toUpperCase()}.png`,
    `/media/${hash}.png/more`,
    '/media/../package.json',
    '/media/..%2f..%2fpackage.json',
    '/media/%2e%2e/%2e%2e/etc/passwd',
    `/media/${hash}.%00png`,
    `/media/${hash}%00.png`,
  ])('is not found: %s', async (url) => {
    const { statusCode, headers } = await ask(url)
    expect([404, 400]).toContain(statusCode)
    expect(headers['cache-control']).toBe('no-store')
  })

  it('is not found under another ending, which would give it another type', async () => {
    const address = await filmAddress()
    expect((await ask(address.replace('.mp4', '.pdf'))).statusCode).toBe(404)
    expect((await ask(address.replace('.mp4', ''))).statusCode).toBe(404)
  })
})

describe('publishing again', () => {
  it('makes no new version of the same file and the same media', async () => {
    const newest = await findNewestVersion(database.calls, 'rooms')
    const { media, ...rest } = newest!.version.consultation
    const asWritten = { ...rest, media: media!.map(({ made: _, ...one }) => one) } as Consultation
    expect(await publish(asWritten)).toMatchObject({ outcome: 'already-published', number: 1 })
  })

  it('makes the next version when a file has changed, keeps those that have not, and serves both versions’ files', async () => {
    const before = await Promise.all([madeOf('rooms', 'bus'), madeOf('rooms', 'film')])
    const oldPaper = await paperAddress()
    const { id } = (await findNewestVersion(database.calls, 'rooms'))!
    folder.put('paper.pdf', paperOf(30))
    const said: string[] = []
    const changed = withFilm('rooms', { id })
    const options = {
      folder: await readMediaFolder(folder.write(changed)),
      say: (words: string) => said.push(words),
    }
    expect(await publishConsultation(database.calls, changed, options)).toMatchObject({
      outcome: 'published',
      number: 2,
    })
    expect(await Promise.all([madeOf('rooms', 'bus'), madeOf('rooms', 'film')])).toEqual(before)
    expect(said, 'a recording takes long, and is not made ready again').toEqual([])
    expect((await ask(await paperAddress())).statusCode).toBe(200)
    expect((await ask(oldPaper)).statusCode).toBe(200)
    folder.put('paper.pdf', paper)
  })

  it('names what cannot be published, and stores nothing of it', async () => {
    folder.put('bus.png', png(900, 900).subarray(0, 120))
    expect(await publish(withFilm('broken'))).toMatchObject({
      outcome: 'refused',
      problems: [{ place: 'media › 1 (bus) › file', level: 'error' }],
    })
    folder.put('bus.png', 'GIF89a')
    expect(await publish(withFilm('broken'))).toMatchObject({
      outcome: 'refused',
      problems: [{ place: 'media › 1 (bus) › file' }],
    })
    folder.put('bus.png', png(1000, 500))
    expect(await findNewestVersion(database.calls, 'broken')).toBeUndefined()
    expect(await publishConsultation(database.calls, withFilm('broken'))).toMatchObject({
      outcome: 'refused',
    })
  })
})

describe('retracting', () => {
  it('takes media away but for those that another consultation has too, and gives them back when it is published again', async () => {
    folder.put('paper.pdf', paperOf(99))
    const own = consultation('own')
    expect(await publish(own)).toMatchObject({ outcome: 'published' })
    const [picture, ownPaper] = [
      (await madeOf('own', 'bus'))[0]!.address,
      (await madeOf('own', 'paper'))[0]!.address,
    ]
    expect((await ask(ownPaper)).statusCode).toBe(200)
    await retractConsultation(database.calls, 'own', {
      at: whileOpen,
      reason: 'Somebody in the paper asked us to.',
    })
    expect((await ask(ownPaper)).statusCode).toBe(404)
    expect((await ask(ownPaper, { range: 'bytes=0-1' })).statusCode).toBe(404)
    expect((await ask(picture)).statusCode).toBe(200)
    expect(await publish(own, true)).toMatchObject({ outcome: 'already-published' })
    expect((await ask(ownPaper)).statusCode).toBe(200)
  })
})

describe('a page with media', () => {
  it('shows pictures in sizes, a player that waits, and words for what cannot be seen or heard', async () => {
    const { body } = await ask('/consultations/rooms/read/see')
    expect(body).toMatch(
      /<source type="image\/webp" srcset="\/media\/[0-9a-f]{64}\.webp 480w, \/media\/[0-9a-f]{64}\.webp 960w"/,
    )
    expect(body).toMatch(
      /<img src="\/media\/[0-9a-f]{64}\.png" alt="People wait" width="960" height="480" loading="lazy"/,
    )
    expect(body).toMatch(/<video\s+controls\s+playsinline\s+preload="none"\s+aria-label="Welcome"/)
    expect(body).toContain('Video in British Sign Language, 1 second, 16 kB. It has captions.')
    expect(body).not.toMatch(/autoplay|loop/)
    expect(body).toContain('download="The plan.pdf"')
  })
})
