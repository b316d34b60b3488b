import { html, nothing, svg } from 'lit'
import { dayOfMoment } from '../../domain/core/dates.ts'
import { roundStatus, type Round } from '../../domain/round/round.ts'
import type { ShownContribution } from '../../domain/round/shown-contribution.ts'
import { startersOn } from '../../domain/round/starter.ts'
import type { ThreadOrder } from '../../domain/round/thread-order.ts'
import { backLink } from '../../ui/back-link.ts'
import { linkButton } from '../../ui/button.ts'
import { hiddenText, pageTitleId } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'
import { timeLeft } from '../consultation/time-left.view.ts'
import { contributionView } from './contribution.view.ts'
import { helpLine } from './help-line.view.ts'
import {
  nextAddress,
  orderAddress,
  processAddress,
  roundAddress,
  saidAddress,
  sayAddress,
} from './round-address.ts'
import { roundFacts } from './round-facts.view.ts'
import { startersView } from './starters.view.ts'
import { summaryView } from './summary.view.ts'

/** A comment and the replies to it. */
export interface ShownThread {
  readonly comment: ShownContribution
  readonly replies: readonly ShownContribution[]
}

export interface RoundPageModel {
  readonly round: Round
  readonly now: Date
  readonly order: ThreadOrder
  /** True where this is not the first page of its order. */
  readonly later: boolean
  readonly threads: readonly ShownThread[]
  readonly next?: string
  readonly counts: {
    readonly contributions: number
    readonly people: number
    readonly staff: number
    readonly replies: number
    readonly repliesBetweenPublic: number
    readonly newest: number
  }
  /** Who spoke, in order, true for the Trust; only for rounds short enough to draw. */
  readonly speakers: readonly boolean[]
  readonly process?: RoundsProcess
}

/** The process a round stands in, with what is needed to tell the story so far. */
export interface RoundsProcess {
  readonly slug: string
  readonly title: string
  readonly rounds: readonly Pick<Round, 'slug' | 'title' | 'process' | 'opensAt'>[]
}

export const roundPageTitle = ({ round }: Pick<RoundPageModel, 'round'>): string => round.title

/** A round: how it begins, what people say, how to take part. */
export const roundPageView = (model: RoundPageModel) => {
  const { round, now, later } = model
  const status = roundStatus(round, now)
  return html`<div class="wrap" data-round=${round.slug} data-newest=${model.counts.newest} data-open=${status === 'open' ? 'true' : 'false'} data-position=${round.position ?? nothing}>
  ${backOf(model)}
  <p class="eyebrow">${eyebrow(model, status)}</p>
  <h1 id=${pageTitleId}>${round.title}</h1>
  ${
    later
      ? nothing
      : html`<p class="lede">${round.lede}</p>
        ${round.summary && status === 'concluded' ? summaryView(round.summary) : nothing}
        ${startersView(startersOn(round.starters, dayOfMoment(now)))}`
  }
  <div class="round">
    <section aria-labelledby="talk-title">${talk(model, status)}</section>
    ${roundFacts(model, status)}
  </div>
</div>`
}

type Status = ReturnType<typeof roundStatus>

function backOf({ round, later, process }: RoundPageModel) {
  if (later) return backLink({ href: roundAddress(round.slug), text: round.title })
  if (process) return backLink({ href: processAddress(process.slug), text: process.title })
  return round.consultation
    ? backLink({
        href: `/consultations/${round.consultation.slug}`,
        text: round.consultation.title,
      })
    : backLink({ href: '/rounds', text: words.list.title })
}

function eyebrow({ round, now, process }: RoundPageModel, status: Status) {
  const place =
    round.process && process
      ? { number: round.process.number, of: Math.max(process.rounds.length, round.process.number) }
      : undefined
  const kind = words.roundOf(round.kind, place)
  if (status === 'scheduled') return `${kind} · ${words.opensOn(round.opensAt)}`
  if (status !== 'open') return `${kind} · ${words.closedOn(round.closesAt)}`
  return html`${kind} · ${words.openUntil(round.closesAt)} · ${timeLeft(round.closesAt, now)}`
}

const talk = (model: RoundPageModel, status: Status) => {
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
        <ol class="talk">${threads.map((thread) => html`<li>${threadView(thread, model, open)}</li>`)}</ol>
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

/** A thread, with the way to the rest of its replies. */
export const threadView = (
  { comment, replies }: ShownThread,
  { round }: Pick<RoundPageModel, 'round'>,
  open: boolean,
) => {
  const place = { slug: round.slug, position: round.position, open }
  const more = comment.replies - replies.length
  return html`${contributionView(comment, { ...place, level: 'comment' })}
  ${
    replies.length > 0
      ? html`<ol class="replies">${replies.map((reply) => html`<li>${contributionView(reply, { ...place, level: 'reply' })}</li>`)}</ol>`
      : nothing
  }
  ${
    more > 0
      ? html`<p class="more"><a class="tool" href=${saidAddress(round.slug, comment.number)}>${words.moreReplies(more)}${hiddenText(comment.words.kind === 'said' ? words.replyTo(comment.words.name) : '')}</a></p>`
      : nothing
  }`
}

const pager = ({ round, order, later, next }: RoundPageModel) =>
  later || next
    ? html`<nav class="pager" aria-label=${words.pages}>
        ${later ? html`<a href=${orderAddress(round.slug, order)}>${words.firstPage}</a>` : html`<span></span>`}
        ${next ? html`<a rel="next" href=${nextAddress(round.slug, order, next)}>${words.nextPage}</a>` : nothing}
      </nav>`
    : nothing
