import { html, nothing } from 'lit'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { textInput } from '../../ui/text-input.ts'

export interface OpenResponseModel {
  readonly reference: string
  readonly code: string
  readonly problems: {
    readonly reference?: string
    readonly code?: string
    readonly whole?: string
  }
  readonly busy: boolean
}

export interface OpenResponseHandlers {
  readonly onReference: (typed: string) => void
  readonly onCode: (typed: string) => void
  readonly onOpen: () => void
  readonly onFollow: (controlId: string) => void
}

/** Opens a received response with what is on its receipt, on any device. */
export const openResponseView = (
  model: OpenResponseModel,
  handlers: OpenResponseHandlers,
) => html`<div class="wrap">
  ${backLink({ href: '/my-responses', text: 'My drafts and responses' })}
  ${summaryOf(model, handlers)}
  <h1 id=${pageTitleId}>Open your response</h1>
  <p class="lede">You need the reference and the private code from your receipt, and a connection.</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onOpen()
  }}>
    ${textInput({
      id: 'reference',
      name: 'reference',
      title: 'Reference',
      hint: 'Four letters and four digits, like ABCD-1234',
      value: model.reference,
      width: 10,
      spellcheck: false,
      error: model.problems.reference,
      onInput: handlers.onReference,
    })}
    ${textInput({
      id: 'code',
      name: 'code',
      title: 'Private code',
      hint: 'Twenty letters and digits, in five groups of four',
      value: model.code,
      spellcheck: false,
      error: model.problems.code,
      onInput: handlers.onCode,
    })}
    <div class="actions">${button({ text: 'Open my response', type: 'submit' })}${model.busy ? html`<span class="quiet">Opening…</span>` : nothing}</div>
  </form>
</div>`

function summaryOf({ problems }: OpenResponseModel, handlers: OpenResponseHandlers) {
  const items = [
    problems.reference && { href: '#reference', text: problems.reference },
    problems.code && { href: '#code', text: problems.code },
    problems.whole && { href: '#reference', text: problems.whole },
  ].filter((item) => typeof item === 'object')
  return items.length > 0 ? errorSummary({ items, onFollow: handlers.onFollow }) : nothing
}
