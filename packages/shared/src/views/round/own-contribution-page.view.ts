import { html, nothing } from 'lit'
import type { ContributionRecord } from '../../domain/device/contribution-record.ts'
import { backLink } from '../../ui/back-link.ts'
import { button, linkButton } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { pageTitleId } from '../../ui/field.ts'
import { ownContributionWords as words } from '../../words/own-contribution.ts'
import { roundProblemWords } from '../../words/round-problem.ts'
import { paragraphsOf } from './contribution.view.ts'
import { replyAddress, roundAddress, saidAddress, sayAddress } from './round-address.ts'

export interface OwnContributionModel {
  readonly record: ContributionRecord
  /** False when this record is in this tab only, and gone when it is closed. */
  readonly kept: boolean
  /** Why the last attempt to send did not get through, in words. */
  readonly trouble: string
}

export interface OwnContributionHandlers {
  readonly onSendNow: () => void
  readonly onDelete: () => void
}

/** What has become of one contribution, with its words and its private code. */
export const ownContributionView = (
  model: OwnContributionModel,
  handlers: OwnContributionHandlers,
) => html`<div class="wrap">
  ${backLink({ href: '/my-responses', text: 'My drafts and responses' })}
  <p class="eyebrow">${model.record.draft.title}</p>
  <h1 id=${pageTitleId}>${changing(words.title(model.record.state))}</h1>
  ${stateOf(model, handlers)}
  ${model.record.state === 'draft' ? nothing : codeOf(model.record)}
  <section class="panel" aria-labelledby="own-words"><h2 id="own-words">${words.said}</h2>${paragraphsOf(model.record.draft.said.text)}</section>
  <div class="actions"><a href=${roundAddress(model.record.draft.slug)}>${words.back}</a></div>
</div>`

function stateOf(
  { record, kept, trouble }: OwnContributionModel,
  handlers: OwnContributionHandlers,
) {
  switch (record.state) {
    case 'draft':
      return html`<p class="lede">${words.drafting.words(whereKept(record, kept))}</p>
        <div class="actions">${linkButton({ href: formAddress(record), text: words.drafting.goOn })} ${deleteButton(handlers)}</div>`
    case 'waiting':
      return html`<p class="lede">${record.draft.ownDevice && kept ? words.waitingKept : words.waitingTab}</p>
        ${trouble ? html`<p>${changing(trouble)}</p>` : nothing}
        <div class="actions">${button({ text: words.sendNow, onClick: handlers.onSendNow })}</div>`
    case 'refused':
      return html`<p class="lede">${kept ? words.refusedKept : words.refusedTab}</p>
        <ul>${record.problems.map((problem) => html`<li>${roundProblemWords(problem)}</li>`)}</ul>
        <div class="actions">${linkButton({ href: formAddress(record), text: words.lookAgain })} ${deleteButton(handlers)}</div>`
    case 'received':
      return html`<p class="lede">${changing(words.received(record.receipt.state))}</p>
        ${record.receipt.late ? html`<p>${words.late}</p>` : nothing}
        ${record.receipt.number === undefined ? nothing : html`<p><a class="go" href=${saidAddress(record.draft.slug, record.receipt.number)}>${words.seeIt}</a></p>`}`
  }
}

function whereKept({ draft }: ContributionRecord, kept: boolean): string {
  if (!kept) return words.drafting.tab
  return draft.ownDevice ? words.drafting.kept : words.drafting.session
}

/** The form again, with what is kept in it. */
const formAddress = ({ draft: { slug, inReplyTo, id } }: ContributionRecord): string =>
  `${inReplyTo === undefined ? sayAddress(slug) : replyAddress(slug, inReplyTo)}?said=${id}`

const codeOf = ({ draft }: ContributionRecord) => html`<dl class="facts receipt">
  <dt>${words.code}</dt><dd class="code">${draft.code}</dd>
  <dd>${words.codeWhy}</dd>
</dl>`

const deleteButton = (handlers: OwnContributionHandlers) =>
  button({ text: 'Delete from this device', kind: 'second', onClick: handlers.onDelete })
