import { html, nothing } from 'lit'
import type { RoundStatus } from '../../domain/round/round.ts'
import { roundWords as words } from '../../words/round.ts'
import { fileAddress, mineAddress, processAddress, roundAddress } from './round-address.ts'
import type { RoundPageModel } from './round-model.ts'

/** What helps beside the talk: the rules, the dates, the rounds before. */
export const roundFacts = (
  { round, process }: Pick<RoundPageModel, 'round' | 'process'>,
  status: RoundStatus,
) => {
  const before = (process?.rounds ?? []).filter(
    (one) => (one.process?.number ?? 0) < (round.process?.number ?? 0),
  )
  return html`<aside aria-labelledby="how-title"><dl class="facts">
  <dt id="how-title">${words.facts.how}</dt>
  <dd><ul>${round.rules.map((rule) => html`<li>${rule}</li>`)}</ul></dd>
  <dt>${words.facts.round}</dt>
  <dd>${datesOf(round, status)}</dd>
  ${
    process
      ? html`<dt>${words.facts.story}</dt><dd>${before.map((one) => html`<p><a class="tool" href=${roundAddress(one.slug)}>${one.title}</a></p>`)}
        <p><a class="tool" href=${processAddress(process.slug)}>${process.title}</a></p></dd>`
      : nothing
  }
  ${
    round.consultation
      ? html`<dt>${words.facts.consultation}</dt><dd><p><a class="tool" href=${`/consultations/${round.consultation.slug}`}>${round.consultation.title}</a></p>
        ${round.consultation.question === undefined ? nothing : html`<p><a class="tool" href=${`/consultations/${round.consultation.slug}/questions/${round.consultation.question}`}>${words.beside.back}</a></p>`}</dd>`
      : nothing
  }
  ${
    status === 'closed' || status === 'concluded'
      ? html`<dt>${words.facts.file}</dt><dd>
        <p><a class="tool" href=${fileAddress(round.slug, 'csv')}>${words.facts.csv}</a></p>
        <p><a class="tool" href=${fileAddress(round.slug, 'json')}>${words.facts.json}</a></p></dd>`
      : nothing
  }
  <dt>${words.facts.yours}</dt><dd><a class="tool" href=${mineAddress(round.slug)}>${words.mine}</a></dd>
</dl></aside>`
}

function datesOf(
  { opensAt, closesAt, summaryBy }: RoundPageModel['round'],
  status: RoundStatus,
): string {
  switch (status) {
    case 'scheduled':
      return words.notYet(opensAt)
    case 'open':
      return words.facts.until(closesAt, summaryBy)
    case 'closed':
      return words.facts.closed(closesAt, summaryBy)
    case 'concluded':
      return words.facts.concluded(closesAt)
  }
}
