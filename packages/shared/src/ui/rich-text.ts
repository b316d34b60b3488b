import { html } from 'lit'
import { parseRichText, type Run } from '../domain/core/rich-text.ts'

/** Words with **strong** parts and [links](https://…). Everything else stays text. */
export const richText = (text: string) => html`${parseRichText(text).map(run)}`

function run({ text, strong, href }: Run) {
  const words = strong ? html`<strong>${text}</strong>` : text
  return href === undefined ? words : html`<a href=${href}>${words}</a>`
}
