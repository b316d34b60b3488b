import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findNewestVersion } from '../features/consultation/consultation.queries.ts'
import { captions, film, mediaFolder, png, type TestFolder } from '../test-support/media-files.ts'
import { smallConsultation, whileOpen } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { runCommand } from './run-command.ts'

let database: TestDatabase
let folder: TestFolder
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mediaFolder({ 'bus.png': png(600, 300), 'film.mp4': film, 'film.vtt': captions(1) })
})
afterAll(async () => {
  folder.remove()
  await database.close()
})

/** Runs a command line in this process; answers its code and all that it wrote. */
async function run(...words: readonly string[]): Promise<readonly [code: number, said: string]> {
  let said = ''
  const out = new Writable({
    write: (part: Buffer, _, done) => {
      said += part.toString()
      done()
    },
  })
  const code = await runCommand(words, {
    out,
    err: out,
    now: () => whileOpen,
    random: (bytes) => new Uint8Array(bytes),
    origin: 'http://localhost:3000',
    open: async () => ({ db: database.calls, close: async () => undefined }),
  })
  return [code, said]
}

const id = randomUUID()
const withMedia = (changes: Partial<Consultation> = {}): Consultation =>
  smallConsultation({
    id,
    promise: { by: '2027-05-20', text: 'We say what we did.' },
    documents: [
      {
        id: 'see',
        title: 'See',
        minutes: 1,
        blocks: [
          { kind: 'picture', picture: 'bus' },
          { kind: 'recording', recording: 'film' },
        ],
      },
    ],
    media: [
      { id: 'bus', kind: 'picture', file: 'bus.png', alt: 'People wait' },
      {
        id: 'film',
        kind: 'video',
        file: 'film.mp4',
        title: 'Welcome',
        length: '0:01',
        lang: 'en-GB',
        captions: 'words',
        transcript: [{ kind: 'paragraph', text: 'Welcome.' }],
      },
      { id: 'words', kind: 'captions', file: 'film.vtt', lang: 'en-GB' },
    ],
    ...changes,
  })

/** The film, saying that it is longer than it is. */
function claiming(seconds: number): Buffer {
  const longer = Buffer.from(film)
  longer.writeDoubleBE(seconds * 1000, longer.indexOf(Buffer.from([0x44, 0x89, 0x88])) + 3)
  return longer
}

describe('a consultation with media, from the command line', () => {
  it('is checked together with the files in its folder, and names each problem by its place', async () => {
    folder.put('film.mp4', 'not a film')
    const [code, said] = await run(
      'check',
      folder.write(
        withMedia({
          media: withMedia().media!.map((one) => ({
            ...one,
            alt: undefined,
          })) as Consultation['media'],
        }),
      ),
    )
    expect(code).toBe(1)
    expect(said).toContain('media › 1 (bus): Say in “alt” what')
    expect(said).toContain(
      'media › 2 (film) › file: The content of this file is none of these: MP4, WebM',
    )
    folder.put('film.mp4', film)
  })

  it('is not said to be fit to play by a check, which does not play it', async () => {
    const [code, said] = await run('check', folder.write(withMedia()))
    expect(code).toBe(0)
    expect(said).toContain('Recordings were looked at from outside only.')
  })

  it('is published with them', async () => {
    const [code, said] = await run('publish', folder.write(withMedia()))
    expect(code).toBe(0)
    expect(said).toMatch(
      /^film\.mp4: making it ready .* 0:01, [^\n]*\nfilm\.mp4: ready, 16 kB\n.*Published waiting-rooms, version 1/s,
    )
    const made = (
      await findNewestVersion(database.calls, 'waiting-rooms')
    )?.version.consultation.media?.map((one) => one.made?.files.length)
    expect(made).toEqual([3, 1, 1])
  })

  it('is not published with a film that ends too soon, and says which and what to do', async () => {
    folder.put('film.mp4', claiming(60))
    const [code, said] = await run('publish', folder.write(withMedia()))
    expect(code).toBe(1)
    expect(said).toContain(
      'media › 2 (film) › file: Only 0:01 of 1:00 in “film.mp4” can be played. It may be damaged. Play it from beginning to end, and save',
    )
    expect(said).toContain('Nothing was published')
    expect((await findNewestVersion(database.calls, 'waiting-rooms'))?.version.number).toBe(1)
  })
})
