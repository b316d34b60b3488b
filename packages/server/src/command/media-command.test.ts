import { Writable } from 'node:stream'
import type { Consultation } from '@takepart/shared/domain/consultation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findNewestVersion } from '../features/consultation/consultation.queries.ts'
import { captions, mediaFolder, mpeg4, png, type TestFolder } from '../test-support/media-files.ts'
import { smallConsultation, whileOpen } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'
import { runCommand } from './run-command.ts'

let database: TestDatabase
let folder: TestFolder
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mediaFolder({ 'bus.png': png(600, 300), 'film.mp4': mpeg4(30), 'film.vtt': captions(29) })
})
afterAll(async () => {
  folder.remove()
  await database.close()
})

/** Runs a command line in this process; answers its code and all that it wrote. */
async function run(...words: readonly string[]): Promise<readonly [code: number, said: string]> {
  let said = ''
  const out = new Writable({ write: (part: Buffer, _, done) => { said += part.toString(); done() } })
  const code = await runCommand(words, {
    out, err: out, now: () => whileOpen, random: (bytes) => new Uint8Array(bytes), open: async () => ({ db: database.calls, close: async () => undefined }),
  })
  return [code, said]
}

const withMedia = (changes: Partial<Consultation> = {}): Consultation => smallConsultation({
  promise: { by: '2027-05-20', text: 'We say what we did.' },
  documents: [{ id: 'see', title: 'See', minutes: 1, blocks: [{ kind: 'picture', picture: 'bus' }, { kind: 'recording', recording: 'film' }] }],
  media: [
    { id: 'bus', kind: 'picture', file: 'bus.png', alt: 'People wait' },
    { id: 'film', kind: 'video', file: 'film.mp4', title: 'Welcome', length: '0:30', lang: 'en-GB', captions: 'words', transcript: [{ kind: 'paragraph', text: 'Welcome.' }] },
    { id: 'words', kind: 'captions', file: 'film.vtt', lang: 'en-GB' },
  ],
  ...changes,
})

describe('a consultation with media, from the command line', () => {
  it('is checked together with the files in its folder, and names each problem by its place', async () => {
    folder.put('film.mp4', 'not a film')
    folder.put('old.png', png(1, 1))
    const [code, said] = await run('check', folder.write(withMedia({ media: withMedia().media!.map((one) => ({ ...one, alt: undefined })) as Consultation['media'] })))
    expect(code).toBe(1)
    expect(said).toContain('media › 1 (bus): Say in “alt” what')
    expect(said).toContain('media › 2 (film) › file: The content of this file is none of these: MP4, WebM')
    expect(said).toContain('media: No “file” here names “old.png”')
    folder.put('film.mp4', mpeg4(30))
  })

  it('is published with them', async () => {
    const [code, said] = await run('publish', folder.write(withMedia()))
    expect([code, said]).toEqual([0, expect.stringContaining('Published waiting-rooms, version 1') as string])
    const made = (await findNewestVersion(database.calls, 'waiting-rooms'))?.version.consultation.media?.map((one) => one.made?.files.length)
    expect(made).toEqual([3, 1, 1])
  })
})
