import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ConsultationProblem } from '@takepart/shared/domain/check-consultation'
import type { Consultation } from '@takepart/shared/domain/consultation'
import type { FileType, MadeFile, MadeMedia, Media, MediaEnding } from '@takepart/shared/domain/media'
import { makePicture } from './make-picture.ts'
import type { MediaFolder } from './media-folder.ts'
import { pieceBytes, type FileToStore } from './media.queries.ts'

/** A consultation with its media made ready, and the files to store with it. */
export interface ReadyMedia {
  readonly consultation: Consultation
  readonly files: readonly FileToStore[]
  readonly problems: readonly ConsultationProblem[]
}

interface MadeOne {
  readonly made: MadeMedia
  readonly files: readonly FileToStore[]
}

/** Pictures are large when they are open. */
const mostAtOnce = 4

/**
 * Makes the media of a consultation ready to be served. A picture that an earlier version has too, by its content, is
 * not made again: `before` has the media of that version.
 */
export async function makeMedia(consultation: Consultation, folder: MediaFolder, before: readonly Media[] = []): Promise<ReadyMedia> {
  const { media = [] } = consultation
  if (media.length === 0) return { consultation, files: [], problems: [] }
  const known = new Map(before.flatMap(({ kind, made }) => (kind === 'picture' && made ? [[made.source, made] as const] : [])))
  const made: (MadeOne | ConsultationProblem)[] = []
  for (let at = 0; at < media.length; at += mostAtOnce) {
    made.push(...await Promise.all(media.slice(at, at + mostAtOnce).map((one) => makeOne(one, folder, known))))
  }
  const good = made.filter((one): one is MadeOne => 'made' in one)
  return {
    consultation: good.length < made.length ? consultation : { ...consultation, media: media.map((one, index): Media => ({ ...one, made: good[index]!.made })) },
    files: good.flatMap(({ files }) => files),
    problems: made.flatMap((one) => ('made' in one ? [] : [one])),
  }
}

const endings: Readonly<Record<FileType, MediaEnding>> = {
  png: 'png', jpeg: 'jpg', webp: 'webp', svg: 'png', mp3: 'mp3', ogg: 'ogg', m4a: 'm4a', mp4: 'mp4', webm: 'webm', vtt: 'vtt', pdf: 'pdf',
}

/** Called with media that passed every check, so the file is there and of its kind. */
async function makeOne(media: Media, folder: MediaFolder, known: ReadonlyMap<string, MadeMedia>): Promise<MadeOne | ConsultationProblem> {
  const type = folder.files.get(media.file)?.type
  if (type === undefined) throw new Error(`${media.file} has been published without a check`)
  const path = folder.pathOf(media.file)
  if (media.kind !== 'picture') return asItIs(path, endings[type])
  const source = await readFile(path)
  const hash = sha256(source)
  const before = known.get(hash)
  if (before) return { made: before, files: [] }
  try {
    return fromPictures(hash, await makePicture(source, type))
  } catch {
    return { place: `media › ${media.id} › file`, words: 'This picture cannot be read. It may be damaged, or have too many pixels. Save it anew', level: 'error' }
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const addressOf = (hash: string, ending: string): string => `/media/${hash}.${ending}`

function fromPictures(source: string, pictures: Awaited<ReturnType<typeof makePicture>>): MadeOne {
  const all = pictures.map((picture) => ({ ...picture, hash: sha256(picture.bytes) }))
  return {
    made: {
      source,
      files: all.map(({ hash, ending, bytes, width, height }): MadeFile => ({ address: addressOf(hash, ending), bytes: bytes.length, width, height })),
    },
    files: all.map(({ hash, ending, bytes }) => ({ sha256: hash, ending, bytes: bytes.length, pieces: () => piecesOf([bytes]) })),
  }
}

/** Recordings, captions and documents, unchanged. Read twice, since a video is not held in memory. */
async function asItIs(path: string, ending: MediaEnding): Promise<MadeOne> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece)
    bytes += piece.length
  }
  const source = hash.digest('hex')
  return {
    made: { source, files: [{ address: addressOf(source, ending), bytes }] },
    files: [{ sha256: source, ending, bytes, pieces: () => sameAs(source, createReadStream(path, { highWaterMark: pieceBytes })) }],
  }
}

/** The pieces of what is read, as long as it is still what it was. */
async function* sameAs(expected: string, read: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of piecesOf(read)) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== expected) throw new Error('A file was changed while it was being published')
}

/** The same bytes in pieces of one size. */
async function* piecesOf(parts: Iterable<Buffer> | AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for await (const part of parts) {
    held = held.length === 0 ? part : Buffer.concat([held, part])
    while (held.length >= pieceBytes) {
      yield held.subarray(0, pieceBytes)
      held = held.subarray(pieceBytes)
    }
  }
  if (held.length > 0) yield held
}
