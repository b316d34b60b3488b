import { html, nothing } from 'lit'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { holdsSamples, type SampleHeld, type SamplesHeld } from '../../domain/site/site-settings.ts'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { takeSamplesWords as words } from '../../words/site-desk.ts'

export interface TakeSamplesHandlers {
  readonly onTake: () => void
}

/** What goes with the samples, and the one step that takes them away. Afterwards: that they are gone. */
export const takeSamplesView = (model: SamplesHeld, handlers?: TakeSamplesHandlers) =>
  html`<div class="wrap wide">
  ${backLink({ href: deskPaths.site, text: words.back })}
  ${holdsSamples(model) ? askFirst(model, handlers) : gone}
</div>`

const gone = html`<h1 id=${pageTitleId} tabindex="-1">${words.gone}</h1>
  <p class="lede">${words.goneMore}</p>`

const askFirst = (
  { consultations, rounds, supportRequests }: SamplesHeld,
  handlers: TakeSamplesHandlers | undefined,
) => html`<h1 id=${pageTitleId} tabindex="-1">${words.title}</h1>
  <p class="lede">${words.lede}</p>
  ${list(words.consultations, consultations, words.responses)}
  ${list(words.rounds, rounds, words.contributions)}
  ${supportRequests > 0 ? html`<p>${words.requests(supportRequests)}</p>` : nothing}
  <p>${words.stays}</p>
  <p>${words.noReturn}</p>
  <div class="actions">
    ${button({ kind: 'danger', text: words.act, onClick: () => handlers?.onTake() })}
    ${linkButton({ kind: 'second', text: words.leave, href: deskPaths.site })}
  </div>`

const list = (title: string, held: readonly SampleHeld[], said: (count: number) => string) =>
  held.length === 0
    ? nothing
    : html`<h2>${title}</h2><ul>${held.map((one) => html`<li>${one.title} <span class="quiet">(${said(one.said)})</span></li>`)}</ul>`
