import { createHash, randomUUID } from 'node:crypto'
import type { Consultation } from '@takepart/shared/domain/consultation'
import type { MadeFile } from '@takepart/shared/domain/media'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMediaFolder } from '../features/consultation/media/media-folder.ts'
import { findNewestVersion } from '../features/consultation/consultation.queries.ts'
import { publishConsultation } from '../features/consultation/publish-consultation.ts'
import { retractConsultation } from '../features/consultation/retract-consultation.ts'
import { captions, mediaFolder, mpeg4, pdf, png, type TestFolder } from '../test-support/media-files.ts'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { smallConsultation, whileOpen } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let server: TestApp
let folder: TestFolder

const film = mpeg4(8, { more: 700_000 })
const consultation = (slug: string, changes: Partial<Consultation> = {}): Consultation => smallConsultation({
  id: randomUUID(), slug, promise: { by: '2027-05-20', text: 'We say what we did.' },
  documents: [{ id: 'see', title: 'See', minutes: 1, blocks: [
    { kind: 'picture', picture: 'bus', caption: 'The bus stop' },
    { kind: 'easy', picture: 'bus', sentences: ['The bus is late.'] },
    { kind: 'recording', recording: 'film' },
    { kind: 'document-file', document: 'paper', reason: 'It is a map.', contact: 'Call us.' },
  ] }],
  media: [
    { id: 'bus', kind: 'picture', file: 'bus.png', alt: 'People wait' },
    { id: 'film', kind: 'video', file: 'film.mp4', title: 'Welcome', length: '0:08', lang: 'bfi', signed: true, captions: 'words', poster: 'bus',
      transcript: [{ kind: 'paragraph', text: 'Welcome.' }] },
    { id: 'words', kind: 'captions', file: 'words.vtt', lang: 'en-GB' },
    { id: 'paper', kind: 'document', file: 'paper.pdf', title: 'The plan' },
  ],
  ...changes,
})
const publish = async (document: Consultation, again = false) =>
  publishConsultation(database.calls, document, { again, folder: await readMediaFolder(folder.write(document)) })
const madeOf = async (slug: string, id: string): Promise<readonly MadeFile[]> =>
  (await findNewestVersion(database.calls, slug))?.version.consultation.media?.find((one) => one.id === id)?.made?.files ?? []

beforeAll(async () => {
  database = await createTestDatabase()
  server = await createTestApp(database)
  folder = mediaFolder({ 'bus.png': png(1000, 500), 'film.mp4': film, 'words.vtt': captions(8), 'paper.pdf': pdf })
  expect(await publish(consultation('rooms'))).toMatchObject({ outcome: 'published', warnings: [] })
})
afterAll(async () => {
  folder.remove()
  await server.close()
  await database.close()
})

const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => server.app.inject({ method, url, headers })
const filmAddress = async () => (await madeOf('rooms', 'film'))[0]!.address

describe('what is served', () => {
  it('is each file whole, with its type, to be kept for good by one person’s browser', async () => {
    const types = { bus: ['image/webp', 'image/webp', 'image/png'], film: ['video/mp4'], words: ['text/vtt; charset=utf-8'], paper: ['application/pdf'] }
    for (const [id, expected] of Object.entries(types)) {
      const files = await madeOf('rooms', id)
      expect(files).toHaveLength(expected.length)
      for (const [index, { address, bytes }] of files.entries()) {
        const { statusCode, headers, rawPayload } = await ask(address)
        expect([statusCode, headers['content-type'], rawPayload.length]).toEqual([200, expected[index], bytes])
        expect(address).toContain(createHash('sha256').update(rawPayload).digest('hex'))
        expect(headers).toMatchObject({
          'cache-control': 'private, max-age=31536000, immutable', 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff',
          'content-security-policy': expect.stringContaining("media-src 'self'") as string, 'content-length': String(bytes),
        })
        expect(headers['set-cookie']).toBeUndefined()
      }
    }
  })

  it('is handed to another program when it is a document', async () => {
    expect((await ask((await madeOf('rooms', 'paper'))[0]!.address)).headers['content-disposition']).toBe('attachment')
    expect((await ask(await filmAddress())).headers['content-disposition']).toBeUndefined()
  })

  it('is told of without being sent', async () => {
    const { statusCode, headers, rawPayload } = await ask(await filmAddress(), {}, 'HEAD')
    expect([statusCode, headers['content-length'], rawPayload.length]).toEqual([200, String(film.length), 0])
  })

  it('is not sent again to who has it', async () => {
    const address = await filmAddress()
    const { etag } = (await ask(address, {}, 'HEAD')).headers
    expect((await ask(address, { 'if-none-match': `"x", ${etag}` })).statusCode).toBe(304)
    expect((await ask(address, { 'if-none-match': '"x"' }, 'HEAD')).statusCode).toBe(200)
  })
})

describe('a part of a file', () => {
  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=262140-262150', 262_140, 262_150],
    ['bytes=100000-', 100_000, film.length - 1],
    ['bytes=-5', film.length - 5, film.length - 1],
    ['bytes=262144-524287', 262_144, 524_287],
  ])('is the one that was asked for: %s', async (range, from, to) => {
    const { statusCode, headers, rawPayload } = await ask(await filmAddress(), { range })
    expect([statusCode, headers['content-range'], headers['content-length']]).toEqual([206, `bytes ${from}-${to}/${film.length}`, String(to - from + 1)])
    expect(rawPayload.equals(film.subarray(from, to + 1))).toBe(true)
  })

  it('is refused where there is none', async () => {
    const { statusCode, headers } = await ask(await filmAddress(), { range: `bytes=${film.length}-` })
    expect([statusCode, headers['content-range'], headers['cache-control']]).toEqual([416, `bytes */${film.length}`, 'no-store'])
  })

  it('is the whole when it was asked for of another file', async () => {
    const address = await filmAddress()
    expect((await ask(address, { range: 'bytes=0-9', 'if-range': '"other"' })).statusCode).toBe(200)
    expect((await ask(address, { range: 'bytes=0-9', 'if-range': String((await ask(address, {}, 'HEAD')).headers.etag) })).statusCode).toBe(206)
  })
})

describe('what is not there', () => {
  const hash = 'a'.repeat(64)
  it.each([
    `/media/${hash}.png`, `/media/${hash}`, '/media/', '/media', '/media/x.png', `/media/${hash.toUpperCase()}.png`, `/media/${hash}.png/more`,
    '/media/../package.json', '/media/..%2f..%2fpackage.json', '/media/%2e%2e/%2e%2e/etc/passwd', `/media/${hash}.%00png`, `/media/${hash}%00.png`,
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
    const before = await madeOf('rooms', 'bus')
    const oldFilm = await filmAddress()
    const { id } = (await findNewestVersion(database.calls, 'rooms'))!
    folder.put('film.mp4', mpeg4(8, { more: 30 }))
    expect(await publish(consultation('rooms', { id }))).toMatchObject({ outcome: 'published', number: 2 })
    expect(await madeOf('rooms', 'bus')).toEqual(before)
    expect((await ask(await filmAddress())).statusCode).toBe(200)
    expect((await ask(oldFilm)).statusCode).toBe(200)
    folder.put('film.mp4', film)
  })

  it('names what cannot be published, and stores nothing of it', async () => {
    folder.put('bus.png', png(900, 900).subarray(0, 120))
    expect(await publish(consultation('broken'))).toMatchObject({ outcome: 'refused', problems: [{ place: 'media › bus › file', level: 'error' }] })
    folder.put('bus.png', 'GIF89a')
    expect(await publish(consultation('broken'))).toMatchObject({ outcome: 'refused', problems: [{ place: 'media › 1 (bus) › file' }] })
    folder.put('bus.png', png(1000, 500))
    expect(await findNewestVersion(database.calls, 'broken')).toBeUndefined()
    expect(await publishConsultation(database.calls, consultation('broken'))).toMatchObject({ outcome: 'refused' })
  })
})

describe('retracting', () => {
  it('takes media away but for those that another consultation has too, and gives them back when it is published again', async () => {
    folder.put('film.mp4', mpeg4(8, { more: 99 }))
    const own = consultation('own')
    expect(await publish(own)).toMatchObject({ outcome: 'published' })
    const [picture, ownFilm] = [(await madeOf('own', 'bus'))[0]!.address, (await madeOf('own', 'film'))[0]!.address]
    expect((await ask(ownFilm)).statusCode).toBe(200)
    await retractConsultation(database.calls, 'own', { at: whileOpen, reason: 'Somebody in the film asked us to.' })
    expect((await ask(ownFilm)).statusCode).toBe(404)
    expect((await ask(ownFilm, { range: 'bytes=0-1' })).statusCode).toBe(404)
    expect((await ask(picture)).statusCode).toBe(200)
    expect(await publish(own, true)).toMatchObject({ outcome: 'already-published' })
    expect((await ask(ownFilm)).statusCode).toBe(200)
  })
})

describe('a page with media', () => {
  it('shows pictures in sizes, a player that waits, and words for what cannot be seen or heard', async () => {
    const { body } = await ask('/consultations/rooms/read/see')
    expect(body).toMatch(/<source type="image\/webp" srcset="\/media\/[0-9a-f]{64}\.webp 480w, \/media\/[0-9a-f]{64}\.webp 960w"/)
    expect(body).toMatch(/<img src="\/media\/[0-9a-f]{64}\.png" alt="People wait" width="960" height="480" loading="lazy"/)
    expect(body).toMatch(/<video\s+controls\s+playsinline\s+preload="none"\s+aria-label="Welcome"/)
    expect(body).toContain('Video in British Sign Language, 8 seconds, 1 kB. It has captions.')
    expect(body).not.toMatch(/autoplay|loop/)
    expect(body).toContain('download="The plan.pdf"')
  })
})
