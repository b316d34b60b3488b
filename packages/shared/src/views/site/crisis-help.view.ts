import { html } from 'lit'
import { lineAddress, type CrisisLine } from '../../domain/site/crisis-lines.ts'

/**
 * Who to turn to now, in the United Kingdom: numbers that are free and answered at any hour. The page is kept on the
 * device with the rest, and a telephone needs no internet. The Trust's own lines come right after the emergency number.
 */
export const crisisHelp = (
  own: readonly CrisisLine[] = [],
) => html`<section class="notice warning help-now" aria-labelledby="now">
  <h2 id="now">I need help now</h2>
  <p>Nobody reads a response as soon as it is sent. If you or somebody else needs help today:</p>
  <dl>
    <dt>Life is in danger</dt><dd>Call <a class="go" href="tel:999">999</a> or go to A&amp;E (accident and emergency, the part of a hospital for emergencies).</dd>
    ${own.map((line) => html`<dt>${line.when}</dt><dd>Call <a class="go" href=${lineAddress(line)}>${line.number.replaceAll(' ', '\u00a0')}</a>.</dd>`)}
    <dt>You need urgent help for your mental health</dt><dd>Call <a class="go" href="tel:111">111</a> and choose option 2. It is free, day and night.</dd>
    <dt>You want to talk to somebody</dt><dd>Call Samaritans on <a class="go" href="tel:116123">116\u00a0123</a>. It is free, day and night.</dd>
    <dt>You would rather text</dt><dd>Text the word SHOUT to <a class="go" href="sms:85258">85258</a>. It is free, day and night.</dd>
  </dl>
</section>`
