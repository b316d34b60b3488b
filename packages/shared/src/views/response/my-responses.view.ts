import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { dateWords, momentWords } from '../../domain/core/dates.ts'
import type { DeviceRecord } from '../../domain/device/draft.ts'
import type { RecordState } from '../../domain/device/record.ts'
import { recordAddress } from '../../domain/device/record-address.ts'
import type { ContributionRecord } from '../../domain/device/contribution-record.ts'
import type { HelpRecord } from '../../domain/device/help-record.ts'
import type { RequestRecord } from '../../domain/device/request-record.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import {
  describedBy,
  fieldClass,
  hiddenText,
  hintAndError,
  invalid,
  pageTitleId,
} from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { helpStateWords, helpWords } from '../../words/help-request.ts'
import { ownContributions } from '../round/own-contributions.view.ts'

export interface MyResponsesModel {
  readonly records: readonly DeviceRecord[]
  /** Requests for support. */
  readonly requests: readonly RequestRecord[]
  /** What is said in discussions. */
  readonly contributions: readonly ContributionRecord[]
  /** "I need help now", sent from this device. */
  readonly helps?: readonly HelpRecord[]
  /** Consultations kept for reading and answering without a connection. */
  readonly kept: readonly { readonly slug: string; readonly title: string }[]
  readonly durable: boolean
  /** True when the browser has promised not to clear what is kept when space is short. */
  readonly persisted: boolean
  /** Whose device it is, for what a file brings in. */
  readonly ownDevice: boolean
  /** What came of taking in a file, in words. */
  readonly imported: { readonly words: string; readonly failed: boolean } | undefined
  /** Why the last attempt to send did not get through, in words; empty when it did. */
  readonly trouble: string
  /** True when the device's store did not answer, so that nobody knows what is in it. */
  readonly unreadable: boolean
}

export interface MyResponsesHandlers {
  readonly onTakeAll: () => void
  readonly onBringIn: (file: File) => void
  readonly onSendNow: () => void
  readonly onOwnDevice: (own: boolean) => void
}

const groups: readonly (readonly [RecordState, string])[] = [
  ['refused', 'Needs your attention'],
  ['waiting', 'Waiting to be sent'],
  ['draft', 'Drafts'],
  ['received', 'Received'],
]

/** Everything on this device, each record under exactly one of four headings (P4). */
export const myResponsesView = (
  model: MyResponsesModel,
  handlers: MyResponsesHandlers,
) => html`<div class="wrap">
  <h1 id=${pageTitleId}>My drafts and responses</h1>
  <p class="lede">What you have written on this device, and what has become of it.</p>
  ${
    model.durable
      ? nothing
      : notice({
          tone: 'warning',
          title: 'This browser keeps nothing after you close the tab',
          content: html`<p>Take a copy of what you have written before you go.</p>`,
        })
  }
  ${
    model.unreadable
      ? notice({
          tone: 'warning',
          title: 'We could not look into this device’s store',
          content: html`<p>What you have written may be there all the same. Close other tabs of Takepart, then load this page again.</p>`,
        })
      : nothing
  }
  ${isEmpty(model) && !model.unreadable ? html`<p class="empty">There is nothing here yet. <a href="/">See the consultations</a> that are open.</p>` : nothing}
  ${groups.map(([state, title]) => groupOf(model, handlers, { state, title }))}
  ${ownContributions(model.contributions)}
  ${asked(model.requests)}${helped(model.helps ?? [])}
  ${
    model.kept.length > 0
      ? html`<h2>Kept for reading without a connection</h2>
    <ul class="rows">${model.kept.map(({ slug, title }) => html`<li><a href=${`/consultations/${slug}`}>${title}${hiddenText('to read')}</a></li>`)}</ul>`
      : nothing
  }
  ${moving(model, handlers)}
  <h2>Other things you can do</h2>
  <ul class="rows">
    <li><a href="/open-response">Open a response with your reference and private code</a></li>
    <li><a href="/clear-this-device">Clear this device</a></li>
  </ul>
  <p class="quiet small">${changing(
    model.persisted
      ? 'This browser has promised to keep what is here until you clear it.'
      : 'Some browsers clear what a website has kept when it has not been visited for a while, sometimes after 7 days. Take a copy of anything long.',
  )}</p>
</div>`

const isEmpty = ({ records, requests, contributions, helps = [] }: MyResponsesModel): boolean =>
  records.length + requests.length + contributions.length + helps.length === 0

/** Taking words to another device, and bringing them from one. */
const moving = (model: MyResponsesModel, handlers: MyResponsesHandlers) => html`
  <h2>${changing(!isEmpty(model) ? 'Move what is here to another device' : 'Bring your words from another device')}</h2>
  ${model.imported && !model.imported.failed ? html`<p id="imported" class="saved">${changing(model.imported.words)}</p>` : nothing}
  ${
    !isEmpty(model)
      ? html`<p>The file is not encrypted. Keep it somewhere private.</p>
    <div class="actions">${button({ text: 'Save everything as a file', kind: 'second', onClick: handlers.onTakeAll })}</div>`
      : nothing
  }
  ${checkboxes({
    id: 'own-device',
    name: 'own-device',
    title: 'Before you bring in a file',
    hint: 'If other people use this device too, we keep it only until you close Takepart.',
    items: [{ value: 'own', text: 'This is my own device', checked: model.ownDevice }],
    onChange: (_value, checked) => handlers.onOwnDevice(checked),
  })}
  ${fileField(model.imported?.failed ? model.imported.words : undefined, handlers)}`

const fileField = (
  error: string | undefined,
  handlers: MyResponsesHandlers,
) => html`<div class=${fieldClass(error)}>
  <label class="label" for="bring-in">Bring in a file you saved before</label>
  ${hintAndError('bring-in', { error })}
  <input class="input" type="file" id="bring-in" accept="application/json,.json" aria-describedby=${describedBy('bring-in', { error })}
    aria-invalid=${invalid(error)} @change=${(event: Event) => {
      const [file] = (event.currentTarget as HTMLInputElement).files ?? []
      if (file) handlers.onBringIn(file)
    }}>
</div>`

interface Group {
  readonly state: RecordState
  readonly title: string
}

function groupOf(model: MyResponsesModel, handlers: MyResponsesHandlers, { state, title }: Group) {
  const records = model.records.filter((record) => record.state === state)
  if (records.length === 0) return nothing
  return html`<h2>${title} <span class="quiet">${changing(`(${records.length})`)}</span></h2>
    <ul class="rows" id=${`records-${state}`}>${repeat(records, (record) => record.draft.id, recordRow)}</ul>
    ${state === 'waiting' ? html`${model.trouble ? html`<p>${changing(model.trouble)}</p>` : nothing}<div class="actions">${button({ text: 'Try to send now', kind: 'second', onClick: handlers.onSendNow })}</div>` : nothing}`
}

const recordRow = (record: DeviceRecord) => html`<li>
  <a href=${recordAddress(record)}>${record.draft.title}${hiddenText(changing(recordWords(record)))}</a>
  <p class="quiet">${changing(stateWords(record))}</p>
</li>`

/** What a link leads to, beyond the consultation: somebody may have written several responses to one. */
const recordWords = ({ state, draft }: DeviceRecord): string =>
  `${recordNames[state]}, last written ${momentWords(draft.changedAt)}`

const recordNames: Readonly<Record<RecordState, string>> = {
  draft: 'your draft',
  waiting: 'your response, not sent yet',
  refused: 'your response, not received',
  received: 'your response',
}

function stateWords(record: DeviceRecord): string {
  const changed = momentWords(record.draft.changedAt)
  switch (record.state) {
    case 'draft':
      return record.receipt
        ? `You are changing what you sent (${record.receipt.reference}). Last written ${changed}.`
        : `Last written ${changed}. Not sent.`
    case 'waiting':
      return `Finished ${momentWords(record.queuedAt)}. Not sent yet.`
    case 'refused':
      return 'We could not do what you asked. Open it to see why. Your words are still here.'
    case 'received':
      if (record.receipt.state === 'erased') return `Erased. Reference ${record.receipt.reference}.`
      return record.receipt.state === 'withdrawn'
        ? `Withdrawn. Reference ${record.receipt.reference}.`
        : `Reference ${record.receipt.reference}${record.receipt.late ? ', late' : ''}.`
  }
}

/** What somebody asks for so that they can take part, each with its state in words (P4). */
const asked = (requests: readonly RequestRecord[]) =>
  requests.length === 0
    ? nothing
    : html`
  <h2>Your requests <span class="quiet">${changing(`(${requests.length})`)}</span></h2>
  <ul class="rows" id="requests">${repeat(
    requests,
    (request) => request.draft.id,
    (request) => html`<li>
    <a href=${recordAddress(request)}>${request.draft.title}${hiddenText('in another way')}</a>
    <p class="quiet">${changing(requestWords(request))}</p>
  </li>`,
  )}</ul>`

function requestWords(request: RequestRecord): string {
  switch (request.state) {
    case 'draft':
      return `Last written ${momentWords(request.draft.changedAt)}. Not sent.`
    case 'waiting':
      return `Asked ${momentWords(request.queuedAt)}. Not sent yet.`
    case 'refused':
      return 'We could not take it. Open it to see why. Your words are still here.'
    case 'received':
      return `Reference ${request.receipt.reference}. We aim to reply by ${dateWords(request.receipt.dueOn)}.`
  }
}

/** What somebody told the Trust about needing help now, each with its state in words (P4). */
const helped = (helps: readonly HelpRecord[]) =>
  helps.length === 0
    ? nothing
    : html`
  <h2>${helpWords.listTitle} <span class="quiet">${changing(`(${helps.length})`)}</span></h2>
  <ul class="rows" id="helps">${repeat(
    helps,
    (help) => help.draft.id,
    (help) => html`<li>
    <a href="/help-now">${helpWords.title}${hiddenText(changing(momentWords(help.draft.changedAt)))}</a>
    <p class="quiet">${changing(helpStateWords(help))}</p>
  </li>`,
  )}</ul>`
