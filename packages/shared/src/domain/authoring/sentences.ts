import { parseRichText } from '../core/rich-text.ts'

/** What people read of a text that may hold rich text: its words without the marks. */
export const plainWords = (written: string): string =>
  parseRichText(written)
    .map((run) => run.text)
    .join('')

/** Ends of sentences that are none: titles and Latin, as people write them with a full stop. */
const shortForms = /(?:^|[\s(])(?:Mrs?|Ms|Dr|Prof|St|Rd|e\.g|i\.e|etc|vs|approx|a\.m|p\.m|[A-Z])\.$/
const afterEnd = /[.?!:;]["'”’)\]»*]*\s+|\n+/g

/**
 * The sentences of a text. Like Rudolf Flesch, who counts "each full unit of speech" (How to Write Plain English, 1979,
 * chapter 2), a colon or semicolon ends one too; so does the end of a line.
 */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let from = 0
  for (const { 0: end, index } of text.matchAll(afterEnd)) {
    const to = index + end.trimEnd().length
    // Only the last letters decide, so that a text of short forms alone is not read again and again.
    if (shortForms.test(text.slice(Math.max(from, to - 8), to))) continue
    sentences.push(text.slice(from, to))
    from = index + end.length
  }
  return [...sentences, text.slice(from)]
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)
}

/** The words of a text: letters and figures, with the apostrophes, hyphens, points and commas inside them. */
export const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu) ?? []

/** True when there is a letter or a figure to read. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
