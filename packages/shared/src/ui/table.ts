import { html } from 'lit'
import type { Content } from './field.ts'

export interface TableOptions {
  readonly caption: string
  readonly columns: readonly Content[]
  /** The first cell of each row names the row. */
  readonly rows: readonly (readonly Content[])[]
}

/** A table of data. Where it is wider than the screen it scrolls inside its own box, which the keyboard can reach. */
export const table = ({ caption, columns, rows }: TableOptions) => html`<section
  class="table"
  aria-label=${caption}
  tabindex="0"
>
  <table>
    <caption>${caption}</caption>
    <thead><tr>${columns.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(([head, ...cells]) => html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
    </tbody>
  </table>
</section>`
