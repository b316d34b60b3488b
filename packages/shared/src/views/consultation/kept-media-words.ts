import type { Consultation } from '../../domain/consultation/consultation.ts'
import { sizeWords, type MadeFile } from '../../domain/consultation/media.ts'

/** What the page and its script call the parts of keeping media on the device. The script of a page to read knows no templates. */
export const keptMediaIds = {
  part: 'kept-media',
  title: 'kept-media-title',
  words: 'kept-media-words',
  button: 'kept-media-button',
} as const

/** "Pictures", or "pictures and recordings": what there is. */
export function mediaName({ media = [] }: Pick<Consultation, 'media'>, first = false): string {
  const recorded = media.some(({ kind }) => kind === 'audio' || kind === 'video')
  const drawn = media.some(({ kind }) => kind === 'picture')
  const name = recorded
    ? drawn
      ? 'pictures and recordings'
      : 'recordings'
    : drawn
      ? 'pictures'
      : 'files'
  return first ? name.slice(0, 1).toUpperCase() + name.slice(1) : name
}

export const notKeptWords = 'You can keep them on this device, for when you have no connection.'

/** What stands on the button that keeps what is not kept. */
export const keepWords = (
  consultation: Pick<Consultation, 'media'>,
  missing: readonly MadeFile[],
): string =>
  `Keep ${mediaName(consultation)} on this device (${sizeWords(missing.reduce((sum, { bytes }) => sum + bytes, 0))})`
