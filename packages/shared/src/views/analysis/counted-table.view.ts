import { html, nothing, type TemplateResult } from 'lit'
import { hiddenText } from '../../ui/field.ts'
import { figures } from '../../domain/core/figures.ts'
import type { PublishedCount } from '../../domain/analysis/disclosure/published-count.ts'
import { resultsWords } from '../../words/results.ts'

/** A number as it is shown: "*" is also said in words. */
export const countCell = (count: PublishedCount): unknown => {
  if (count === 'small')
    return html`<span aria-hidden="true">*</span>${hiddenText(resultsWords.hidden)}`
  if (count === 'withheld')
    return html`<span aria-hidden="true">–</span>${hiddenText(resultsWords.withheld)}`
  return figures(count)
}

export interface CountedRow {
  readonly label: string
  readonly count: PublishedCount
  /** In whole percent of those in the table; absent where it is not said. */
  readonly share?: number
}

export interface CountedTable {
  readonly caption: string
  readonly title: string
  readonly rows: readonly CountedRow[]
  readonly answered: PublishedCount
}

/** One number a line: bars that grow with the text, and the words and figures beside them as text. Read without colour. */
export function barChart({ title, rows }: CountedTable): TemplateResult {
  const most = Math.max(1, ...rows.map(({ count }) => (typeof count === 'number' ? count : 0)))
  const width = (count: PublishedCount): string =>
    `${typeof count === 'number' ? Math.round((count / most) * 680) / 10 : 0}%`
  return html`<div class="chart" role="img" aria-label=${resultsWords.chartName(title)}>
    ${rows.map(
      ({ label, count, share }) =>
        html`<p><b>${label}</b><span><svg width=${width(count)} height="1.5em" aria-hidden="true"><rect width="100%" height="100%" rx="3" fill="currentColor"></rect></svg> ${countCell(count)}${share === undefined ? nothing : html`, ${share}%`}</span></p>`,
    )}
  </div>`
}

/** The same numbers as a table, with what they are of. */
export const countedTable = ({
  caption,
  title,
  rows,
  answered,
}: CountedTable): TemplateResult => html`<section
  class="table all" tabindex="0" aria-label=${`${title}: ${caption}`}
><table>
  <caption>${caption}</caption>
  <thead><tr><th scope="col">${resultsWords.answer}</th><th scope="col" class="n">${resultsWords.people}</th><th scope="col" class="n">${resultsWords.share}</th></tr></thead>
  <tbody>
    ${rows.map(
      ({ label, count, share }) =>
        html`<tr><th scope="row">${label}</th><td class="n">${countCell(count)}</td><td class="n">${share === undefined ? '–' : `${share}%`}</td></tr>`,
    )}
    <tr class="total"><th scope="row">${resultsWords.answered}</th><td class="n">${countCell(answered)}</td><td class="n"></td></tr>
  </tbody>
</table></section>`
