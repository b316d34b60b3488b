import { html } from 'lit'
import { helpLineWords as words } from '../../words/help-line.ts'

/** Beside every place where somebody writes: who can be reached at any hour, with the numbers in the text, there without a connection too. */
export const helpLine = (reading: string) => html`<div class="help-line">
  <p><strong>${words.title}</strong> ${words.words(reading)} Call <a class="go" href="tel:111">111</a> and choose option 2 at any time,
    or <a class="go" href="tel:999">999</a> if somebody is in danger. To talk to somebody, call Samaritans on <a class="go" href="tel:116123">116\u00a0123</a>.</p>
  <p class="tools"><a class="tool" href="/help-now">${words.all}</a></p>
</div>`
