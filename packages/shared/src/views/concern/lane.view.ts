import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { moderationPaths, pathOfConcern } from '../../domain/site/moderation-paths.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { concernWords as words, stateWords, wordListWords } from '../../words/concern.ts'
import { severityWords } from '../../words/moderation-desk.ts'
import { concernFacts, nameIn } from './concern-facts.view.ts'
import type { ClosedItem, LaneItem, LaneModel } from './concern-model.ts'

/** Every open concern, the most urgent first, without a word of what anybody wrote. */
export const laneView = (model: LaneModel) => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${words.title}</h1>
  <p class="lede">${words.lede}</p>
  ${
    model.items.length === 0
      ? html`<div class="empty"><p><span class="mark good">${words.none}</span></p><p>${words.noneMore}</p></div>`
      : html`<div class="severity">${model.items.map((item) => laneItem(item, model))}</div>`
  }
  ${closedView(model)}
  <p><a class="go" href=${moderationPaths.words}>${wordListWords.link}</a></p>
</div>`

const laneItem = (item: LaneItem, model: LaneModel) => {
  const { severity, state } = item.standing
  const id = `concern-${item.id}`
  return html`<article class=${`panel concern ${severity}`} aria-labelledby=${id}>
    <h2 id=${id}>${stateWords[state]}</h2>
    ${concernFacts(item, model)}
    <div class="actions">${linkButton({
      text: words.open,
      href: pathOfConcern(item.id),
      kind: state === 'waiting' ? 'primary' : 'second',
      hidden: severityWords[severity].toLowerCase(),
    })}<span class="quiet">${words.openMore}</span></div>
  </article>`
}

const closedView = ({ closed, people }: LaneModel) =>
  closed.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby="closed">
        <h2 id="closed">${words.closedTitle}</h2>
        <ul class="log plain">${closed.map((item) => closedItem(item, nameIn(people, item.by)))}</ul>
      </section>`

const closedItem = ({ id, severity, closedAt, how }: ClosedItem, name: string) => html`<li>
  <div><a class="tool" href=${pathOfConcern(id)}>${severityWords[severity]}, ${words.closedLine(momentWords(closedAt))}</a>
    <p class="quiet">${name}: ${how === 'done' ? words.done.toLowerCase() : words.falseAlarm.toLowerCase()}</p></div>
</li>`
