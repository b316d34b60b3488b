import { html, nothing, type TemplateResult } from 'lit'
import {
  hasClosed,
  type Consultation,
  type LaidOver,
} from '../../domain/consultation/consultation.ts'
import { dateWords, momentWords } from '../../domain/core/dates.ts'
import { goneBefore, type DeviceRecord, type ResponseCommand } from '../../domain/device/draft.ts'
import { addressOf } from '../../domain/consultation/edition-address.ts'
import { answerTo, visibleQuestions } from '../../domain/consultation/journey.ts'
import { problemWords } from '../../domain/response/problem-words.ts'
import { readAnswer } from '../../domain/question/question-kinds.ts'
import type { Receipt } from '../../domain/response/response.ts'
import type { ResponseTrace } from '../../domain/report/trace.ts'
import { traceWords } from '../../words/trace.ts'
import { traceView } from '../report/trace.view.ts'
import { responseWords } from '../../words/response.ts'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { pageTitleId, type Content } from '../../ui/field.ts'
import { unlessEnglish, wordsIn } from '../../ui/languages.ts'
import { notice } from '../../ui/notice.ts'
import { summaryList } from '../../ui/summary-list.ts'
import { askedWords } from '../answering/asked-words.ts'
import { copyButton } from '../answering/not-saved.view.ts'
import { confirmation } from './confirmation.view.ts'
import { receiptFacts } from './receipt-facts.view.ts'

export interface RecordPageModel {
  readonly record: DeviceRecord
  /** Absent when the consultation is not on this device. */
  readonly consultation: Consultation | undefined
  readonly now: Date
  readonly continueHref: string
  /** False when this record is in this tab only, and gone when it is closed. */
  readonly kept: boolean
  /** Asked once more before the words are erased. */
  readonly confirming: 'withdraw' | 'delete' | undefined
  /** Why the last attempt to send did not get through, in words. */
  readonly trouble: string
  /** What became of its words, once somebody asked. */
  readonly trace?: ResponseTrace | undefined
  /** Where a response is opened with its reference and code, for paper. */
  readonly address: string
}

export interface RecordPageHandlers {
  readonly onSendNow: () => void
  readonly onTakeAway: () => void
  readonly onPrint: () => void
  /** Asks what became of the words. */
  readonly onTrace: () => void
  readonly onChange: () => void
  /** A response that could not be taken back or changed is shown as it stands. */
  readonly onReturn: () => void
  readonly onConfirm: (what: 'withdraw' | 'delete' | undefined) => void
  readonly onWithdraw: () => void
  readonly onDelete: () => void
}

/** The heading says which of the four states the record is in (P4). */
export function recordTitle({ record }: Pick<RecordPageModel, 'record'>): string {
  if (record.state === 'draft')
    return record.receipt ? 'You are changing your response' : 'Your draft'
  if (record.state === 'refused') return refusedTitle(record)
  if (record.state === 'waiting') return waitingTitles[record.command.kind]
  return receivedTitles[record.receipt.state]
}

const receivedTitles = {
  received: 'We have received your response',
  withdrawn: 'You have withdrawn your response',
  erased: 'We have erased your response',
} as const

function refusedTitle(record: Extract<DeviceRecord, { state: 'refused' }>): string {
  const gone = goneBefore(record)
  if (gone === 'erased') return 'We have erased your response'
  return gone === 'withdrawn' && record.command.kind !== 'response.change'
    ? 'Your response was withdrawn before'
    : refusedTitles[record.command.kind]
}

const waitingTitles = {
  'response.submit': 'Your response is waiting to be sent',
  'response.change': 'Your changes are waiting to be sent',
  'response.withdraw': 'Your request to withdraw your response is waiting to be sent',
} as const

const refusedTitles = {
  'response.submit': 'We could not take your response',
  'response.change': 'We could not take your changes',
  'response.withdraw': 'Your response has not been withdrawn',
} as const

/** Everything this device knows of one response. */
export const recordPageView = (
  model: RecordPageModel,
  handlers: RecordPageHandlers,
) => html`<div class="wrap">
  ${backLink({ href: '/my-responses', text: 'My drafts and responses' })}
  <p class="eyebrow">${model.record.draft.title}</p>
  <h1 id=${pageTitleId}>${changing(recordTitle(model))}</h1>
  ${stateOf(model, handlers)}
  ${model.confirming ? confirm(model.confirming, model.record, handlers) : nothing}
  ${model.trace ? traceView(model.trace) : nothing}
  ${answersOf(model)}
</div>`

function stateOf(model: RecordPageModel, handlers: RecordPageHandlers): TemplateResult {
  const { record } = model
  switch (record.state) {
    case 'draft':
      return draftState(model, handlers)
    case 'waiting':
      return waitingState(model, handlers)
    case 'refused':
      return refusedState(model, handlers)
    case 'received':
      return record.receipt.state === 'received'
        ? receivedState(model, record.receipt, handlers)
        : goneState(record.receipt, model, handlers)
  }
}

const draftState = (model: RecordPageModel, handlers: RecordPageHandlers) => html`
  <p class="lede">${model.kept ? 'It is on this device only. Nobody else has seen it.' : 'It is in this tab only. Close the tab, and it is gone.'}</p>
  ${model.record.receipt ? html`<p>What you sent before, reference ${model.record.receipt.reference}, still counts until you send your changes.</p>` : nothing}
  <div class="actions">
    ${linkButton({ href: model.continueHref, text: 'Continue' })}
    ${copyButton(handlers.onTakeAway)} ${deleteButton(handlers)}
  </div>`

const waitingState = (model: RecordPageModel, handlers: RecordPageHandlers) => html`
  <p class="lede">${
    model.record.draft.ownDevice && model.kept
      ? 'It is saved on this device. We will send it when you are back online and Takepart is open.'
      : 'Keep this tab open until it has been sent. If you close it, what you wrote is gone from this device.'
  }</p>
  ${model.record.receipt ? html`<p>Until then, what you sent before, reference ${model.record.receipt.reference}, still counts.</p>` : nothing}
  ${model.trouble ? html`<p>${changing(model.trouble)}</p>` : nothing}
  <div class="actions">
    ${button({ text: 'Try to send now', onClick: handlers.onSendNow })} ${copyButton(handlers.onTakeAway)}
  </div>`

const receivedState = (
  model: RecordPageModel,
  receipt: Receipt,
  handlers: RecordPageHandlers,
) => html`
  ${
    receipt.late
      ? html`<p class="lede">It reached us after the consultation had closed. We have kept it and marked it late.
    ${model.consultation ? inItsLanguage(model.consultation.grace.text, model.consultation.grace, model.consultation) : nothing}</p>`
      : nothing
  }
  <p class="lede">${responseWords.thanks}</p>
  ${receiptFacts(receipt, model.record.draft.code)}
  <p>With both, you can ${
    mayChange(model, receipt)
      ? `read, change or withdraw your response on any device, until ${momentWords(receipt.closesAt)}`
      : 'read your response on any device'
  }. Keep the private code to yourself: we do not have it and cannot look it up.</p>
  ${
    model.kept && model.record.draft.ownDevice
      ? nothing
      : notice({
          tone: 'warning',
          title: 'Take these with you',
          content: html`<p>Print this page, save a copy or write both down. This device forgets them when you close Takepart.</p>`,
        })
  }
  ${
    model.consultation
      ? html`<h2>What happens next</h2><p>${inItsLanguage(model.consultation.promise.text, model.consultation.promise, model.consultation)}</p>
    <p>${responseWords.decisionBy(dateWords(model.consultation.promise.by))}</p>`
      : nothing
  }
  ${model.trouble ? html`<p>${changing(model.trouble)}</p>` : nothing}
  <p class="print-only">${responseWords.readAgainAt} ${model.address}</p>
  <div class="actions no-print">
    ${button({ text: 'Print or save this page', onClick: handlers.onPrint })}
    ${button({ text: traceWords.ask, kind: 'second', onClick: handlers.onTrace })}
    ${copyButton(handlers.onTakeAway)}
    ${
      mayChange(model, receipt)
        ? html`
      ${button({ text: 'Change my response', kind: 'second', onClick: handlers.onChange })}
      ${button({ text: 'Withdraw my response', kind: 'second', id: 'ask-withdraw', onClick: () => handlers.onConfirm('withdraw') })}`
        : nothing
    }
    ${deleteButton(handlers)}
  </div>`

/** Words of a consultation in an edition, on a page of the website's own. */
const inItsLanguage = (words: Content, { lang }: LaidOver, consultation: Consultation) =>
  wordsIn(words, unlessEnglish(lang ?? consultation.lang))

const mayChange = ({ now }: RecordPageModel, receipt: Receipt): boolean =>
  !receipt.late && !hasClosed(receipt, now)

const goneState = (
  receipt: Receipt,
  { record }: RecordPageModel,
  handlers: RecordPageHandlers,
) => html`
  <p class="lede">We have erased your answers${receipt.state === 'erased' ? ' for a lawful reason' : nothing} and will not use them. We keep the reference, ${receipt.reference}, so that every response is
    accounted for.</p>
  ${Object.keys(record.draft.answers).length > 0 ? html`<p>This device still has a copy of what you wrote, until you delete it.</p>` : nothing}
  <div class="actions">
    ${receipt.state === 'erased' ? button({ text: traceWords.whyErased, onClick: handlers.onTrace }) : nothing}
    ${copyButton(handlers.onTakeAway)} ${deleteButton(handlers)}
  </div>`

const refusedState = ({ record, kept }: RecordPageModel, handlers: RecordPageHandlers) => {
  const { problems, command } =
    record.state === 'refused' ? record : { problems: [], command: undefined }
  return html`
    <p class="lede">Nothing is lost: what you wrote is still ${kept ? 'on this device' : 'on this page. Keep it open, or save a copy'}.</p>
    ${
      record.receipt && !goneBefore(record)
        ? html`<p>What you sent before, reference ${record.receipt.reference}, still counts.</p>`
        : nothing
    }
    <ul>${problems.map((problem) => html`<li>${problemWords(problem)}</li>`)}</ul>
    <div class="actions">
      ${wayOn(record, command?.kind, handlers)}
      ${copyButton(handlers.onTakeAway)} ${deleteButton(handlers)}
    </div>`
}

/** What was taken back or erased is not taken in again under the same id: another response can be. */
function wayOn(
  record: DeviceRecord,
  asked: ResponseCommand['kind'] | undefined,
  handlers: RecordPageHandlers,
) {
  const gone = goneBefore(record) !== undefined
  if (asked === 'response.withdraw' || (record.receipt && gone))
    return button({ text: 'Go back to my response', onClick: handlers.onReturn })
  if (gone)
    return linkButton({ href: `${addressOf(record.draft)}/answer`, text: 'Start a new response' })
  return button({ text: 'Look at my answers and send again', onClick: handlers.onChange })
}

const deleteButton = (handlers: RecordPageHandlers) =>
  button({
    text: 'Delete from this device',
    kind: 'second',
    id: 'ask-delete',
    onClick: () => handlers.onConfirm('delete'),
  })

const confirm = (
  what: 'withdraw' | 'delete',
  { receipt }: DeviceRecord,
  handlers: RecordPageHandlers,
) =>
  confirmation({
    ...(what === 'withdraw'
      ? {
          title: 'Withdraw your response?',
          consequence: 'We will erase your answers. This cannot be undone.',
          yes: 'Yes, withdraw it',
          onYes: handlers.onWithdraw,
        }
      : {
          title: 'Delete this from the device?',
          consequence: receipt
            ? 'What we have received stays with us. You will need your reference and private code to see it again.'
            : 'We do not have it. This cannot be undone.',
          yes: 'Yes, delete it',
          onYes: handlers.onDelete,
        }),
    onNo: () => handlers.onConfirm(undefined),
  })

function answersOf({ record, consultation }: RecordPageModel) {
  const gone = record.receipt !== undefined && record.receipt.state !== 'received'
  if (!consultation || gone) return nothing
  const { answers } = record.draft
  return html`<h2>What you said</h2>${summaryList({
    rows: visibleQuestions(consultation, answers).map((question) => ({
      key: inItsLanguage(askedWords(question), question, consultation),
      lines: readAnswer(question, answerTo(answers, question.id)),
    })),
  })}`
}
