import { mediaIn } from './check-media.ts'
import { error, warning, when, type Finding, type Found } from './finding.ts'
import { textOf, type Fields, type Path } from '../core/loose-fields.ts'
import {
  fileTypes,
  lengthOf,
  mostBytes,
  secondsIn,
  sizeWords,
  type FileType,
  type Media,
} from '../consultation/media.ts'
import type { ReadCaptions } from '../consultation/web-vtt.ts'

/** What is known of a file beside a consultation's file. */
export interface FoundFile {
  readonly bytes: number
  /** By its content; undefined for what is none of those that can be published, and for what is too big to be looked at. */
  readonly type: FileType | undefined
  /** How long a recording plays, where the file says so. */
  readonly seconds?: number | undefined
  /** What a file of captions says. */
  readonly captions?: ReadCaptions | undefined
}

/** The files in the folder, by name. */
export type FoundFiles = ReadonlyMap<string, FoundFile>

/** What the files are, beside what the document says of them. */
export function checkMediaFiles(document: Fields, files: FoundFiles): readonly Finding[] {
  const media = mediaIn(document)
  const named = new Set(media.map(({ fields }) => fields['file']))
  const unused = [...files.keys()].filter((name) => !named.has(name)).sort()
  return [
    ...media.flatMap((one) => checkFile(one, files)),
    ...media.flatMap((one) => checkCaptionsOf(one, media, files)),
    ...unused.map((name) =>
      warning(['media'], `No “file” here names “${name.slice(0, 100)}”, which is in the folder`),
    ),
  ]
}

const typeWords: Readonly<Record<FileType, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  svg: 'SVG',
  mp3: 'MP3',
  ogg: 'Ogg',
  m4a: 'M4A',
  wav: 'WAV',
  mp4: 'MP4',
  webm: 'WebM',
  mov: 'QuickTime',
  vtt: 'WebVTT',
  pdf: 'PDF',
}

const isKind = (kind: unknown): kind is Media['kind'] =>
  typeof kind === 'string' && Object.hasOwn(fileTypes, kind)

function checkFile({ fields, path }: Found, files: FoundFiles): readonly Finding[] {
  const { kind } = fields
  const name = textOf(fields['file'])
  if (name === undefined || !isKind(kind)) return []
  const place = [...path, 'file']
  const file = files.get(name)
  if (!file)
    return [error(place, `There is no file “${name.slice(0, 100)}” in the folder beside this file`)]
  if (file.bytes > mostBytes[kind]) {
    return [
      error(
        place,
        `This file has ${sizeWords(file.bytes)}. The most for this kind is ${sizeWords(mostBytes[kind])}`,
      ),
    ]
  }
  if (file.type === undefined || !fileTypes[kind].includes(file.type))
    return [error(place, wrongTypeWords(file.type, kind))]
  return [...checkLength(fields, file, path), ...checkCaptionsFile(file, place)]
}

function wrongTypeWords(type: FileType | undefined, kind: Media['kind']): string {
  const wanted = fileTypes[kind].map((one) => typeWords[one]).join(', ')
  return type === undefined
    ? `The content of this file is none of these: ${wanted}. Its name makes no difference`
    : `By its content this file is ${typeWords[type]}. Here it can be: ${wanted}`
}

function checkLength(fields: Fields, { seconds }: FoundFile, path: Path): readonly Finding[] {
  const words = otherLengthWords(textOf(fields['length']) ?? '', seconds)
  return words === undefined ? [] : [warning([...path, 'length'], words)]
}

/** What there is to say where a recording plays longer or shorter than its author says. */
export function otherLengthWords(length: string, seconds: number | undefined): string | undefined {
  const said = secondsIn(length)
  if (
    seconds === undefined ||
    said === undefined ||
    Math.abs(seconds - said) <= Math.max(2, seconds * 0.03)
  )
    return undefined
  return `The file plays for ${lengthOf(Math.round(seconds))}`
}

const checkCaptionsFile = ({ captions }: FoundFile, place: Path): readonly Finding[] =>
  captions && 'words' in captions
    ? [error(place, `In line ${captions.line} of the file: ${captions.words}`)]
    : []

/** Without captions for this many seconds somebody who cannot hear does not know whether there is nothing to hear. */
const longestSilence = 20

function checkCaptionsOf(
  { fields, path }: Found,
  media: readonly Found[],
  files: FoundFiles,
): readonly Finding[] {
  const length = secondsIn(textOf(fields['length']) ?? '')
  const named = textOf(fields['captions'])
  const file = media.find((one) => named !== undefined && one.fields['id'] === named)?.fields[
    'file'
  ]
  const captions = files.get(textOf(file) ?? '')?.captions
  if (fields['kind'] !== 'video' || length === undefined || !captions || !('cues' in captions))
    return []
  const place = [...path, 'captions']
  const first = captions.cues[0]?.from ?? 0
  const last = Math.max(...captions.cues.map(({ to }) => to))
  return [
    ...when(
      last > length + 2,
      error(place, `The captions go on to ${Math.ceil(last)} seconds, and the video has ${length}`),
    ),
    ...when(
      first > longestSilence,
      error(
        place,
        `The captions begin after ${Math.floor(first)} seconds. Begin with the video: [music], [silence]`,
      ),
    ),
    ...when(
      last < length - longestSilence,
      error(
        place,
        `The captions end ${Math.floor(length - last)} seconds before the video. Go on to its end: [music], [silence]`,
      ),
    ),
  ]
}
