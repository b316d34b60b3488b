import { wordsOf } from '../authoring/sentences.ts'
import { anchorQuotation, type Quotation, type Span } from './quotation.ts'
import { sentenceChoices, type QuotableText } from './quotable-text.ts'

/**
 * Words that somebody types between quotation marks are looked for in the texts of the round before they are sent: found,
 * they are offered as a quotation; not found, the writer is told kindly and shown what comes nearest. A comment under the
 * post that Takepart began with said "the phrase you quote doesn't appear anywhere in the post".
 */

export interface TypedQuotation extends Span {
  /** Without the marks. */
  readonly words: string
}

/** What became of words typed as a quotation. */
export type Looked =
  | { readonly typed: TypedQuotation; readonly found: true; readonly quotation: Quotation }
  | {
      readonly typed: TypedQuotation
      readonly found: false
      readonly nearest?: { readonly quotation: Quotation; readonly name: string }
    }

/** Fewer words between marks are taken for a way of speaking: a “plain room”. */
const leastWords = 3
const mostUnits = 500

/** Straight or curled, single marks only where they cannot be apostrophes. Each reads a stretch once, up to its limit. */
const marks = [
  new RegExp(`“([^“”\\n]{1,${mostUnits}})”`, 'gu'),
  new RegExp(`"([^"\\n]{1,${mostUnits}})"`, 'gu'),
  new RegExp(`‘((?:[^‘’\\n]|’(?=\\p{L})){1,${mostUnits}})’`, 'gu'),
]

/** Every stretch of a text that reads as a quotation, in order. */
export const typedQuotations = (text: string): readonly TypedQuotation[] =>
  marks
    .flatMap((mark) =>
      [...text.matchAll(mark)].map(({ index, 0: whole, 1: words = '' }) => ({
        start: index,
        end: index + whole.length,
        words,
      })),
    )
    .filter(({ words }) => wordsOf(words).length >= leastWords)
    .sort((one, other) => one.start - other.start)

/** Looks for every typed quotation in the texts given. */
export const lookForTyped = (text: string, texts: readonly QuotableText[]): readonly Looked[] =>
  typedQuotations(text).map((typed) => lookFor(typed, texts))

function lookFor(typed: TypedQuotation, texts: readonly QuotableText[]): Looked {
  for (const { of, text } of texts) {
    const span = findTyped(text, typed.words)
    const quotation = span && anchorQuotation(of, text, span)
    if (quotation) return { typed, found: true, quotation }
  }
  return { typed, found: false, nearest: nearestTo(typed.words, texts) }
}

/**
 * Where words stand in a text, however they were typed: capitals, the shape of quotation marks and dashes, spaces, and
 * punctuation at the two ends do not count. Undefined: they are not in it.
 */
export function findTyped(text: string, typed: string): Span | undefined {
  const wanted = folded(typed).text.replace(endMarks, '')
  if (wanted === '') return undefined
  const { text: within, at } = folded(text)
  let start = within.indexOf(wanted)
  while (start !== -1 && !standsAlone(within, start, start + wanted.length))
    start = within.indexOf(wanted, start + 1)
  if (start === -1) return undefined
  return { start: at[start] ?? 0, end: (at[start + wanted.length - 1] ?? 0) + 1 }
}

const endMarks = /^[\s.,;:!?…'"()-]+|[\s.,;:!?…'"()-]+$/gu
const letter = /[\p{L}\p{N}]/u

/** Not in the middle of a word: "art" is not quoted from "part". */
const standsAlone = (text: string, start: number, end: number): boolean =>
  !(letter.test(text[start] ?? '') && letter.test(text[start - 1] ?? '')) &&
  !(letter.test(text[end - 1] ?? '') && letter.test(text[end] ?? ''))

const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
}

/** A text in one spelling, and where each of its units stood. */
function folded(text: string): { readonly text: string; readonly at: readonly number[] } {
  let out = ''
  const at: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index] ?? ''
    const plain = /\s/u.test(unit) ? ' ' : (alike[unit] ?? unit.toLowerCase())
    // A letter that becomes two in small letters keeps its own shape: places must stay in step.
    const one = plain.length === 1 ? plain : unit
    if (one === ' ' && (out === '' || out.endsWith(' '))) continue
    out += one
    at.push(index)
  }
  return { text: out, at }
}

/** How much of the words two sentences must share, of all the words in both, to be worth showing side by side. */
const leastShared = 0.3

function nearestTo(
  typed: string,
  texts: readonly QuotableText[],
): { readonly quotation: Quotation; readonly name: string } | undefined {
  const wanted = new Set(wordsOf(folded(typed).text))
  const ranked = texts
    .flatMap((text) =>
      sentenceChoices(text.text).map((sentence) => ({
        text,
        sentence,
        share: shared(wanted, new Set(wordsOf(folded(sentence.words).text))),
      })),
    )
    .filter(({ share }) => share >= leastShared)
    .sort((one, other) => other.share - one.share)
  const [best] = ranked
  const quotation = best && anchorQuotation(best.text.of, best.text.text, best.sentence)
  return quotation && { quotation, name: best.text.name }
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length
  return both === 0 ? 0 : both / (one.size + other.size - both)
}
