import type { DisplaySettings } from './display-settings.ts'

/**
 * Reading aloud: a text is said sentence by sentence, each by itself. So it can pause, go on and change its pace at the
 * beginning of a sentence; browsers fail to go on in the middle of one, and Chromium falls silent in whatever takes
 * longer than about fifteen seconds.
 */

/** A part of a text, from one place in it to another. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

type Segmenter = typeof Intl.Segmenter

/** Characters said in one go: about thirteen seconds of speech. */
const mostCharacters = 200
/** No cut comes so early in a long sentence. */
const leastCharacters = 60

const endOfSentence = /[.!?…؟।。]+["'”’)\]»]*(?:\s+|$)/gu
/** A sentence does not end with these. */
const shortForm = /(?:^|[\s(])(?:Mrs?|Ms|Dr|Prof|St|Rd|e\.g|i\.e|etc|No)\.\s*$/

/**
 * The sentences of a text in a language, none longer than can be said in one go. Parts that have no letter and no figure
 * are left out.
 *
 * @param segmenter what the browser knows of sentences; null: they end at full stops
 */
export function sentencesIn(
  text: string,
  lang: string,
  segmenter: Segmenter | null = Intl.Segmenter ?? null,
): readonly Stretch[] {
  return joined(text, endsOf(text, lang, segmenter))
    .flatMap((stretch) => cut(text, stretch))
    .map((stretch) => trimmed(text, stretch))
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(from, to)))
}

function endsOf(text: string, lang: string, segmenter: Segmenter | null): readonly number[] {
  if (!segmenter)
    return [
      ...[...text.matchAll(endOfSentence)].map(({ 0: end, index }) => index + end.length),
      text.length,
    ]
  return [
    ...new segmenter(/^[a-z]{2,3}$/.test(languageOf(lang)) ? languageOf(lang) : undefined, {
      granularity: 'sentence',
    }).segment(text),
  ].map(({ index, segment }) => index + segment.length)
}

/** The stretches between the ends; an end after a short form is none. */
function joined(text: string, ends: readonly number[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (const to of ends) {
    if (to < text.length && shortForm.test(text.slice(Math.max(from, to - 8), to))) continue
    if (to > from) stretches.push({ from, to })
    from = to
  }
  return stretches
}

/** Long sentences are cut behind a comma or the like, or else between two words. */
function cut(text: string, { from, to }: Stretch): readonly Stretch[] {
  if (to - from <= mostCharacters) return [{ from, to }]
  const piece = text.slice(from, from + mostCharacters)
  const at =
    Math.max(lastOf(piece, /[,;:–—)]\s/gu), 0) ||
    Math.max(lastOf(piece, /\s/gu), 0) ||
    mostCharacters
  return [{ from, to: from + at }, ...cut(text, { from: from + at, to })]
}

const lastOf = (piece: string, where: RegExp): number =>
  [...piece.matchAll(where)]
    .map(({ 0: found, index }) => index + found.length)
    .filter((at) => at >= leastCharacters)
    .at(-1) ?? -1

function trimmed(text: string, { from, to }: Stretch): Stretch {
  const part = text.slice(from, to)
  return { from: from + part.length - part.trimStart().length, to: from + part.trimEnd().length }
}

/** A voice as browsers describe it. */
export interface Voice {
  readonly lang: string
  /** On the device itself: other voices send the text away, and have nothing to say without a connection. */
  readonly localService: boolean
  /** The one that the person has chosen on the device, or the device for them. */
  readonly default: boolean
}

/** The voice to read a language with: one on this device, of the same country if there is one; the person's own if it will do. */
export function voiceFor<Kind extends Voice>(
  voices: readonly Kind[],
  lang: string,
): Kind | undefined {
  const own = voices.filter(({ localService }) => localService)
  const fits =
    [tagOf, languageOf]
      .map((part) => own.filter((voice) => part(voice.lang) === part(lang)))
      .find((found) => found.length > 0) ?? []
  return fits.find((voice) => voice.default) ?? fits[0]
}

/** Android writes en_GB for en-GB. */
const tagOf = (lang: string): string => lang.toLowerCase().replaceAll('_', '-')
const languageOf = (lang: string): string => tagOf(lang).split('-')[0] ?? ''

/** How fast a voice speaks; absent is its own pace. */
export type Speed = DisplaySettings['speed']

const speeds: readonly Speed[] = ['0.75', undefined, '1.25', '1.5']

/** The next slower or faster speed; at the end, the same. */
export const speedBeside = (speed: Speed, step: 'slower' | 'faster'): Speed =>
  speeds[
    Math.min(Math.max(speeds.indexOf(speed) + (step === 'faster' ? 1 : -1), 0), speeds.length - 1)
  ]

/** The speed as a multiple of the voice's own pace. */
export const paceOf = (speed: Speed): number => Number(speed ?? 1)
