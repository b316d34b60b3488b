import { html } from 'lit'
import { pageWords as words } from '../../words/page.ts'

const otherWays = html`<a href="/help#contact">${words.otherWays}</a>.`

/**
 * What a form says that needs its script, until the script has come: where there is none, at once; where it is late or blocked, after
 * a few seconds. A page that is ready does not have it.
 *
 * What is in `noscript` is in a template of its own, without expressions: a browser reads it as elements in a template, and as text
 * in a page, so that everything after it in the same template would be counted differently and could not be hydrated.
 */
const needed = {
  answer: html`<noscript><p class="notice warning" lang="en" dir="ltr">To answer on this page your browser needs JavaScript.
    <a href="/help#contact">Other ways to take part</a>.</p></noscript>`,
  ask: html`<noscript><p class="notice warning" lang="en" dir="ltr">To ask on this page your browser needs JavaScript. You can ask by phone, email or post instead.</p></noscript>`,
  say: html`<noscript><p class="notice warning" lang="en" dir="ltr">To write on this page your browser needs JavaScript. You can read everything without it.</p></noscript>`,
}

export const needsScript = (what: keyof typeof needed) => html`${needed[what]}
  <div class="notice warning later not-ready" lang="en" dir="ltr"><p>${words.notReady}</p><p>${words.notReadyStill} ${otherWays}</p></div>`
