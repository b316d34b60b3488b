import { sentencesOf } from '../authoring/sentences.ts'
import type { QuotationSource, Span } from './quotation.ts'

/** A text that can be quoted. */
export interface QuotableText {
  readonly of: QuotationSource
  readonly name: string
  readonly text: string
}

/** A sentence of a text, as the picker that needs no selection offers it. */
export interface SentenceChoice extends Span {
  readonly words: string
}

/** The sentences of a text with their places, in order. */
export function sentenceChoices(text: string): readonly SentenceChoice[] {
  let from = 0
  return sentencesOf(text).map((words) => {
    const start = text.indexOf(words, from)
    from = start + words.length
    return { words, start, end: from }
  })
}
