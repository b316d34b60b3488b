import { html } from 'lit'
import { lineAddress, nationalLines, type CrisisLine } from '../../domain/site/crisis-lines.ts'
import { helpWords as words } from '../../words/help-request.ts'

/** The page to ask for help on, which leads back to where somebody was. */
export const helpNowPath = (place: string): string => `/help-now?from=${encodeURIComponent(place)}`

/** Beside every place where somebody writes: two numbers at once, and the way to all of them and to the Trust. */
export const helpNowLine = (place: string, own?: CrisisLine) => {
  const line = own ?? (nationalLines[1] as CrisisLine)
  return html`<p class="help-now-line"><a href=${helpNowPath(place)}>${words.link}</a>: ${words.call.toLowerCase()}
    <a href="tel:999">999</a>, ${words.call.toLowerCase()} <a href=${lineAddress(line)}>${line.number.replaceAll(' ', '\u00a0')}</a>${line.besides === undefined ? '' : words.and(line.besides)}</p>`
}
