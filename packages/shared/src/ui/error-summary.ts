import { html } from 'lit'
import { changing } from './changing.ts'
import { asTheyAre, fieldHref, type OwnWords } from './field.ts'

export interface ErrorSummaryOptions {
  /** Absent: "There is a problem". */
  readonly title?: string
  /** As in a field. */
  readonly own?: OwnWords
  readonly items: readonly { readonly href: string; readonly text: string }[]
  /** Called with the id of the control; the caller brings its question into view and focuses it. Absent: a plain link. */
  readonly onFollow?: (controlId: string) => void
}

/** The same words for the field that an item leads to, so that they stand beside it as well. */
export function errorAt(
  items: ErrorSummaryOptions['items'],
  controlId: string,
): { readonly error?: string } {
  const found = items.find(({ href }) => href === fieldHref(controlId))
  return found ? { error: found.text } : {}
}

/** The id of the summary, which the caller focuses after drawing it. */
export const errorSummaryId = 'error-summary'

/**
 * Every problem on the page, first in it. A named group that takes the focus, and not `role=alert`: an alert inside a
 * focused element is read out in a jumble by Orca in Chromium, and not at all in Firefox.
 */
export const errorSummary = ({
  title = 'There is a problem',
  items,
  own = asTheyAre,
  onFollow,
}: ErrorSummaryOptions) => html`<div
  class="summary"
  id=${errorSummaryId}
  role="group"
  aria-labelledby="error-summary-title"
  tabindex="-1"
>
  <h2 id="error-summary-title">${own(title)}</h2>
  <ul class="plain">
    ${items.map(
      ({ href, text }) =>
        html`<li><a href=${href} @click=${(event: Event) => {
          if (!onFollow) return
          event.preventDefault()
          onFollow(href.slice(1))
        }}>${own(changing(text))}</a></li>`,
    )}
  </ul>
</div>`
