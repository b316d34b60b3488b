import { html, nothing } from 'lit'
import { clockWords, dayOfMoment, dayOfMomentWords, momentWords } from '../../domain/core/dates.ts'
import {
  groupWaiting,
  howLongWords,
  type Waiting,
  type WaitingPart,
} from '../../domain/desk/waiting.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { deskWords } from '../../words/desk.ts'

/** What the first page of the desk is made from. */
export interface TodayModel {
  readonly now: string
  readonly things: readonly Waiting[]
  /** What this person may begin. */
  readonly begin: readonly { readonly href: string; readonly text: string }[]
}

/** What needs somebody, in the order in which it hurts, with the time first. */
export function todayView({ now, things, begin }: TodayModel) {
  const time = new Date(now)
  const groups = groupWaiting(things, time)
  return html`<div class="wrap wide">
    <p class="eyebrow">${momentWords(now)}</p>
    <h1 id=${pageTitleId}>${deskWords.todayTitle}</h1>
    ${groups.length === 0 ? quietDay() : html`<p class="lede">${deskWords.lede(things.length)}</p>`}
    ${groups.map(
      ({ part, things: inside }) => html`<section class="part" aria-labelledby=${`part-${part}`}>
        <h2 id=${`part-${part}`}>${partWords[part]}</h2>
        <ol class="day">${inside.map((thing) => waitingItem(thing, time))}</ol>
      </section>`,
    )}
    ${beginLinks(begin)}
  </div>`
}

const partWords: Readonly<Record<WaitingPart, string>> = {
  now: deskWords.now,
  today: deskWords.today,
  'this-week': deskWords.thisWeek,
  later: deskWords.later,
}

const quietDay = () => html`<div class="empty">
  <p><span class="mark good">${deskWords.nothing}</span></p>
  <p>${deskWords.nothingMore}</p>
</div>`

const waitingItem = (thing: Waiting, now: Date) => html`<li class=${thing.urgent ? 'urgent' : ''}>
  <p class="clock">${clock(thing, now)}</p>
  <div>
    <h3><a href=${thing.href}>${thing.words}</a></h3>
    ${thing.about ? html`<p>${thing.about}</p>` : nothing}
  </div>
  <p>${linkButton({ text: thing.act, href: thing.href, kind: 'second', hidden: thing.words })}</p>
</li>`

/** What is left, then until when. */
function clock({ when }: Waiting, now: Date) {
  if (when === undefined) return deskWords.whenYouCan
  const left = Date.parse(when) - now.getTime()
  if (left <= 0) return html`<strong>${deskWords.late(howLongWords(-left))}</strong>`
  const until = dayOfMoment(when) === dayOfMoment(now) ? clockWords(when) : dayOfMomentWords(when)
  return html`<strong>${howLongWords(left)}</strong> ${deskWords.left}, until ${until}`
}

const beginLinks = (begin: TodayModel['begin']) =>
  begin.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby="begin">
        <h2 id="begin">${deskWords.begin}</h2>
        <ul class="plain">${begin.map(({ href, text }) => html`<li><a class="tool" href=${href}>${text}</a></li>`)}</ul>
      </section>`
