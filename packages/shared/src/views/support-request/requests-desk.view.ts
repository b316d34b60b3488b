import { html, nothing } from 'lit'
import { dateWords } from '../../domain/core/dates.ts'
import type { ReachBy } from '../../domain/support-request/support-request.ts'
import { button } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, pageTitleId } from '../../ui/field.ts'
import { radios } from '../../ui/radios.ts'
import { textarea } from '../../ui/textarea.ts'
import { requestsDeskWords } from '../../words/requests-desk.ts'

/** A request that nobody has closed. */
export interface OpenRequest {
  readonly id: string
  readonly reference: string
  readonly title: string
  /** The words of each thing asked for, with what was written beside it. */
  readonly needs: readonly string[]
  readonly reachBy: ReachBy
  readonly reachTo: string
  readonly called: string | null
  readonly suits: string | null
  readonly remember: boolean
  readonly inTime: boolean
  /** Days, YYYY-MM-DD. */
  readonly receivedOn: string
  readonly dueOn: string
  readonly isLate: boolean
}

export interface RequestsDeskModel {
  readonly requests: readonly OpenRequest[]
}

export interface RequestsDeskState {
  /** The id of the request that is being closed. */
  readonly closing: string | undefined
  readonly outcome: 'met' | 'not-met' | undefined
  readonly note: string
  readonly problem: { readonly field: 'outcome' | 'note'; readonly words: string } | undefined
}

export interface RequestsDeskHandlers {
  readonly onOpen?: (id: string) => void
  readonly onOutcome?: (outcome: 'met' | 'not-met') => void
  readonly onNote?: (note: string) => void
  readonly onClose?: () => void
  readonly onKeep?: () => void
}

export const nothingClosed: RequestsDeskState = {
  closing: undefined,
  outcome: undefined,
  note: '',
  problem: undefined,
}

/** Formats and support that people asked for and wait for, with the day by which the Trust aims to reply. */
export const requestsDeskView = (
  { requests }: RequestsDeskModel,
  state: RequestsDeskState = nothingClosed,
  handlers: RequestsDeskHandlers = {},
) => html`<div class="wrap">
  ${state.problem ? errorSummary({ items: [{ href: fieldHref(state.problem.field), text: state.problem.words }] }) : nothing}
  <h1 id=${pageTitleId}>${requestsDeskWords.title}</h1>
  <p class="lede">${requestsDeskWords.lede}</p>
  ${
    requests.length === 0
      ? html`<div class="empty"><p><strong>${requestsDeskWords.none}</strong></p><p>${requestsDeskWords.noneMore}</p></div>`
      : requests.map((request) => one(request, state, handlers))
  }
</div>`

function one(request: OpenRequest, state: RequestsDeskState, handlers: RequestsDeskHandlers) {
  const { id, reference, title, needs, receivedOn, dueOn, isLate } = request
  const isOpen = state.closing === id
  return html`<section class="part" aria-labelledby=${`r-${id}`}>
    <h2 id=${`r-${id}`}>${needs.join(', ')}</h2>
    <p><span class=${`mark ${isLate ? 'alarm' : 'due'}`}>${isLate ? requestsDeskWords.late(dateWords(dueOn)) : requestsDeskWords.due(dateWords(dueOn))}</span></p>
    <dl class="facts">
      ${row(requestsDeskWords.about, title)}
      ${row(requestsDeskWords.reach[request.reachBy], request.reachTo)}
      ${row(requestsDeskWords.called, request.called)}
      ${row(requestsDeskWords.suits, request.suits)}
      ${row(requestsDeskWords.received, dateWords(receivedOn))}
      ${row(requestsDeskWords.reference, reference)}
    </dl>
    <p>${request.remember ? requestsDeskWords.remember : requestsDeskWords.notRemember}</p>
    ${request.inTime ? nothing : html`<p>${requestsDeskWords.outOfTime}</p>`}
    ${isOpen ? closing(request, state, handlers) : button({ kind: 'second', text: requestsDeskWords.close, hidden: reference, onClick: () => handlers.onOpen?.(id) })}
  </section>`
}

const row = (name: string, words: string | null) =>
  words === null || words === '' ? nothing : html`<dt>${name}</dt><dd>${words}</dd>`

const closing = (
  { reference }: OpenRequest,
  { outcome, note, problem }: RequestsDeskState,
  handlers: RequestsDeskHandlers,
) => html`<form novalidate aria-label=${requestsDeskWords.closeFor(reference)} @submit=${(
  event: Event,
) => {
  event.preventDefault()
  handlers.onClose?.()
}}>
  ${radios({
    id: 'outcome',
    name: 'outcome',
    title: requestsDeskWords.outcome,
    ...(problem?.field === 'outcome' ? { error: problem.words } : {}),
    items: [
      { value: 'met', text: requestsDeskWords.met, checked: outcome === 'met' },
      { value: 'not-met', text: requestsDeskWords.notMet, checked: outcome === 'not-met' },
    ],
    onChange: (value) => handlers.onOutcome?.(value === 'met' ? 'met' : 'not-met'),
  })}
  ${textarea({
    id: 'note',
    name: 'note',
    title: requestsDeskWords.note,
    optional: true,
    hint: requestsDeskWords.noteHint,
    rows: 3,
    value: note,
    ...(problem?.field === 'note' ? { error: problem.words } : {}),
    onInput: (words) => handlers.onNote?.(words),
  })}
  <div class="actions">${button({ type: 'submit', text: requestsDeskWords.confirm })}
    ${button({ kind: 'second', text: requestsDeskWords.keep, onClick: () => handlers.onKeep?.() })}</div>
</form>`
