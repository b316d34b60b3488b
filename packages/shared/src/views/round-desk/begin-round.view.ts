import { html, nothing } from 'lit'
import { roundDeskPaths } from '../../domain/site/round-desk-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, pageTitleId } from '../../ui/field.ts'
import { textInput } from '../../ui/text-input.ts'
import { roundDeskWords as words } from '../../words/round-desk.ts'

export interface BeginRoundModel {
  readonly title: string
  /** The finished discussion that this one follows. */
  readonly after: { readonly id: string; readonly title: string } | null
  readonly problem?: string
}

export interface BeginRoundHandlers {
  readonly onTitle?: (title: string) => void
  readonly onBegin?: () => void
}

/** Begins a discussion: its title. */
export const beginRoundView = (
  { title, after, problem }: BeginRoundModel,
  { onTitle, onBegin }: BeginRoundHandlers = {},
) => html`<div class="wrap">
  ${backLink({ href: roundDeskPaths.list, text: words.list })}
  ${problem ? errorSummary({ items: [{ href: fieldHref('title'), text: problem }] }) : nothing}
  <h1 id=${pageTitleId}>${words.begin}</h1>
  <p class="lede">${after ? words.beginAfter(after.title) : words.beginLede}</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    onBegin?.()
  }}>
    ${textInput({
      id: 'title',
      name: 'title',
      title: words.titleLabel,
      hint: words.titleHint,
      value: title,
      ...(problem ? { error: problem } : {}),
      ...(onTitle ? { onInput: onTitle } : {}),
    })}
    <div class="actions">${button({ type: 'submit', text: words.beginButton })}</div>
  </form>
</div>`
