import { isUtf8 } from 'node:buffer'
import type { FileType } from '@takepart/shared/domain/consultation/media'

/** As many bytes of the beginning of a file as are needed to know what it is. */
export const beginningBytes = 4096

type Sign = readonly [type: FileType, is: (start: Buffer) => boolean]

const has =
  (text: string, at = 0) =>
  (start: Buffer): boolean =>
    start.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))

const signs: readonly Sign[] = [
  ['png', has('\x89PNG\r\n\x1A\n')],
  ['jpeg', has('\xFF\xD8\xFF')],
  ['webp', (start) => has('RIFF')(start) && has('WEBP', 8)(start)],
  ['ogg', has('OggS\0')],
  // MPEG 4 with moving pictures or without: what the file holds besides says which.
  [
    'mp4',
    (start) =>
      has('ftyp', 4)(start) &&
      /^(?:iso[0-9m]|mp4[12]|avc1|M4[VAB] |dash|MSNV|f4v )$/.test(start.toString('latin1', 8, 12)),
  ],
  ['mov', has('ftypqt  ', 4)],
  ['wav', (start) => has('RIFF')(start) && has('WAVE', 8)(start)],
  ['webm', (start) => has('\x1A\x45\xDF\xA3')(start) && start.subarray(0, 64).includes('webm')],
  ['pdf', has('%PDF-')],
  ['mp3', (start) => has('ID3')(start) || isMp3Frame(start)],
  [
    'vtt',
    (start) =>
      /^(?:\u00EF\u00BB\u00BF)?WEBVTT(?:[ \t\r\n]|$)/.test(start.toString('latin1', 0, 16)),
  ],
  ['svg', isSvg],
]

/** The first of many frames: MPEG audio, layer III, with a bit rate and a sampling rate that exist. */
function isMp3Frame([first = 0, second = 0, third = 0]: Buffer): boolean {
  return (
    first === 0xff &&
    (second & 0xe6) === 0xe2 &&
    third >> 4 !== 0 &&
    third >> 4 !== 15 &&
    (third & 0x0c) !== 0x0c
  )
}

/** An SVG that declares entities could grow without end when it is read, so it is none. */
function isSvg(start: Buffer): boolean {
  const text = (isUtf8(start) ? start.toString('utf8') : start.toString('latin1')).replace(
    /^\uFEFF/,
    '',
  )
  return (
    !/<!ENTITY/i.test(text) &&
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:(?:<!--[^]*?-->|<!DOCTYPE[^>[]*>)\s*)*<svg[\s>]/.test(text)
  )
}

/** What a file is by how it begins; undefined for everything that is not published. */
export const fileTypeOf = (start: Buffer): FileType | undefined =>
  signs.find(([, is]) => is(start))?.[0]
