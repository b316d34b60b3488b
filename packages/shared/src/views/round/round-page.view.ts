import { html, nothing } from 'lit'
import { roundStatus } from '../../domain/round/round.ts'
import { backLink } from '../../ui/back-link.ts'
import { pageTitleId } from '../../ui/field.ts'
import { roundWords as words } from '../../words/round.ts'
import { timeLeft } from '../consultation/time-left.view.ts'
import { processAddress, roundAddress } from './round-address.ts'
import { roundFacts } from './round-facts.view.ts'
import type { RoundPageModel } from './round-model.ts'
import { startersView } from './starters.view.ts'
import { summaryView } from './summary.view.ts'
import { talkView } from './talk.view.ts'

export const roundPageTitle = ({ round }: Pick<RoundPageModel, 'round'>): string => round.title

/** A round: how it begins, what people say, how to take part. */
export const roundPageView = (model: RoundPageModel) => {
  const { round, now, later } = model
  const status = roundStatus(round, now)
  return html`<div class="wrap" data-round=${round.slug} data-newest=${model.counts.newest} data-open=${status === 'open' ? 'true' : 'false'} data-position=${round.position ?? nothing}>
  ${backOf(model)}
  <p class="eyebrow">${eyebrowOf(model, status)}</p>
  <h1 id=${pageTitleId}>${round.title}</h1>
  ${
    later
      ? nothing
      : html`<p class="lede">${round.lede}</p>
        ${round.summary && status === 'concluded' ? summaryView(round.summary) : nothing}
        ${startersView(round.starters, now)}`
  }
  <div class="round">
    <section aria-labelledby="talk-title">${talkView(model, status)}</section>
    ${roundFacts(model, status)}
  </div>
</div>`
}

type Status = ReturnType<typeof roundStatus>

/** The way back to what a round is part of. */
export function backOf({
  round,
  later,
  process,
}: Pick<RoundPageModel, 'round' | 'later' | 'process'>) {
  if (later) return backLink({ href: roundAddress(round.slug), text: round.title })
  if (process) return backLink({ href: processAddress(process.slug), text: process.title })
  return round.consultation
    ? backLink({
        href: `/consultations/${round.consultation.slug}`,
        text: round.consultation.title,
      })
    : backLink({ href: '/rounds', text: words.list.title })
}

/** What kind of round it is, its place in a process, and until when one can take part. */
export function eyebrowOf(
  { round, now, process }: Pick<RoundPageModel, 'round' | 'now' | 'process'>,
  status: Status,
) {
  const place =
    round.process && process
      ? { number: round.process.number, of: Math.max(process.rounds.length, round.process.number) }
      : undefined
  const kind = words.roundOf(round.kind, place)
  if (status === 'scheduled') return `${kind} · ${words.opensOn(round.opensAt)}`
  if (status !== 'open') return `${kind} · ${words.closedOn(round.closesAt)}`
  return html`${kind} · ${words.openUntil(round.closesAt)} · ${timeLeft(round.closesAt, now)}`
}
