import { html } from 'lit'
import type { Round } from '../../domain/round/round.ts'
import { stances } from '../../domain/round/stance.ts'
import { backLink } from '../../ui/back-link.ts'
import { pageTitleId } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'
import { orderAddress, roundAddress } from './round-address.ts'

/** Asks where somebody stands, to bring them views unlike their own. Plain links: nothing is kept, and no script is needed. */
export const unlikePageView = ({ slug, title, position = '' }: Round) => html`<div class="wrap">
  ${backLink({ href: roundAddress(slug), text: title })}
  <h1 id=${pageTitleId}>${words.unlikeTitle}</h1>
  <p class="lede">${words.unlikeAsk(position)}</p>
  <p>${words.unlikeWhy}</p>
  <ul class="rows plain">${stances.map(
    (mine) =>
      html`<li><a href=${orderAddress(slug, { by: 'unlike', mine })}>${words.stanceLabels[mine]}</a></li>`,
  )}</ul>
</div>`
