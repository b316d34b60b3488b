import { html } from 'lit'
import { button } from '../../ui/button.ts'
import { deskWords } from '../../words/desk.ts'

/** Why something was not done. */
export type DeskTrouble = 'signed-out' | 'not-allowed' | 'too-often' | 'not-reached' | 'ours'

const words: Readonly<Record<DeskTrouble, readonly [string, string]>> = {
  'signed-out': [deskWords.signedOut, deskWords.signedOutMore],
  'not-allowed': [deskWords.notAllowed, deskWords.notAllowedMore],
  'too-often': [deskWords.tooOften, deskWords.tooOftenMore],
  'not-reached': [deskWords.notReached, deskWords.notReachedMore],
  ours: [deskWords.notDone, deskWords.notDoneMore],
}

/** A message above a page of the desk about an act that was not done. It is brought into focus, and closes. */
export const deskTroubleView = (trouble: DeskTrouble, onClose: () => void) => html`<div
  class="summary"
  role="group"
  aria-labelledby="desk-trouble-title"
  tabindex="-1"
>
  <h2 id="desk-trouble-title">${words[trouble][0]}</h2>
  <p>${words[trouble][1]}</p>
  ${button({ text: deskWords.closeMessage, kind: 'quiet', onClick: onClose })}
</div>`
