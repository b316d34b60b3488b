import { html, nothing, svg } from 'lit'
import type { RoundStatus } from '../../domain/round/round.ts'
import { linkButton } from '../../ui/button.ts'
import { roundWords as words } from '../../words/round.ts'
import { helpLine } from './help-line.view.ts'
import { nextAddress, orderAddress, roundAddress, sayAddress } from './round-address.ts'
import type { RoundPageModel } from './round-model.ts'
import { threadView } from './thread.view.ts'

/** What people say: how much, in which order, thread by thread, and the way to more of it. */
export const talkView = (model: RoundPageModel, status: RoundStatus) => {
  const { round, counts, threads, later } = model
  const open = status === 'open'
  return html`<h2 id="talk-title">${words.contributions(counts.contributions, counts.people)}</h2>
  ${later || counts.contributions === 0 ? nothing : balance(model)}
  ${open ? html`<div class="actions no-print">${linkButton({ href: sayAddress(round.slug), text: words.say })}</div>` : nothing}
  ${status === 'scheduled' ? html`<p class="notice">${words.notYet(round.opensAt)}</p>` : nothing}
  ${status === 'closed' || status === 'concluded' ? html`<p class="quiet">${words.frozen}</p>` : nothing}
  <div id="fresh"></div>
  ${
    threads.length === 0
      ? html`<div class="empty"><p>${words.nobodyYet(round.starters.length)}</p></div>`
      : html`${orders(model)}
        <ol class="talk">${threads.map((thread) => html`<li>${threadView(thread, model.round, open)}</li>`)}</ol>
        ${pager(model)}`
  }
  ${open ? helpLine(round.reading) : nothing}`
}

/** What the numbers say, first in dots and then in words. */
const balance = ({ counts, speakers }: RoundPageModel) => html`
  ${speakers.length > 0 ? dots(speakers) : nothing}
  <p>${speakers.length > 0 ? words.dots(counts) : nothing} ${counts.replies > 0 ? words.betweenPublic(counts.repliesBetweenPublic, counts.replies) : nothing}</p>`

const inRow = 20
const apart = 20

function dots(speakers: readonly boolean[]) {
  const height = Math.ceil(speakers.length / inRow) * apart
  return html`<svg class="dots" viewBox=${`0 0 ${inRow * apart} ${height}`} aria-hidden="true"><g fill="currentColor">${speakers.map(dot)}</g></svg>`
}

function dot(trust: boolean, index: number) {
  const x = (index % inRow) * apart + 10
  const y = Math.floor(index / inRow) * apart + 10
  return trust
    ? svg`<path class="staff" d=${`M${x - 7} ${y - 7}h14v14h-14z`}/>`
    : svg`<circle cx=${x} cy=${y} r="7"/>`
}

const orders = ({ round, order }: RoundPageModel) => {
  const link = (href: string, text: string, current: boolean) =>
    html`<a href=${href} aria-current=${current ? 'true' : nothing}>${text}</a>`
  const plain = (by: 'newest' | 'oldest' | 'most-replies') =>
    link(orderAddress(round.slug, { by }), words.order[by], order.by === by)
  return html`<p>${words.orderRule(order, round.position)}</p>
  <nav class="tabs" aria-label=${words.order.label}>
    ${plain('newest')} ${round.position ? link(`${roundAddress(round.slug)}/unlike`, words.order.unlike, order.by === 'unlike') : nothing}
    ${plain('most-replies')} ${plain('oldest')}
  </nav>`
}

const pager = ({ round, order, later, next }: RoundPageModel) =>
  later || next
    ? html`<nav class="pager" aria-label=${words.pages}>
        ${later ? html`<a href=${orderAddress(round.slug, order)}>${words.firstPage}</a>` : html`<span></span>`}
        ${next ? html`<a rel="next" href=${nextAddress(round.slug, order, next)}>${words.nextPage}</a>` : nothing}
      </nav>`
    : nothing
