import { html, nothing } from 'lit'
import {
  reasonLimits,
  rejectionReasons,
  type RejectionReason,
} from '../../domain/moderation/decision.ts'
import { severities, type Severity } from '../../domain/moderation/severity.ts'
import { button, type ButtonKind } from '../../ui/button.ts'
import { radios } from '../../ui/radios.ts'
import { textarea } from '../../ui/textarea.ts'
import { authorWords, reasonLabels } from '../../words/moderation.ts'
import {
  moderationDeskWords as words,
  severityMeans,
  severityWords,
} from '../../words/moderation-desk.ts'
import type { Deciding } from './queued-contribution.view.ts'
import { takeOutForm } from './take-out.view.ts'

/** The single keys of the page, and what each does. Each is shown on its button. */
export const deskKeys = {
  accept: 'a',
  redact: 'd',
  'take-out': 't',
  'ask-change': 'c',
  reject: 'r',
  concern: 'u',
  leave: 'l',
  undo: 'z',
} as const

export type DeskKey = keyof typeof deskKeys

const key = (name: DeskKey, { state }: Deciding) =>
  state.keysOff ? nothing : html` <kbd>${deskKeys[name].toUpperCase()}</kbd>`

interface KeyButton {
  readonly name: DeskKey
  readonly text: string
  readonly kind?: ButtonKind
  readonly onClick: () => void
}

const keyButton = (deciding: Deciding, { name, text, kind, onClick }: KeyButton) =>
  button({ text: html`${text}${key(name, deciding)}`, kind: kind ?? 'second', onClick })

/** The decisions, one a key, with whatever form is open below them. */
export const decideView = (deciding: Deciding) => {
  const { one, state, handlers } = deciding
  const { parts, others } = state
  return html`<div class="decide">
    ${
      parts.length > 0
        ? keyButton(deciding, {
            name: 'redact',
            text: words.redact(parts.length),
            kind: 'primary',
            onClick: () => handlers.onRedact?.(),
          })
        : nothing
    }
    ${keyButton(deciding, {
      name: 'accept',
      text: `${one.shown ? words.keep : words.accept}${words.andOthers(others.length)}`,
      kind: parts.length > 0 ? 'second' : 'primary',
      onClick: () => handlers.onAccept?.(),
    })}
    ${formButton(deciding, 'take-out', words.choose)}
    ${formButton(deciding, 'ask-change', words.askChange)}
    ${formButton(deciding, 'reject', one.shown ? words.remove : words.reject)}
    ${formButton(deciding, 'concern', words.urgent, 'danger')}
    ${keyButton(deciding, { name: 'leave', text: words.leave, kind: 'quiet', onClick: () => handlers.onLeave?.() })}
  </div>
  <p class="quiet small">${state.keysOff ? words.keysAreOff : words.keysWork} <button class="tool" type="button" @click=${() => handlers.onKeys?.()}>${state.keysOff ? words.turnKeysOn : words.turnKeysOff}</button></p>
  ${openForm(deciding)}`
}

type Form = 'take-out' | 'ask-change' | 'reject' | 'concern'

const formButton = (deciding: Deciding, form: Form, text: string, kind: ButtonKind = 'second') =>
  html`<button class=${`button ${kind}`} type="button" aria-expanded=${deciding.state.form === form ? 'true' : 'false'}
    @click=${() => deciding.handlers.onForm?.(deciding.state.form === form ? undefined : form)}>${text}${key(form, deciding)}</button>`

function openForm(deciding: Deciding) {
  switch (deciding.state.form) {
    case 'take-out':
      return takeOutForm(deciding)
    case 'ask-change':
    case 'reject':
      return reasonForm(deciding, deciding.state.form)
    case 'concern':
      return concernForm(deciding)
    case undefined:
      return nothing
  }
}

const errorAt = ({ state }: Deciding, id: string) => {
  const error = state.problems.find(({ href }) => href === `#${id}`)?.text
  return error ? { error } : {}
}

const cancel = ({ handlers }: Deciding) =>
  html`<button class="tool" type="button" @click=${() => handlers.onForm?.(undefined)}>${words.cancel}</button>`

/** The number that is a key is also the mark in the text. */
const numbered = (number: number, text: string, keysOff: boolean) =>
  keysOff ? text : html`<kbd>${number}</kbd> ${text}`

function reasonForm(deciding: Deciding, kind: 'reject' | 'ask-change') {
  const { one, state, handlers } = deciding
  return html`<form method="dialog" class="panel" aria-label=${kind === 'reject' ? words.reject : words.askChange} novalidate @submit=${(
    event: Event,
  ) => {
    event.preventDefault()
    handlers.onSendReason?.()
  }}>
    ${radios({
      id: 'reason',
      name: 'reason',
      title: kind === 'reject' ? words.why : words.whyChange,
      ...errorAt(deciding, 'reason'),
      items: rejectionReasons.map((reason, index) => ({
        value: reason,
        text: numbered(index + 1, reasonLabels[reason], state.keysOff),
        checked: state.reason === reason,
      })),
      onChange: (reason) => handlers.onReason?.(reason as RejectionReason),
    })}
    ${textarea({
      id: 'reason-words',
      name: 'words',
      title: words.ownWords,
      optional: state.reason !== 'other',
      hint: words.ownWordsHint,
      rows: 2,
      value: state.words,
      ...errorAt(deciding, 'reason-words'),
      onInput: (typed) => handlers.onWords?.(typed),
    })}
    ${state.reason ? willRead(deciding, kind, state.reason) : nothing}
    <div class="actions">${button({ type: 'submit', kind: 'second', text: `${sendWords(kind, one.shown)}${words.andOthers(state.others.length)}` })}${cancel(deciding)}</div>
  </form>`
}

const sendWords = (kind: 'reject' | 'ask-change', shown: boolean): string => {
  if (kind === 'ask-change') return words.sendChange
  return shown ? words.sendRemove : words.sendReject
}

const willRead = (
  { one, state }: Deciding,
  kind: 'reject' | 'ask-change',
  reason: RejectionReason,
) =>
  html`<div class="notice">
    <h3>${words.willRead(one.said.name)}</h3>
    <p>${authorWords(kind, { reason, words: state.words.slice(0, reasonLimits.words) })}</p>
  </div>`

function concernForm(deciding: Deciding) {
  const { state, handlers } = deciding
  return html`<form method="dialog" class="panel" aria-labelledby="raise-title" novalidate @submit=${(
    event: Event,
  ) => {
    event.preventDefault()
    handlers.onRaise?.()
  }}>
    <h3 id="raise-title">${words.raiseTitle}</h3>
    <p>${words.raiseMore}</p>
    ${radios({
      id: 'severity',
      name: 'severity',
      title: words.raiseHow,
      items: severities.map((severity, index) => ({
        value: severity,
        text: numbered(index + 1, severityWords[severity], state.keysOff),
        hint: severityMeans[severity],
        checked: state.severity === severity,
      })),
      onChange: (severity) => handlers.onSeverity?.(severity as Severity),
    })}
    ${textarea({
      id: 'why',
      name: 'why',
      title: words.raiseWhy,
      hint: words.raiseWhyHint,
      rows: 2,
      value: state.why,
      ...errorAt(deciding, 'why'),
      onInput: (why) => handlers.onWhy?.(why),
    })}
    <div class="actions">${button({ type: 'submit', kind: 'danger', text: words.raise })}${cancel(deciding)}</div>
  </form>`
}
