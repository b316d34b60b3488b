/**
 * Words as people type them, made fit to store and to count. All of it takes time in step with the length of the text,
 * whatever the text is: NFC and Intl.Segmenter alone do not.
 */

/** More marks on one letter than any language has. NFC sorts each run of marks in time that grows with its square. */
const endlessMarks = /\p{M}{31}/u
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** What a text field should never hold and PostgreSQL cannot: NUL and the other controls, but not tab and line feed. */
const controls = /[^\P{Cc}\t\n]/gu
const loneSurrogates = /\p{Surrogate}/gu
const visible = /[^\s\p{Cc}\p{Cf}]/u

/**
 * The text as it is stored: well-formed Unicode in NFC, line ends as one line feed, no control characters, nothing
 * blank before or after. Words are never changed. Text with more than 30 marks in a row is in no language and is not
 * put into NFC.
 */
export function tidyText(text: string): string {
  const plain = text.replace(lineEnds, '\n').replace(controls, '').replace(loneSurrogates, '\ufffd')
  return (endlessMarks.test(plain) ? plain : plain.normalize('NFC')).trim()
}

/** As {@link tidyText}, on one line: line ends become spaces, blank lines go. */
export const tidyLine = (text: string): string => linesOf(text).join(' ')

/** The lines of a text that have something on them, each trimmed. */
export const linesOf = (text: string): readonly string[] =>
  tidyText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** True when there is nothing to see: spaces and invisible characters are no answer. */
export const isBlank = (text: string): boolean => !visible.test(tidyText(text))

/** The first letter as a capital, for a phrase that begins a sentence. */
export function withCapital(phrase: string): string {
  const [first = ''] = phrase
  return first.toLocaleUpperCase('en-GB') + phrase.slice(first.length)
}

/** Characters that each count as one, whatever stands beside them: Latin letters, punctuation, typographic quotes, €. */
const oneEach = /^[\p{Cc}\u0020-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/u
const window = 256

let segmenter: Intl.Segmenter | null | undefined

/** Null where the browser has none (Firefox before 125). */
function graphemes(): Intl.Segmenter | null {
  if (segmenter === undefined)
    segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'grapheme' }) : null
  return segmenter
}

/**
 * Characters as people count them: grapheme clusters (UAX #29) after NFC, so "é" is one however it was typed, and so
 * is a family emoji. A cluster longer than 256 code units, which is nothing anybody reads, counts once for every 256.
 * Without a segmenter, code points that are not marks are counted: never fewer than one for each letter.
 */
export function countCharacters(text: string, using?: Intl.Segmenter | null): number {
  const plain = text.replace(lineEnds, '\n')
  if (oneEach.test(plain)) return plain.length
  const stored = endlessMarks.test(plain) ? plain : plain.normalize('NFC')
  // Made only for a text that needs it: the first takes as long as a page of questions on an old phone.
  const clusters = using === undefined ? graphemes() : using
  return clusters ? countClusters(stored, clusters) : [...stored.replace(/\p{M}/gu, '')].length
}

/**
 * Counts a window at a time, each beginning where a cluster begins: V8's segments take time that grows with the square
 * of the length (200,000 ideographs: 72 s in Node 20; this way 0.1 s).
 */
function countClusters(text: string, using: Intl.Segmenter): number {
  let count = 0
  let start = 0
  while (start < text.length) {
    const end = endOfWindow(text, start)
    const clusters = [...using.segment(text.slice(start, end))]
    const last = clusters.at(-1)?.index ?? 0
    const again = end < text.length && last > 0
    count += again ? clusters.length - 1 : clusters.length
    start = again ? start + last : end
  }
  return count
}

/** Never between the halves of a surrogate pair: a half begins a cluster where the whole would not. */
function endOfWindow(text: string, start: number): number {
  const end = start + window
  const half = text.charCodeAt(end - 1)
  return half >= 0xd800 && half <= 0xdbff ? end + 1 : end
}

/** By how many characters a text is too long once it is tidied; 0 when it fits. */
export const charactersOver = (text: string, most: number): number =>
  Math.max(0, countCharacters(tidyText(text)) - most)
