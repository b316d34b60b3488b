import { html, nothing } from 'lit'
import { crisisLines, lineAddress, type CrisisLine } from '../../domain/site/crisis-lines.ts'
import { helpWords as words } from '../../words/help-request.ts'

/** Who to turn to, each with its number in the text. The Trust's own lines come right after the emergency number. */
export const crisisLinesView = (own: readonly CrisisLine[]) => html`<dl class="crisis-lines">
  ${crisisLines(own).map(
    (line) =>
      html`<dt>${line.when}</dt><dd>${line.text === undefined ? words.call : words.text(line.text)} <a class="go" href=${lineAddress(line)}>${line.number.replaceAll(' ', '\u00a0')}</a>${line.besides === undefined ? nothing : words.and(line.besides)}</dd>`,
  )}
</dl>`
