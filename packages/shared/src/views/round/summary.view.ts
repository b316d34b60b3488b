import { html, nothing } from 'lit'
import type { RoundSummary } from '../../domain/round/round.ts'
import { roundWords as words } from '../../words/round.ts'

/** What staff wrote at the end of a round, on its page. */
export const summaryView = (summary: RoundSummary) => html`<section
  class="panel came-of-it"
  aria-labelledby="came-of-it"
>
  <h2 id="came-of-it">${words.summary.title}</h2>
  ${summaryParts(summary)}
</section>`

/** The same where the round has a heading of its own. */
export const summaryParts = ({ said, notSettled, next, publishedOn }: RoundSummary) => html`
  ${part(words.summary.said, said)}
  ${notSettled.length > 0 ? part(words.summary.notSettled, notSettled) : nothing}
  ${part(words.summary.next, next)}
  <p class="quiet small">${words.summary.by(publishedOn)}</p>`

const part = (title: string, paragraphs: readonly string[]) => html`<h3>${title}</h3>
  ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`
