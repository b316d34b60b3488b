import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileType, Recording } from '@takepart/shared/domain/consultation/media'
import { afterAll, describe, expect, it } from 'vitest'
import { film, mediaFolder, mpeg4, phoneFilm, wav } from '../test-support/media-files.ts'
import { makeRecording } from './make-recording.ts'

const folder = mediaFolder()
afterAll(() => folder.remove())

let written = 0
const make = async (
  bytes: Buffer,
  type: FileType,
  {
    kind = 'video',
    mostSeconds = 30,
  }: { readonly kind?: Recording['kind']; readonly mostSeconds?: number } = {},
) => {
  written += 1
  const path = join(folder.path(`recording-${written}`))
  writeFileSync(path, bytes)
  const made = await makeRecording({ path, type, kind, mostSeconds })
  if (typeof made === 'string') return made
  const { file, ...facts } = made
  const all = await file.readFile()
  await file.close()
  return { ...facts, bytes: all }
}
const madeOf = async (...input: Parameters<typeof make>) => {
  const made = await make(...input)
  if (typeof made === 'string') throw new Error(made)
  return made
}

describe('makeRecording', () => {
  it('leaves nothing of a film but what is seen and heard, the right way up, and makes the same of the same', async () => {
    const twoInOne = Buffer.concat([phoneFilm, Buffer.from('<script>alert(1)</script>PK\x03\x04')])
    expect(['+51.5074', 'A. Person', '<script>'].map((words) => twoInOne.includes(words))).toEqual([
      true,
      true,
      true,
    ])
    const [one, other] = await Promise.all([madeOf(twoInOne, 'mov'), madeOf(twoInOne, 'mov')])
    expect(one).toMatchObject({
      ending: 'mp4',
      seconds: expect.closeTo(1, 0) as number,
      width: 48,
      height: 64,
    })
    expect(
      ['+51.5074', 'A. Person', '<script>', 'Lavf'].filter((words) => one.bytes.includes(words)),
    ).toEqual([])
    const [type, index, content] = ['ftyp', 'moov', 'mdat'].map((name) => one.bytes.indexOf(name))
    expect([type === 4, index! < content!], 'it can be played before all of it is there').toEqual([
      true,
      true,
    ])
    expect(['avc1', 'mp4a'].map((codec) => one.bytes.includes(codec, index))).toEqual([true, true])
    expect(one.bytes.equals(other.bytes)).toBe(true)
  })

  it('makes MP3 of what is to be heard', async () => {
    expect(wav().includes('A. Pers')).toBe(true)
    const { bytes, ...facts } = await madeOf(wav(), 'wav', { kind: 'audio' })
    expect(facts).toEqual({ ending: 'mp3', seconds: expect.closeTo(1, 0) as number })
    expect([bytes[0], bytes[1]]).toEqual([0xff, 0xfb])
    expect(bytes.includes('A. Pers')).toBe(false)
  })

  it.each([
    ['cannot be played', mpeg4(30), 'mp4', {}, 'unreadable'],
    ['has nothing to be seen', wav(), 'wav', {}, 'nothing-in-it'],
    ['takes too long', film, 'webm', { mostSeconds: 0.05 }, 'too-slow'],
  ] as const)('gives up what %s', async (_, bytes, type, more, trouble) => {
    expect(await make(bytes, type, more)).toBe(trouble)
  })
})
