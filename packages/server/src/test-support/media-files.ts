import { deflateSync } from 'node:zlib'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Tiny files of every kind, made here, so that nobody else's pictures and voices are kept in the repository. */
const checksums = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
const crc32 = (bytes: Buffer): number =>
  (bytes.reduce((sum, byte) => checksums[(sum ^ byte) & 0xff]! ^ (sum >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const all = Buffer.alloc(body.length + 8)
  all.writeUInt32BE(data.length, 0)
  body.copy(all, 4)
  all.writeUInt32BE(crc32(body), body.length + 4)
  return all
}

/** A PNG in one colour, with a comment in it as programs leave them. */
export function png(width: number, height: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x99)])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', size),
    chunk('tEXt', Buffer.from('Comment\0Taken at 1 Example Street')),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const svg = Buffer.from(
  '<?xml version="1.0"?>\n<!-- a circle -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30">' +
    '<script>alert(1)</script><circle cx="20" cy="15" r="10"/></svg>',
)

const box = (name: string, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** MPEG 4 of some length, with moving pictures or without; `more` bytes of content stand before its index. */
export function mpeg4(
  seconds: number,
  {
    handler = 'vide',
    more = 16,
  }: { readonly handler?: 'vide' | 'soun'; readonly more?: number } = {},
): Buffer {
  const header = Buffer.alloc(100)
  header.writeUInt32BE(1000, 12)
  header.writeUInt32BE(seconds * 1000, 16)
  const content = Buffer.from(Array.from({ length: more }, (_, index) => index % 251))
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2', 'latin1')),
    box('mdat', content),
    box(
      'moov',
      box('mvhd', header),
      box('trak', box('mdia', box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${handler}`, 'latin1')))),
    ),
  ])
}

/** WebM that says how long it is, in ticks of a millisecond. */
export function webm(seconds: number): Buffer {
  const duration = Buffer.alloc(11)
  duration.set([0x44, 0x89, 0x88])
  duration.writeDoubleBE(seconds * 1000, 3)
  return Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84]),
    Buffer.from('webm'),
    Buffer.from([0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40]),
    duration,
  ])
}

/** Opus in Ogg: a first page that names it, a last one that counts its samples. */
export function ogg(seconds: number): Buffer {
  const page = (samples: number, content: Buffer): Buffer => {
    const head = Buffer.alloc(27)
    head.write('OggS', 0, 'latin1')
    head.writeBigInt64LE(BigInt(samples), 6)
    return Buffer.concat([head, content])
  }
  const opus = Buffer.alloc(19)
  opus.write('OpusHead', 0, 'latin1')
  opus.writeUInt16LE(312, 10)
  return Buffer.concat([page(0, opus), page(seconds * 48_000 + 312, Buffer.alloc(200))])
}

/** One second of a test picture and a tone, as WebM; and as a telephone held upright writes it, with where it was and what it is called. */
export const film = readFileSync(join(import.meta.dirname, 'film.webm'))
export const phoneFilm = readFileSync(join(import.meta.dirname, 'phone.mov'))

/** One second of nothing to hear, with a comment in it. */
export function wav(): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.write('WAVEfmt ', 8, 'latin1')
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 16_000],
    [40, 16_000],
  ] as const)
    head.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    head.writeUInt16LE(value, at)
  head.write('data', 36, 'latin1')
  const comment = Buffer.from('LIST\x14\0\0\0INFOINAM\x08\0\0\0A. Pers\0', 'latin1')
  const all = Buffer.concat([head, Buffer.alloc(16_000), comment])
  all.writeUInt32LE(all.length - 8, 4)
  return all
}

export const mp3 = Buffer.concat([
  Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(413),
])
export const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n', 'latin1')
export const captions = (seconds: number): Buffer =>
  Buffer.from(
    `WEBVTT\n\n00:00.000 --> 00:${String(seconds).padStart(2, '0')}.000\nThe bus comes.\n`,
  )

export interface TestFolder {
  /** Writes the consultation's file and gives its path. */
  readonly write: (document: unknown) => string
  readonly put: (name: string, bytes: Buffer | string) => void
  readonly path: (name: string) => string
  readonly remove: () => void
}

/** A folder with a consultation's file and, beside it, one with these files. */
export function mediaFolder(files: Readonly<Record<string, Buffer | string>> = {}): TestFolder {
  const root = mkdtempSync(join(tmpdir(), 'takepart-media-'))
  const path = (name: string): string => join(root, 'rooms', name)
  mkdirSync(join(root, 'rooms'))
  const put = (name: string, bytes: Buffer | string): void => writeFileSync(path(name), bytes)
  for (const [name, bytes] of Object.entries(files)) put(name, bytes)
  return {
    put,
    path,
    write: (document) => {
      const file = join(root, 'rooms.json')
      writeFileSync(file, JSON.stringify(document))
      return file
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
