import { html, nothing } from 'lit'
import { asTheyAre, type OwnWords } from './field.ts'
import { parseRichText, type Run } from '../domain/core/rich-text.ts'

export interface WordExplained {
  readonly id: string
  readonly word: string
  readonly meaning: string
}

/** A stretch of text, with the id of the word's meaning where it is first used. */
export interface ExplainedRun {
  readonly text: string
  readonly meaningId?: string
}

/** Words, **strong** parts and [links], with hard words leading to what they mean: in plain words only, since a link holds no other. */
export const explainedText = (text: string, explain: (words: string) => readonly ExplainedRun[]) =>
  html`${parseRichText(text).map((one) => run(one, explain))}`

function run({ text, strong, href }: Run, explain: (words: string) => readonly ExplainedRun[]) {
  if (href !== undefined)
    return html`<a href=${href}>${strong ? html`<strong>${text}</strong>` : text}</a>`
  const words = explainedWords(explain(text))
  return strong ? html`<strong>${words}</strong>` : words
}

/** The same of words without any marks. */
export const explainedWords = (runs: readonly ExplainedRun[]) =>
  html`${runs.map(({ text, meaningId }) => (meaningId === undefined ? text : html`<a class="word" href=${`#${meaningId}`}>${text}</a>`))}`

/** What the hard words of a page mean. The browser's Back goes from here to where the word was. */
export const wordsExplained = (words: readonly WordExplained[], own: OwnWords = asTheyAre) =>
  words.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby="words-explained">
  <h2 id="words-explained">${own('Words explained')}</h2>
  <dl class="words">${words.map(({ id, word, meaning }) => html`<div id=${id} tabindex="-1"><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl>
</section>`
