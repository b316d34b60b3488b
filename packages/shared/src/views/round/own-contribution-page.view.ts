import { html, nothing } from 'lit'
import type { ContributionRecord } from '../../domain/device/contribution-record.ts'
import { mayChange } from '../../domain/device/contribution-rules.ts'
import type { OwnContribution } from '../../domain/round/contribution.ts'
import { roundHasClosed } from '../../domain/round/round.ts'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { pageTitleId } from '../../ui/field.ts'
import { ownContributionWords as words } from '../../words/own-contribution.ts'
import { roundProblemWords } from '../../words/round-problem.ts'
import { confirmation } from '../response/confirmation.view.ts'
import { ownQuestionView } from '../questions/own-question.view.ts'
import { paragraphsOf } from './paragraphs.view.ts'
import { decisionView, type AnswerForm } from './decision-answer.view.ts'
import {
  mineAddress,
  replyAddress,
  roundAddress,
  saidAddress,
  sayAddress,
} from './round-address.ts'

export interface OwnContributionModel {
  readonly record: ContributionRecord
  readonly now: Date
  /** False when this record is in this tab only, and gone when it is closed. */
  readonly kept: boolean
  /** What the server has just said of a decision; absent where it could not be asked. */
  readonly standing?: Pick<OwnContribution, 'decided' | 'answer' | 'question'>
  readonly answer: AnswerForm
  /** Asked once more before the words are erased. */
  readonly confirming: 'withdraw' | 'delete' | undefined
  /** Why something could not be done just now, in words. */
  readonly trouble: string
}

export interface OwnContributionHandlers {
  readonly onSendNow: () => void
  readonly onChange: () => void
  /** What was asked for did not happen, or is wanted no more: what was received is shown again. */
  readonly onReturn: () => void
  readonly onConfirm: (what: 'withdraw' | 'delete' | undefined) => void
  readonly onWithdraw: () => void
  readonly onDelete: () => void
  readonly onAnswer: (typed: string) => void
  readonly onSendAnswer: () => void
}

/** What has become of one contribution, with its words, what was decided about it, and its private code. */
export const ownContributionView = (
  model: OwnContributionModel,
  handlers: OwnContributionHandlers,
) => html`<div class="wrap">
  ${backLink({ href: '/my-responses', text: 'My drafts and responses' })}
  <p class="eyebrow">${model.record.draft.title}</p>
  <h1 id=${pageTitleId}>${changing(words.title(model.record))}</h1>
  ${stateOf(model, handlers)}
  ${model.trouble ? html`<p>${changing(model.trouble)}</p>` : nothing}
  ${model.confirming ? confirm(model.confirming, model.record, handlers) : nothing}
  ${model.record.state === 'received' ? decisionView(model.record.receipt, model, handlers) : nothing}
  ${model.record.state === 'received' ? ownQuestionView(model.standing?.question, model.record.draft.slug) : nothing}
  ${model.record.draft.said.text === '' ? nothing : html`<section class="panel" aria-labelledby="own-words"><h2 id="own-words">${words.said}</h2>${paragraphsOf(model.record.draft.said.text)}</section>`}
  ${model.record.state === 'draft' && !model.record.receipt ? nothing : codeOf(model.record)}
  <ul class="rows plain">
    <li><a href=${mineAddress(model.record.draft.slug)}>${words.all}</a></li>
    <li><a href=${roundAddress(model.record.draft.slug)}>${words.back}</a></li>
  </ul>
</div>`

function stateOf(model: OwnContributionModel, handlers: OwnContributionHandlers) {
  switch (model.record.state) {
    case 'draft':
      return draftState(model, handlers)
    case 'waiting':
      return waitingState(model, handlers)
    case 'refused':
      return refusedState(model, handlers)
    case 'received':
      return receivedState(model, handlers)
  }
}

const draftState = (
  { record, kept }: OwnContributionModel,
  handlers: OwnContributionHandlers,
) => html`
  <p class="lede">${words.drafting.words(whereKept(record, kept))}</p>
  ${record.receipt ? html`<p>${words.drafting.before}</p>` : nothing}
  <div class="actions">
    ${linkButton({ href: formAddress(record), text: words.drafting.goOn })}
    ${
      record.receipt
        ? button({ text: words.drafting.leave, kind: 'second', onClick: handlers.onReturn })
        : deleteButton(handlers)
    }
  </div>`

const waitingState = (
  { record, kept }: OwnContributionModel,
  handlers: OwnContributionHandlers,
) => html`
  <p class="lede">${record.draft.ownDevice && kept ? words.waitingKept : words.waitingTab}</p>
  ${record.receipt ? html`<p>${words.waitingStill}</p>` : nothing}
  <div class="actions">${button({ text: words.sendNow, onClick: handlers.onSendNow })}</div>`

const refusedState = (
  { record, kept }: OwnContributionModel,
  handlers: OwnContributionHandlers,
) => html`
  <p class="lede">${kept ? words.refusedKept : words.refusedTab}</p>
  <ul>${(record.state === 'refused' ? record.problems : []).map((problem) => html`<li>${roundProblemWords(problem)}</li>`)}</ul>
  <div class="actions">
    ${wayOn(record, handlers)}
    ${record.receipt ? nothing : deleteButton(handlers)}
  </div>`

function wayOn(record: ContributionRecord, handlers: OwnContributionHandlers) {
  const asked = record.state === 'refused' ? record.command.kind : undefined
  return asked === 'contribution.withdraw' || (record.receipt && !mayChange(record.receipt))
    ? button({ text: words.asItStands, onClick: handlers.onReturn })
    : button({ text: words.lookAgain, onClick: handlers.onChange })
}

function receivedState({ record, now }: OwnContributionModel, handlers: OwnContributionHandlers) {
  const { receipt, draft } = record
  if (!receipt) return nothing
  if (receipt.state === 'withdrawn')
    return html`<p class="lede">${words.erased}</p>
      ${draft.said.text === '' ? nothing : html`<p>${words.erasedCopy}</p>`}
      <div class="actions">${deleteButton(handlers)}</div>`
  return html`<p class="lede">${changing(words.received(receipt.state))}</p>
    ${receipt.late ? html`<p>${words.late}</p>` : nothing}
    ${receipt.number === undefined ? nothing : html`<p><a class="go" href=${saidAddress(draft.slug, receipt.number)}>${words.seeIt}</a></p>`}
    <div class="actions">
      ${mayChange(receipt) && !roundHasClosed(receipt, now) ? button({ text: words.change, kind: receipt.state === 'change-asked' ? 'primary' : 'second', onClick: handlers.onChange }) : nothing}
      ${button({ text: words.withdraw.ask, kind: 'second', id: 'ask-withdraw', onClick: () => handlers.onConfirm('withdraw') })}
      ${deleteButton(handlers)}
    </div>`
}

function whereKept({ draft }: ContributionRecord, kept: boolean): string {
  if (!kept) return words.drafting.tab
  return draft.ownDevice ? words.drafting.kept : words.drafting.session
}

/** The form again, with what is kept in it. */
export const formAddress = ({
  draft: { slug, inReplyTo, name },
}: Pick<ContributionRecord, 'draft'>): string =>
  `${inReplyTo === undefined ? sayAddress(slug) : replyAddress(slug, inReplyTo)}?said=${name}`

const codeOf = ({ draft }: ContributionRecord) => html`<dl class="facts receipt">
  <dt>${words.code}</dt><dd class="code" translate="no">${draft.code}</dd>
  <dd>${draft.ownDevice ? words.codeWhy : words.codeWhySession}</dd>
</dl>`

const deleteButton = (handlers: OwnContributionHandlers) =>
  button({
    text: words.delete.ask,
    kind: 'second',
    id: 'ask-delete',
    onClick: () => handlers.onConfirm('delete'),
  })

const confirm = (
  what: 'withdraw' | 'delete',
  { receipt }: ContributionRecord,
  handlers: OwnContributionHandlers,
) =>
  confirmation({
    ...(what === 'withdraw'
      ? {
          title: words.withdraw.title,
          consequence: words.withdraw.consequence,
          yes: words.withdraw.yes,
          onYes: handlers.onWithdraw,
        }
      : {
          title: words.delete.title,
          consequence: receipt ? words.delete.consequenceReceived : words.delete.consequence,
          yes: words.delete.yes,
          onYes: handlers.onDelete,
        }),
    onNo: () => handlers.onConfirm(undefined),
  })
