import { html, nothing } from 'lit'
import { dayOfMoment } from '../../domain/core/dates.ts'
import { sourceKey } from '../../domain/round/quotation.ts'
import { startersOn, type Starter } from '../../domain/round/starter.ts'
import { roundWords as words } from '../../words/round.ts'
import { face } from './contribution.view.ts'

/** The texts a round opens with, in the order of the day: two of them with the same size, edge and place. */
export const startersView = (written: readonly Starter[], now: Date) => {
  const starters = startersOn(written, dayOfMoment(now))
  const [first] = starters
  if (!first) return nothing
  return html`<div class=${starters.length === 2 ? 'sides' : 'sides alone'}>${starters.map(sideView)}</div>
    ${starters.length === 2 ? html`<p class="quiet small">${words.paired(first.title)}</p>` : nothing}`
}

const sideView = (starter: Starter) => {
  const key = sourceKey({ kind: 'starter', id: starter.id })
  const own = starter.source === 'staff'
  const from = words.source(starter.source)
  return html`<article class=${own ? 'side' : 'side other'} id=${key} aria-labelledby=${`${key}-title`}>
    <div>
      <h2 id=${`${key}-title`}>${starter.title}</h2>
      <div class="said-text" data-quotable=${key}>${starter.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
    </div>
    <div class="by">${face(starter.name, starter.source)}<div><p class="who">${starter.name}</p>
      <p class="as">${[from, starter.self === undefined ? '' : `“${starter.self}”`].filter(Boolean).join(', ')}</p></div></div>
  </article>`
}
