import { html, nothing } from 'lit'
import { reasonLimits } from '../../domain/moderation/decision.ts'
import type { ContributionReceipt, OwnContribution } from '../../domain/round/contribution.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { textarea } from '../../ui/textarea.ts'
import { ownContributionWords as words } from '../../words/own-contribution.ts'

/** What its author says to a decision, as it is being written. */
export interface AnswerForm {
  readonly text: string
  /** Why it could not be sent, in words. */
  readonly problem: string
  readonly busy: boolean
}

interface Decided {
  readonly standing?: Pick<OwnContribution, 'decided' | 'answer'>
  readonly answer: AnswerForm
}

interface AnswerHandlers {
  readonly onAnswer: (typed: string) => void
  readonly onSendAnswer: () => void
}

/** What a moderator decided and why, and the author's one answer to it. Nothing where the words are shown as they are, or wait. */
export function decisionView(
  { state, reason }: ContributionReceipt,
  { standing, answer }: Decided,
  handlers: AnswerHandlers,
) {
  if (reason === undefined && standing?.decided !== 'redact' && standing?.answer === undefined)
    return nothing
  return html`<section class="panel" aria-labelledby="decided">
    <h2 id="decided">${words.decision.title}</h2>
    ${reason === undefined ? nothing : html`<p dir="auto">${changing(reason)}</p>`}
    ${standing?.decided === 'redact' && state === 'accepted' ? html`<p>${words.decision.redact}</p>` : nothing}
    ${standing ? answerOf(standing.answer, answer, handlers) : html`<p>${words.decision.asked}</p>`}
  </section>`
}

function answerOf(stands: OwnContribution['answer'], answer: AnswerForm, handlers: AnswerHandlers) {
  if (stands === 'given' || stands === 'settled')
    return html`<p id="answer-given">${words.decision[stands]}</p>`
  return stands === 'may' ? answerForm(answer, handlers) : nothing
}

const answerForm = ({ text, problem, busy }: AnswerForm, handlers: AnswerHandlers) => html`<form
  novalidate
  method="dialog"
  @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onSendAnswer()
  }}
>
  ${textarea({
    id: 'answer',
    name: 'answer',
    title: words.answer.title,
    hint: words.answer.hint(reasonLimits.answer),
    rows: 4,
    value: text,
    error: problem || undefined,
    onInput: handlers.onAnswer,
  })}
  <div class="actions">${button({ text: words.answer.send, type: 'submit', kind: 'second' })}${busy ? html`<span class="quiet">…</span>` : nothing}</div>
</form>`
