import { html, nothing } from 'lit'
import { dayOfMomentWords, momentWords } from '../../domain/core/dates.ts'
import { button } from '../../ui/button.ts'
import { errorAt, errorSummary } from '../../ui/error-summary.ts'
import { textarea } from '../../ui/textarea.ts'
import { changeWords } from '../../words/sign-off.ts'
import { draftHead, nameOf } from './draft-head.view.ts'
import type { DraftHead, People } from './desk-model.ts'
import { momentFields, type TypedMoment } from './moment-fields.view.ts'

/** Something that was asked and waits for a second person. */
export interface WaitingChange {
  readonly id: string
  readonly kind: 'extend' | 'retract'
  readonly closesAt: string | null
  readonly note: string
  readonly askedBy: string
  readonly askedAt: string
}

export interface ChangeModel {
  readonly head: DraftHead
  readonly people: People
  readonly closesAt: string
  readonly hasClosed: boolean
  readonly retractedAt: string | null
  readonly waiting: readonly WaitingChange[]
  readonly mayAsk: boolean
  readonly mayDo: boolean
}

export interface ChangeState {
  readonly until: TypedMoment
  readonly extendNote: string
  readonly retractNote: string
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export interface ChangeHandlers {
  readonly onUntil?: (until: TypedMoment) => void
  readonly onExtendNote?: (note: string) => void
  readonly onRetractNote?: (note: string) => void
  readonly onAsk?: (kind: WaitingChange['kind']) => void
  readonly onDecide?: (change: WaitingChange, done: boolean) => void
}

export const noChange: ChangeState = {
  until: { day: '', month: '', year: '', time: '17:00' },
  extendNote: '',
  retractNote: '',
  problems: [],
}

/** More time for a published consultation, or taking it back: asked by one person and done by another. */
export const changeView = (
  model: ChangeModel,
  state: ChangeState = noChange,
  handlers: ChangeHandlers = {},
) => html`<div class="wrap wide">
  ${state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing}
  ${draftHead(model.head, undefined)}
  <h2>${changeWords.title}</h2>
  <p class="lede">${changeWords.lede}</p>
  <p>${model.retractedAt ? changeWords.retracted(dayOfMomentWords(model.retractedAt)) : changeWords.closes(momentWords(model.closesAt))}</p>
  ${model.waiting.map((one) => waiting(model, one, handlers))}
  ${model.retractedAt || !model.mayAsk ? nothing : html`${model.hasClosed ? nothing : extend(state, handlers)}${retract(state, handlers)}`}
</div>`

function waiting(model: ChangeModel, change: WaitingChange, { onDecide }: ChangeHandlers) {
  const own = change.askedBy === model.people.me
  return html`<section class="notice warning" aria-labelledby=${`w-${change.id}`}>
    <h3 id=${`w-${change.id}`}>${changeWords[change.kind]}: ${changeWords.waiting}</h3>
    <p>${changeWords.askedBy(nameOf(model.people, change.askedBy), momentWords(change.askedAt))}</p>
    ${change.closesAt ? html`<p>${changeWords.until(momentWords(change.closesAt))}</p>` : nothing}
    <p class="said">${change.note}</p>
    <div class="actions">
      ${model.mayDo && !own ? button({ kind: change.kind === 'retract' ? 'danger' : 'primary', text: changeWords.doIt[change.kind], onClick: () => onDecide?.(change, true) }) : nothing}
      ${button({ kind: 'second', text: changeWords.turnDown, onClick: () => onDecide?.(change, false) })}
    </div>
  </section>`
}

const extend = (
  state: ChangeState,
  handlers: ChangeHandlers,
) => html`<section class="part" aria-labelledby="extend">
  <h2 id="extend">${changeWords.extend}</h2>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onAsk?.('extend')
  }}>
    ${momentFields({ id: 'until', day: changeWords.extendDay, time: changeWords.extendTime, value: state.until, ...errorAt(state.problems, 'until'), onInput: (until) => handlers.onUntil?.(until) })}
    ${textarea({ id: 'extend-note', name: 'extend-note', title: changeWords.extendNote, hint: changeWords.extendNoteHint, rows: 3, value: state.extendNote, ...errorAt(state.problems, 'extend-note'), onInput: (note) => handlers.onExtendNote?.(note) })}
    <div class="actions">${button({ type: 'submit', kind: 'second', text: changeWords.askExtend })}</div>
  </form>
</section>`

const retract = (
  state: ChangeState,
  handlers: ChangeHandlers,
) => html`<section class="part" aria-labelledby="retract">
  <h2 id="retract">${changeWords.retract}</h2>
  <p>${changeWords.retractLede}</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onAsk?.('retract')
  }}>
    ${textarea({ id: 'retract-note', name: 'retract-note', title: changeWords.retractNote, rows: 3, value: state.retractNote, ...errorAt(state.problems, 'retract-note'), onInput: (note) => handlers.onRetractNote?.(note) })}
    <div class="actions">${button({ type: 'submit', kind: 'danger', text: changeWords.askRetract })}</div>
  </form>
</section>`
