import { html, nothing } from 'lit'
import type { Consultation, Outcome, OutcomePoint } from '../../domain/consultation/consultation.ts'
import { dateWords } from '../../domain/core/dates.ts'
import { figures } from '../../domain/core/figures.ts'
import { openDataPath } from '../../domain/site/site-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { blocks, type BlockHelp } from '../../ui/blocks.ts'
import { pageTitleId } from '../../ui/field.ts'
import { richText } from '../../ui/rich-text.ts'
import { explaining } from './explained-words.view.ts'
import { mediaView } from './media.view.ts'

export interface OutcomeModel {
  readonly consultation: Consultation
  readonly outcome: Outcome
}

/** The page's own part of the document title. */
export const outcomeTitle = ({ consultation }: OutcomeModel): string =>
  `What we decided – ${consultation.title}`

/** We asked, you said, we did: what was decided, why, and what comes next. */
export function outcomeView({ consultation, outcome }: OutcomeModel) {
  const words = explaining(consultation)
  const help = { text: words.text, media: mediaView(consultation).block }
  return html`<div class="wrap">
    ${backLink({ href: `/consultations/${consultation.slug}`, text: consultation.title })}
    <p class="eyebrow">Decided ${dateWords(outcome.publishedOn)} <span aria-hidden="true">·</span> ${consultation.trust.name}</p>
    <h1 id=${pageTitleId}>What we decided: ${consultation.title}</h1>
    <p class="lede">${richText(outcome.summary)}</p>
    <p>We had ${figures(outcome.responses)} responses.</p>
    ${jumpLinks(outcome)}
    <section class="part" aria-labelledby="we-asked"><h2 id="we-asked">We asked</h2>${blocks(outcome.weAsked, 'h3', help)}</section>
    ${outcome.points.map((point) => pointOf(point, help))}
    ${
      outcome.next.length > 0
        ? html`<section class="part" aria-labelledby="next"><h2 id="next">What happens next</h2>${blocks(outcome.next, 'h3', help)}</section>`
        : nothing
    }
    ${
      outcome.results?.length
        ? html`<section class="part minor" aria-labelledby="open-data"><h2 id="open-data">The numbers</h2>
            <p>Take away every table these words rest on: <a href=${openDataPath(consultation.slug, 'csv')} download>as CSV, for spreadsheets</a> or <a href=${openDataPath(consultation.slug, 'json')} download>as JSON</a>. Small numbers are hidden, so that nobody can be found in them.</p></section>`
        : nothing
    }
    ${words.list()}
  </div>`
}

/** The ids of points begin with `point-`, which keeps them apart from the other parts of the page. */
const pointId = (point: OutcomePoint): string => `point-${point.id}`

const jumpLinks = (outcome: Outcome) => html`<nav class="part minor" aria-labelledby="on-this-page">
  <h2 id="on-this-page">On this page</h2>
  <ul class="jump">
    <li><a href="#we-asked">We asked</a></li>
    ${outcome.points.map((point) => html`<li><a href=${`#${pointId(point)}`}>${point.title}</a></li>`)}
    ${outcome.next.length > 0 ? html`<li><a href="#next">What happens next</a></li>` : nothing}
  </ul>
</nav>`

/** What people said to one point, and what was done. */
export const pointOf = (
  point: OutcomePoint,
  help: BlockHelp,
) => html`<section class="part point" aria-labelledby=${pointId(point)}>
  <h2 id=${pointId(point)}>${point.title}</h2>
  <div class="pair">
    <div><h3>You said</h3>${blocks(point.youSaid, 'h4', help)}</div>
    <div class="did"><h3>We did</h3>${blocks(point.weDid, 'h4', help)}</div>
  </div>
</section>`
