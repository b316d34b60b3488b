import { html, nothing, type TemplateResult } from 'lit'
import { dateWords } from '../../domain/core/dates.ts'
import { problemWords } from '../../domain/response/problem-words.ts'
import type { RequestRecord } from '../../domain/device/request-record.ts'
import { needWords } from '../../domain/support-request/support-needs.ts'
import {
  requestOf,
  type ReachBy,
  type RequestSoFar,
} from '../../domain/support-request/support-request.ts'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { summaryList } from '../../ui/summary-list.ts'
import { confirmation } from '../response/confirmation.view.ts'
import { anotherWayPath } from './another-way-link.view.ts'

export interface RequestPageModel {
  readonly record: RequestRecord
  /** False when this record is in this tab only, and gone when it is closed. */
  readonly kept: boolean
  /** Asked once more before it is deleted from the device. */
  readonly confirming: boolean
  /** Why the last attempt to send did not get through, in words. */
  readonly trouble: string
}

export interface RequestPageHandlers {
  readonly onSendNow: () => void
  readonly onPrint: () => void
  readonly onConfirm: (confirming: boolean) => void
  readonly onDelete: () => void
}

const titles: Readonly<Record<RequestRecord['state'], string>> = {
  draft: 'Your request is not sent',
  waiting: 'Your request is waiting to be sent',
  received: 'We have received your request',
  refused: 'We could not take your request',
}

/** The heading says which of the four states the request is in (P4). */
export const requestTitle = ({ state }: Pick<RequestRecord, 'state'>): string => titles[state]

/** What has become of a request for support, and what was asked for. */
export const requestPageView = (
  model: RequestPageModel,
  handlers: RequestPageHandlers,
) => html`<div class="wrap">
  ${backLink({ href: '/my-responses', text: 'My drafts and responses' })}
  <p class="eyebrow">${model.record.draft.title}</p>
  <h1 id=${pageTitleId}>${changing(requestTitle(model.record))}</h1>
  ${stateOf(model, handlers)}
  ${model.confirming ? confirm(model.record, handlers) : nothing}
  ${
    model.record.state === 'draft'
      ? html`<h2>What you have written</h2>${summaryList({ rows: rowsOf(requestOf(model.record.draft.written)) })}`
      : html`<h2>What you asked for</h2>${summaryList({ rows: rowsOf(model.record.draft.request) })}`
  }
</div>`

function stateOf(model: RequestPageModel, handlers: RequestPageHandlers): TemplateResult {
  const { record } = model
  switch (record.state) {
    case 'draft':
      return html`
      <p class="lede">What you have written is ${!model.kept ? 'in this tab only' : record.draft.ownDevice ? 'saved on this device' : 'saved on this device until you close Takepart'}. We do not have it.</p>
      <div class="actions">${linkButton({ href: hrefOf(record), text: 'Go on with your request' })} ${deleteButton(handlers)}</div>`
    case 'waiting':
      return waitingState(model, handlers)
    case 'received':
      return receivedState(record, model, handlers)
    case 'refused':
      return html`
      <p class="lede">Nothing is lost: what you wrote is still ${model.kept ? 'on this device' : 'on this page. Keep it open'}.</p>
      <ul>${record.problems.map((problem) => html`<li>${problemWords(problem)}</li>`)}</ul>
      <div class="actions">${linkButton({ href: hrefOf(record), text: 'Look at it and send it again' })} ${deleteButton(handlers)}</div>`
  }
}

const hrefOf = ({ draft }: RequestRecord): string =>
  `${anotherWayPath(draft.slug)}?request=${draft.name}`

const waitingState = (
  { record, kept, trouble }: RequestPageModel,
  handlers: RequestPageHandlers,
) => html`
  <p class="lede">${
    record.draft.ownDevice && kept
      ? 'It is saved on this device. We will send it when you are back online and Takepart is open.'
      : 'Keep this tab open until it has been sent. If you close it, what you wrote is gone from this device.'
  }</p>
  ${trouble ? html`<p>${changing(trouble)}</p>` : nothing}
  <div class="actions">${button({ text: 'Try to send now', onClick: handlers.onSendNow })}</div>`

const receivedState = (
  { draft, receipt }: Extract<RequestRecord, { state: 'received' }>,
  { kept }: RequestPageModel,
  handlers: RequestPageHandlers,
) => html`
  <dl class="facts receipt">
    <dt>Your reference</dt><dd class="code" translate="no">${receipt.reference}</dd>
    <dt>Received</dt><dd>${dateWords(receipt.receivedOn)}</dd>
    <dt>What happens next</dt><dd>We aim to reply ${replyWords[draft.request.reach.by]} by ${dateWords(receipt.dueOn)}.</dd>
  </dl>
  <p>If you do not hear from us by then, tell us your reference. It does not lead to any answers you send.</p>
  ${
    kept && draft.ownDevice
      ? nothing
      : notice({
          tone: 'warning',
          title: 'Take your reference with you',
          content: html`<p>Print this page or write it down. This device forgets it when you close Takepart.</p>`,
        })
  }
  <div class="actions no-print">
    ${button({ text: 'Print or save this page', kind: 'second', onClick: handlers.onPrint })} ${deleteButton(handlers)}
  </div>`

const deleteButton = (handlers: RequestPageHandlers) =>
  button({
    text: 'Delete from this device',
    kind: 'second',
    id: 'ask-delete',
    onClick: () => handlers.onConfirm(true),
  })

const confirm = ({ state }: RequestRecord, handlers: RequestPageHandlers) =>
  confirmation({
    title: 'Delete this from the device?',
    consequence:
      state === 'received'
        ? 'What we have received stays with us.'
        : 'We do not have it. This cannot be undone.',
    yes: 'Yes, delete it',
    onYes: handlers.onDelete,
    onNo: () => handlers.onConfirm(false),
  })

const replyWords: Readonly<Record<ReachBy, string>> = {
  phone: 'by phone',
  text: 'by text message',
  email: 'by email',
  post: 'by post',
}

const rowsOf = ({ needs, say, reach, name, when, remember }: RequestSoFar) => [
  ...(needs.length > 0
    ? [
        {
          key: 'What would help',
          lines: needs.map((need) =>
            say[need] ? `${needWords(need)}: ${say[need]}` : needWords(need),
          ),
        },
      ]
    : []),
  ...(reach
    ? [{ key: 'How to reach you', lines: [`We reply ${replyWords[reach.by]}:`, reach.to] }]
    : []),
  ...(name ? [{ key: 'What to call you', lines: [name] }] : []),
  ...(when ? [{ key: 'When it suits you', lines: [when] }] : []),
  { key: 'May we remember what you need?', lines: [remember ? 'Yes' : 'No'] },
]
