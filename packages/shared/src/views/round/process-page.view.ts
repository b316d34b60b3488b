import { html, nothing } from 'lit'
import { roundStatus, type Process } from '../../domain/round/round.ts'
import { backLink } from '../../ui/back-link.ts'
import { pageTitleId } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'
import { roundAddress } from './round-address.ts'
import type { ListedRound } from '../../domain/round/listed-round.ts'
import { whenOf } from './round-when.ts'
import { summaryParts } from './summary.view.ts'

export interface ProcessPageModel {
  readonly process: Process
  readonly rounds: readonly ListedRound[]
  readonly now: Date
}

/** The story so far: each round, and what came of it, which opens the next. */
export const processPageView = ({
  process,
  rounds,
  now,
}: ProcessPageModel) => html`<div class="wrap">
  ${
    process.consultation
      ? backLink({
          href: `/consultations/${process.consultation.slug}`,
          text: process.consultation.title,
        })
      : backLink({ href: '/rounds', text: words.list.title })
  }
  <h1 id=${pageTitleId}>${process.title}</h1>
  <p class="lede">${process.lede}</p>
  <ol class="story">${rounds.map((one) => html`<li>${roundOfProcess(one, now)}</li>`)}</ol>
</div>`

const roundOfProcess = (
  { round, contributions }: ListedRound,
  now: Date,
) => html`<section aria-labelledby=${`round-${round.slug}`}>
  <p class="eyebrow">${whenOf(round, now)}</p>
  <h2 id=${`round-${round.slug}`}><a href=${roundAddress(round.slug)}>${round.title}</a></h2>
  <p>${round.lede}</p>
  ${contributions > 0 ? html`<p class="quiet">${words.process.count(contributions)}</p>` : nothing}
  ${round.summary && roundStatus(round, now) === 'concluded' ? summaryOf(round) : nothing}
</section>`

const summaryOf = ({ summary }: ListedRound['round']) =>
  summary ? html`<div class="panel">${summaryParts(summary)}</div>` : nothing

export interface RoundListModel {
  readonly rounds: readonly ListedRound[]
  readonly now: Date
}

/** Every discussion, by where it stands. */
export const roundListView = ({ rounds, now }: RoundListModel) => {
  const among = (...wanted: readonly string[]) =>
    rounds.filter(({ round }) => wanted.includes(roundStatus(round, now)))
  return html`<div class="wrap">
  <div class="opening"><h1 id=${pageTitleId}>${words.list.title}</h1><p class="lede">${words.list.lede}</p></div>
  ${rounds.length === 0 ? html`<div class="empty"><p>${words.list.none}</p></div>` : nothing}
  ${group('open', words.list.open, among('open'), now)}
  ${group('scheduled', words.list.scheduled, among('scheduled'), now)}
  ${group('over', words.list.over, among('closed', 'concluded'), now)}
</div>`
}

const group = (id: string, title: string, rounds: readonly ListedRound[], now: Date) =>
  rounds.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby=${`group-${id}`}><h2 id=${`group-${id}`}>${title}</h2>
      <ul class="cards">${rounds.map((one) => roundCard(one, now))}</ul></section>`

/** One discussion in a list. */
export const roundCard = (
  { round, contributions }: ListedRound,
  now: Date,
) => html`<li class=${roundStatus(round, now)}>
  <h3><a href=${roundAddress(round.slug)}>${round.title}</a></h3>
  <p>${round.lede}</p>
  <p class="when">${whenOf(round, now)}${contributions > 0 ? ` · ${words.process.count(contributions)}` : ''}</p>
</li>`
