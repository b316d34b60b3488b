import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { momentWords } from '../../domain/core/dates.ts'
import { howLongWords } from '../../domain/desk/waiting.ts'
import { moderationPaths, pathInQueue } from '../../domain/site/moderation-paths.ts'
import { button, linkButton } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { moderationDeskWords as words, severityWords } from '../../words/moderation-desk.ts'
import { decideView } from './decide.view.ts'
import {
  nothingDecided,
  type DecidingHandlers,
  type ModerationModel,
  type QueuedContribution,
} from './moderation-model.ts'
import { queuedContribution, queuedId, type Deciding } from './queued-contribution.view.ts'
import { takenOutView } from './take-out.view.ts'

/** The queue: one contribution at the left with its decisions, the others at the right, what was decided last above both. */
export const moderationView = (
  model: ModerationModel,
  state = nothingDecided,
  handlers: DecidingHandlers = {},
) => {
  const one = model.items.find(({ id }) => id === model.open)
  return html`<div class="wrap wide" @keydown=${(event: KeyboardEvent) => handlers.onKey?.(event)}>
  ${state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing}
  <h1 id=${pageTitleId}>${words.title}</h1>
  ${concernStrip(model)}
  ${doneView(state.done, handlers)}
  ${
    model.items.length === 0
      ? emptyQueue(model, handlers)
      : html`<div class="bench">
          <section id="waiting" aria-labelledby="one-title">${one ? oneView({ model, one, state, handlers }) : goneView()}</section>
          <div class="stack">${listView(model, handlers)}${factsView(model, handlers)}</div>
        </div>`
  }
</div>`
}

function concernStrip({ concerns, now }: ModerationModel) {
  if (concerns.open === 0) return nothing
  const left = Date.parse(concerns.dueAt ?? now) - Date.parse(now)
  const clock =
    left > 0 ? words.strip(howLongWords(left)) : words.stripLate(howLongWords(Math.abs(left)))
  return html`<div class=${concerns.waiting > 0 ? 'panel concern now strip' : 'panel concern strip'}>
    <p><span class=${concerns.waiting > 0 ? 'mark alarm' : 'mark going'}>${concerns.waiting > 0 ? clock : words.tabConcerns(concerns.open, concerns.waiting)}</span></p>
    <p>${linkButton({ text: words.goToConcerns, href: moderationPaths.concerns, kind: 'second' })}</p>
  </div>`
}

/** The place is always there, so that what is put into it is found where it was. */
const doneView = (done: typeof nothingDecided.done, handlers: DecidingHandlers) =>
  html`<div id="decided">${
    done
      ? html`<div class="notice good strip"><p>${done.words}</p>${
          done.undoUntil === null
            ? nothing
            : html`<p>${button({ text: html`${words.undo} <kbd>Z</kbd>`, kind: 'second', id: 'undo', onClick: () => handlers.onUndo?.() })}</p>`
        }</div>`
      : nothing
  }</div>`

function oneView(deciding: Deciding) {
  const { model, one, handlers } = deciding
  const place = model.items.indexOf(one) + 1
  return html`<article id=${queuedId} class="panel" tabindex="-1" aria-labelledby="one-title queued-by">
    <h2 id="one-title">${words.place(place, model.waiting)}</h2>
    ${queuedContribution(deciding)}
    ${mayDecide(deciding) ? html`${takenOutView(deciding)}${decideView(deciding)}` : held(deciding, handlers)}
  </article>`
}

const isSecondNeeded = ({ model, one }: Deciding): boolean =>
  one.answer !== null && one.firstDecidedBy === model.me

const isHeld = ({ model, one }: Deciding): boolean =>
  one.claimedBy !== null && one.claimedBy !== model.me

const mayDecide = (deciding: Deciding): boolean => !isHeld(deciding) && !isSecondNeeded(deciding)

const held = (deciding: Deciding, handlers: DecidingHandlers) =>
  html`${notice({
    tone: 'warning',
    heading: 'h3',
    title: isHeld(deciding)
      ? words.someoneHas(nameOf(deciding.model, deciding.one.claimedBy ?? ''))
      : words.secondPerson,
    content: isHeld(deciding) ? words.someoneHasMore : '',
  })}<div class="actions">${button({ kind: 'second', text: words.leave, onClick: () => handlers.onLeave?.() })}</div>`

const nameOf = ({ people }: Pick<ModerationModel, 'people'>, id: string): string =>
  people[id] ?? words.nextOf('')

const goneView =
  () => html`<article id=${queuedId} class="panel" tabindex="-1" aria-labelledby="one-title">
  <h2 id="one-title">${words.gone}</h2>
  <p>${words.goneMore}</p>
</article>`

function listView(model: ModerationModel, handlers: DecidingHandlers) {
  const { items, oldest, now, waiting } = model
  return html`<section aria-labelledby="next-title">
    <h2 id="next-title">${words.next}</h2>
    ${oldest === null ? nothing : html`<p class="quiet">${words.oldestWaits(howLongWords(Date.parse(now) - Date.parse(oldest)))}</p>`}
    <ol class="rows plain">${repeat(
      items,
      ({ id }) => id,
      (one) => listItem(model, one, handlers),
    )}</ol>
    ${waiting > items.length ? html`<p class="quiet">${words.more(waiting - items.length)}</p>` : nothing}
  </section>`
}

function listItem(model: ModerationModel, one: QueuedContribution, handlers: DecidingHandlers) {
  const open = (event: Event): void => {
    if (!handlers.onOpen) return
    event.preventDefault()
    handlers.onOpen(one.id)
  }
  const notes = [
    ...(one.id === model.open ? [words.isOpen] : []),
    howLongWords(Date.parse(model.now) - Date.parse(one.since)),
    ...(one.reports.length > 0 ? [words.reported] : []),
    ...(one.revision > 1 ? [words.edited] : []),
    ...(one.like.length > 0 ? [words.sameWords] : []),
    ...(one.claimedBy && one.claimedBy !== model.me
      ? [words.byNow(nameOf(model, one.claimedBy))]
      : []),
  ]
  return html`<li><a href=${pathInQueue(one.id)} aria-current=${one.id === model.open ? 'true' : nothing} @click=${open}><span dir="auto">${words.nextOf(one.said.name)}</span></a>
    <p>${one.severity ? html`<span class=${`mark ${one.severity === 'now' ? 'alarm' : 'due'}`}>${severityWords[one.severity]}</span> ` : nothing}<span class="quiet">${notes.join(' · ')}</span></p></li>`
}

const factsView = ({ week }: ModerationModel, handlers: DecidingHandlers) => html`<dl class="facts">
  <dt>${words.thisWeek}</dt>
  <dd>${words.week(week)}</dd>
</dl>
<p><button class="tool" type="button" @click=${() => handlers.onLookAgain?.()}>${words.lookAgain}</button></p>`

const emptyQueue = (model: ModerationModel, handlers: DecidingHandlers) => {
  const { lastAt, lastBy } = model.week
  return html`<div class="empty" id=${queuedId} tabindex="-1">
    <p><span class="mark good">${words.nothing}</span></p>
    <p>${lastAt && lastBy ? words.lastDecided(nameOf(model, lastBy), momentWords(lastAt)) : words.noneDecided} ${words.nothingMore}</p>
    <p><button class="tool" type="button" @click=${() => handlers.onLookAgain?.()}>${words.lookAgain}</button></p>
  </div>
  ${factsView(model, handlers)}`
}
