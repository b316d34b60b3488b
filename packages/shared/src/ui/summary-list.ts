import { html, nothing } from 'lit'
import { changing } from './changing.ts'
import { type Content, hiddenText } from './field.ts'

export interface SummaryRow {
  readonly key: Content
  /** What was said, line by line; empty: `none` in its place. */
  readonly lines: readonly Content[]
  /** "Change", and after it, hidden, what: "how you travel". */
  readonly action?: {
    readonly id?: string
    readonly href: string
    readonly text: Content
    readonly hidden: Content
  }
}

export interface SummaryListOptions {
  readonly rows: readonly SummaryRow[]
  /** Absent: "Not answered". */
  readonly none?: Content
}

/** What was asked and what was said, with a way to each. Line breaks in what was said are kept. */
export const summaryList = ({
  rows,
  none = 'Not answered',
}: SummaryListOptions) => html`<dl class="answers">
  ${rows.map(
    ({ key, lines, action }) => html`<div>
    <dt>${key}</dt>
    <dd>${lines.length > 0 ? lines.map((line) => html`<p class="said" dir="auto">${changing(line)}</p>`) : html`<p class="quiet">${none}</p>`}</dd>
    ${action ? html`<dd class="act"><a id=${action.id ?? nothing} href=${action.href}>${action.text}${hiddenText(action.hidden)}</a></dd>` : nothing}
  </div>`,
  )}
</dl>`
