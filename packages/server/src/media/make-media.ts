import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ConsultationProblem } from '@takepart/shared/domain/authoring/check-consultation'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { placeWords } from '@takepart/shared/domain/core/loose-fields'
import type {
  FileType,
  MadeFile,
  MadeMedia,
  Media,
  Picture,
  Recording,
} from '@takepart/shared/domain/consultation/media'
import { addressOf, piecesOf, sameAs, sha256, sha256Of } from './file-bytes.ts'
import { beginningBytes, fileTypeOf } from './file-type.ts'
import { makePicture, sizeOfPicture } from './make-picture.ts'
import { typeIn, type MediaFolder } from './media-folder.ts'
import { pieceBytes, type FileToStore } from './media.queries.ts'
import { readyRecording } from './ready-recording.ts'

export interface MediaToMake {
  readonly folder: MediaFolder
  /** The media of earlier versions. */
  readonly before?: readonly Media[]
  /** Is told how far a recording is. */
  readonly say?: ((words: string) => void) | undefined
}

/** A consultation with its media made ready, and the files to store with it. */
export interface ReadyMedia {
  readonly consultation: Consultation
  /** Each is released once it is stored, or will not be. */
  readonly files: readonly FileToStore[]
  readonly problems: readonly ConsultationProblem[]
}

export interface MadeOne {
  readonly made: MadeMedia
  readonly files: readonly FileToStore[]
  /** What its author should look at again. */
  readonly warning?: Trouble | undefined
}

/** What is to be said of one of the media, and of which of its fields. */
export interface Trouble {
  readonly field: 'file' | 'length'
  readonly words: string
}

type Outcome = MadeOne | Trouble

/** Pictures are large when they are open. */
const mostAtOnce = 4

/**
 * Makes the media of a consultation ready to be served. What an earlier version has too, by its content, is not made
 * again. A recording can take as long as it plays: they come last, one by one, and none after anything went wrong.
 */
export async function makeMedia(
  consultation: Consultation,
  { folder, before = [], say }: MediaToMake,
): Promise<ReadyMedia> {
  const { media = [] } = consultation
  if (media.length === 0) return { consultation, files: [], problems: [] }
  const outcomes = new Map<Media, Outcome>()
  const rest = media.filter((one) => !isRecording(one))
  for (let at = 0; at < rest.length; at += mostAtOnce) {
    await Promise.all(
      rest
        .slice(at, at + mostAtOnce)
        .map(async (one) => outcomes.set(one, await makeOne(one, folder, before))),
    )
  }
  for (const one of media.filter(isRecording)) {
    if ([...outcomes.values()].every((outcome) => 'made' in outcome))
      outcomes.set(one, await readyRecording(one, { folder, before, say }))
  }
  return inAll(
    consultation,
    media.map((one) => outcomes.get(one)),
  )
}

const isRecording = (one: Media): one is Recording => one.kind === 'audio' || one.kind === 'video'

async function inAll(
  consultation: Consultation,
  outcomes: readonly (Outcome | undefined)[],
): Promise<ReadyMedia> {
  const made = outcomes.flatMap((one) => (one && 'made' in one ? [one] : []))
  const problems = outcomes.flatMap((one, index) =>
    one ? problemOf(consultation, index, one) : [],
  )
  const files = made.flatMap((one) => one.files)
  if (made.length === outcomes.length) {
    return {
      consultation: {
        ...consultation,
        media: consultation.media!.map((one, index): Media => ({
          ...one,
          made: made[index]!.made,
        })),
      },
      files,
      problems,
    }
  }
  await releaseFiles(files)
  return { consultation, files: [], problems }
}

function problemOf(
  consultation: Consultation,
  index: number,
  outcome: Outcome,
): readonly ConsultationProblem[] {
  const trouble = 'made' in outcome ? outcome.warning : outcome
  if (trouble === undefined) return []
  const { field, words } = trouble
  return [
    {
      place: placeWords(consultation, ['media', index, field]),
      words,
      level: 'made' in outcome ? 'warning' : 'error',
    },
  ]
}

export const releaseFiles = async (files: readonly FileToStore[]): Promise<void> => {
  for (const file of files) await file.release?.()
}

async function makeOne(
  media: Exclude<Media, Recording>,
  folder: MediaFolder,
  before: readonly Media[],
): Promise<Outcome> {
  const path = folder.pathOf(media.file)
  switch (media.kind) {
    case 'captions':
      return asItIs(path, 'vtt')
    case 'document':
      return asItIs(path, 'pdf')
    case 'picture':
      return readyPicture(await readFile(path), typeIn(folder, media), before)
  }
}

async function readyPicture(
  source: Buffer,
  type: FileType,
  before: readonly Media[],
): Promise<Outcome> {
  const hash = sha256(source)
  const same = before.find(
    (one): one is Picture => one.kind === 'picture' && one.made?.source === hash,
  )
  if (same) return { made: same.made!, files: [] }
  try {
    return fromPictures(hash, await makePicture(source, type))
  } catch {
    return {
      field: 'file',
      words:
        'This picture cannot be read. It may be damaged, or have too many pixels. Save it anew',
    }
  }
}

/** Far more than a picture in a foot or a head needs, and little enough to open while pages are served. */
const mostPixelsAlone = 16_000_000

/**
 * Makes a picture anew that somebody sent by itself. A drawing in SVG is not taken: what it draws with can be without end.
 */
export async function makeLonePicture(
  source: Buffer,
): Promise<MadeOne | 'not-a-picture' | 'too-many-pixels'> {
  const type = fileTypeOf(source.subarray(0, beginningBytes))
  if (type !== 'png' && type !== 'jpeg' && type !== 'webp') return 'not-a-picture'
  try {
    const { width, height } = await sizeOfPicture(source)
    if (width * height > mostPixelsAlone) return 'too-many-pixels'
    return fromPictures(sha256(source), await makePicture(source, type))
  } catch {
    return 'not-a-picture'
  }
}

function fromPictures(source: string, pictures: Awaited<ReturnType<typeof makePicture>>): MadeOne {
  const all = pictures.map((picture) => ({ ...picture, hash: sha256(picture.bytes) }))
  return {
    made: {
      source,
      files: all.map(({ hash, ending, bytes, width, height }): MadeFile => ({
        address: addressOf(hash, ending),
        bytes: bytes.length,
        width,
        height,
      })),
    },
    files: all.map(({ hash, ending, bytes }) => ({
      sha256: hash,
      ending,
      bytes: bytes.length,
      pieces: () => piecesOf([bytes]),
    })),
  }
}

/** Captions and documents, unchanged. */
async function asItIs(path: string, ending: 'vtt' | 'pdf'): Promise<MadeOne> {
  const { hash, bytes } = await sha256Of(createReadStream(path))
  return {
    made: { source: hash, files: [{ address: addressOf(hash, ending), bytes }] },
    files: [
      {
        sha256: hash,
        ending,
        bytes,
        pieces: () => sameAs(hash, createReadStream(path, { highWaterMark: pieceBytes })),
      },
    ],
  }
}
