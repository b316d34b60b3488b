import { html, nothing } from 'lit'
import { dotClass, type PageState } from './page-state.ts'

/**
 * What is true of this page and this device now. The one at the top of a page has the ids by which the script changes it;
 * one that only shows how it looks has none.
 */
export const stateLine = (
  { tone, words }: PageState,
  lives = true,
) => html`<div class="state"><div class="wrap">
  <p><span id=${lives ? 'state-dot' : nothing} class=${dotClass(tone)}></span><span id=${lives ? 'state-words' : nothing}>${words}</span></p>
</div></div>`
