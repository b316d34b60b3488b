import type { Block, Consultation } from './consultation.ts'

/**
 * Pictures, recordings and files that belong to a consultation. The files lie in a folder beside the consultation's own
 * file: `name.json` and `name/`. Blocks and options name them by their id.
 */
export type Media = Picture | Video | Audio | Captions | DocumentFile

interface MediaBase<Kind extends string> {
  /** Unique among the media of the consultation. */
  readonly id: string
  readonly kind: Kind
  /** The name of a file in the folder beside the consultation's file. */
  readonly file: string
  /** Written when the consultation is published, and never by hand. */
  readonly made?: MadeMedia
}

/** PNG, JPEG, WebP or SVG. It has words in `alt`, or it is `decorative`: never neither. */
export interface Picture extends MediaBase<'picture'> {
  readonly alt?: string
  readonly decorative?: true
}

interface RecordingBase<Kind extends string> extends MediaBase<Kind> {
  readonly title: string
  /** Minutes and seconds: "2:05", as its author says. */
  readonly length: string
  /** The language that is spoken or signed, as a language tag: "en-GB", "bfi" for British Sign Language. */
  readonly lang: string
  /** Everything that is said, and what is seen or heard besides; or else `transcriptDocument`. */
  readonly transcript?: readonly Block[]
  /** The id of a reading document that is the transcript. */
  readonly transcriptDocument?: string
}

/** MP3, Ogg, M4A or WAV; served as MP3. */
export type Audio = RecordingBase<'audio'>

/** MP4, WebM or QuickTime; served as MP4. */
export interface Video extends RecordingBase<'video'> {
  /** The id of media of the kind `captions`. */
  readonly captions?: string
  /** The id of a picture to show before it plays. */
  readonly poster?: string
  /** True for a video in a sign language. */
  readonly signed?: true
  /** How somebody who cannot see it learns what is only shown (WCAG 2.2, 1.2.5). */
  readonly shown?: 'said' | 'in-transcript'
}

/** A WebVTT file. */
export interface Captions extends MediaBase<'captions'> {
  readonly lang: string
}

/** A PDF. */
export interface DocumentFile extends MediaBase<'document'> {
  readonly title: string
}

export type Recording = Audio | Video

/** What publishing made of a file. */
export interface MadeMedia {
  /** SHA-256 of the file as it was given, in hex. */
  readonly source: string
  /** Names how a recording was made anew, so that it is done again only when that is done otherwise. */
  readonly recipe?: string
  /** What is served: for a picture several sizes, the smallest first, and last one for browsers that do not know WebP. */
  readonly files: readonly MadeFile[]
}

export interface MadeFile {
  /** Its path on this website; it says what is in the file, so it never changes. */
  readonly address: string
  readonly bytes: number
  /** In pixels; pictures and videos only. */
  readonly width?: number
  readonly height?: number
  /** How long it plays; recordings only. */
  readonly seconds?: number
}

const million = 1_000_000

/** The most bytes a file may have, by its kind. */
export const mostBytes: Readonly<Record<Media['kind'], number>> = {
  picture: 10 * million,
  audio: 50 * million,
  video: 200 * million,
  captions: million,
  document: 20 * million,
}

/** What a file is by its content, whatever it is called. */
export type FileType =
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'svg'
  | 'mp3'
  | 'ogg'
  | 'm4a'
  | 'wav'
  | 'mp4'
  | 'webm'
  | 'mov'
  | 'vtt'
  | 'pdf'

/** What a file of each kind may be. */
export const fileTypes: Readonly<Record<Media['kind'], readonly FileType[]>> = {
  picture: ['png', 'jpeg', 'webp', 'svg'],
  audio: ['mp3', 'ogg', 'm4a', 'wav'],
  video: ['mp4', 'webm', 'mov'],
  captions: ['vtt'],
  document: ['pdf'],
}

/** Media by id, for pages. */
export type MediaShelf = ReadonlyMap<string, Media>

export const mediaOf = ({ media = [] }: Pick<Consultation, 'media'>): MediaShelf =>
  new Map(media.map((one) => [one.id, one]))

/** The files that a device keeps so that a consultation's media can be had without a connection. */
export const filesToKeep = ({ media = [] }: Pick<Consultation, 'media'>): readonly MadeFile[] =>
  media.flatMap((one) => {
    const files = one.made?.files ?? []
    // A browser that can keep pages knows WebP.
    return one.kind === 'picture' && files.length > 1 ? files.slice(0, -1) : files
  })

/** What a file is to a browser, by the end of its address. */
export const mediaTypes = {
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
  pdf: 'application/pdf',
} as const

export type MediaEnding = keyof typeof mediaTypes

/** Seconds of a length like "2:05"; undefined when it is not one. */
export function secondsIn(length: string): number | undefined {
  const [, minutes, seconds] = /^(\d{1,3}):([0-5]\d)$/.exec(length) ?? []
  return minutes === undefined ? undefined : Number(minutes) * 60 + Number(seconds)
}

/** "2:05". */
export const lengthOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

const count = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? '' : 's'}`

/** "2 minutes 5 seconds". */
export function lengthWords(length: string): string {
  const all = secondsIn(length)
  if (all === undefined) return length
  const [minutes, seconds] = [Math.floor(all / 60), all % 60]
  return [
    ...(minutes > 0 ? [count(minutes, 'minute')] : []),
    ...(seconds > 0 || minutes === 0 ? [count(seconds, 'second')] : []),
  ].join(' ')
}

/** The name of a language: "British Sign Language". What has no name stays as it is. */
export const languageWords = (lang: string): string =>
  lang === 'bfi'
    ? 'British Sign Language'
    : (new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(lang.split('-')[0] ?? lang) ??
      lang)

/** "3.4 MB", "120 kB": never less than 1 kB. */
export function sizeWords(bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / 1000))
  return kilo < 1000 ? `${kilo} kB` : `${(bytes / million).toFixed(1)} MB`
}
