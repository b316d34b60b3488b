import { html, nothing } from 'lit'
import type { Content } from './field.ts'

export interface TableOptions {
  readonly caption: string
  readonly columns: readonly Content[]
  /** The first cell of each row names the row. */
  readonly rows: readonly (readonly Content[])[]
}

/**
 * A table of data. Where it is wider than the screen it scrolls inside its own box, which the keyboard can reach. On a narrow
 * screen a table of several columns is read as cards: each cell says what it is about.
 */
export const table = ({ caption, columns, rows }: TableOptions) => html`<section
  class=${columns.length > 2 ? 'table stacks' : 'table'}
  aria-label=${caption}
  tabindex="0"
>
  <table>
    <caption>${caption}</caption>
    <thead><tr>${columns.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(([head, ...cells]) => html`<tr><th scope="row">${head}</th>${cells.map((cell, index) => html`<td>${columns.length > 2 ? html`<span class="cell-head" aria-hidden="true">${columns[index + 1]}</span>` : nothing}${cell}</td>`)}</tr>`)}
    </tbody>
  </table>
</section>`
