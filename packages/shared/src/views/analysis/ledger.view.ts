import { html, nothing, type TemplateResult } from 'lit'
import type { Line, Way } from '../../domain/analysis/ledger/ledger-line.ts'
import { addsUp, type Ledger, type LedgerLine } from '../../domain/analysis/ledger/ledger.ts'
import { figures } from '../../domain/core/figures.ts'
import { analysisPaths } from '../../domain/site/analysis-paths.ts'
import { button } from '../../ui/button.ts'
import { notice } from '../../ui/notice.ts'
import { ledgerSentences, ledgerWords, lineNames, lineReasons } from '../../words/ledger.ts'
import { resultsWords } from '../../words/results.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { analysisFrame, type AnalysedConsultation } from './analysis-frame.view.ts'
import {
  alikeSection,
  decisionForm,
  nothingDecided,
  type LedgerHandlers,
  type LedgerState,
} from './ledger-acts.view.ts'

export interface LedgerModel {
  readonly consultation: AnalysedConsultation
  readonly ledger: Ledger
  readonly steps: readonly ShownStep[]
  /** Whoever looks may decide here. */
  readonly mayDecide: boolean
  /** The line that is open, with some of its responses. */
  readonly open?: OpenLine
}

export interface ShownStep {
  readonly id: string
  readonly moment: string
  readonly who: string
  readonly kind: string
  readonly reason: string
  readonly responses: number
  /** It can be taken back. */
  readonly standing: boolean
  readonly undone: boolean
}

export interface OpenLine {
  readonly line: Line
  readonly count: number
  readonly rows: readonly ShownRow[]
  /** Absent: these are the last. */
  readonly next?: string
}

export interface ShownRow {
  readonly id: string
  readonly reference: string
  readonly finished: string
  readonly cameOn: string
  readonly decidedBy: string | null
  readonly reason: string | null
}

/** Every response on one line each: a table, sentences, and what was decided by hand. */
export const ledgerView = (
  model: LedgerModel,
  state: LedgerState = nothingDecided,
  handlers: LedgerHandlers = {},
): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'ledger',
    heading: ledgerWords.title,
    before: state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing,
    content: html`
      ${model.ledger.cameIn === 0 ? html`<p class="lede">${ledgerWords.nothing}</p>` : lede(model.ledger)}
      <dl class="sum">${sums(model.ledger)}</dl>
      <div class="bench"><div class="stack">
        ${ledgerTable(model)}
        ${model.open ? openLine(model, model.open, { state, handlers }) : nothing}
        ${model.mayDecide && model.ledger.cameIn > 1 ? alikeSection(state, handlers) : nothing}
      </div><div class="stack">
        ${sentences(model.ledger)}
        ${lately(model, handlers)}
      </div></div>`,
  })

const lede = (ledger: Ledger) =>
  addsUp(ledger)
    ? html`<p class="lede">${ledgerWords.lede(ledger.cameIn)} <strong>${ledgerWords.addsUp(ledger.countedTotal, ledger.notCountedTotal, ledger.cameIn)}</strong></p>`
    : notice({
        tone: 'warning',
        title: ledgerWords.amiss(ledger.countedTotal + ledger.notCountedTotal, ledger.cameIn),
        content: ledgerWords.amissMore,
      })

const sums = ({ cameIn, countedTotal, notCountedTotal, withoutLine }: Ledger) =>
  [
    { words: ledgerWords.cameIn, count: cameIn, of: '' },
    { words: ledgerWords.counted, count: countedTotal, of: 'in' },
    { words: ledgerWords.notCounted, count: notCountedTotal, of: '' },
    { words: ledgerWords.withoutLine, count: withoutLine, of: '' },
  ].map(
    ({ words, count, of }) =>
      html`<div class=${of}><dt>${words}</dt><dd>${figures(count)}</dd></div>`,
  )

const ledgerTable = ({
  consultation,
  ledger,
}: LedgerModel) => html`<section aria-labelledby="as-table">
  <h2 id="as-table">${ledgerWords.asTable}</h2>
  <section class="table all lines" tabindex="0" aria-label=${ledgerWords.caption}><table>
    <caption>${ledgerWords.caption}</caption>
    <thead><tr><th scope="col">${ledgerWords.line}</th><th scope="col" class="n">${ledgerWords.responses}</th><th scope="col">${ledgerWords.why}</th></tr></thead>
    <tbody>
      ${totalRow(ledgerWords.cameIn, ledger.cameIn, ledgerWords.sumOfWays)}
      ${ledger.byWay.filter(({ count }) => count > 0).map(({ way, count }) => html`<tr class="of"><th scope="row">${wayName(way)}</th><td class="n">${figures(count)}</td><td></td></tr>`)}
    </tbody>
    <tbody>
      ${totalRow(ledgerWords.counted, ledger.countedTotal, ledgerWords.inEveryResult)}
      ${ledger.counted.map((line) => lineRow(consultation, line))}
    </tbody>
    <tbody>
      ${totalRow(ledgerWords.notCounted, ledger.notCountedTotal, ledgerWords.kept)}
      ${ledger.notCounted.map((line) => lineRow(consultation, line))}
    </tbody>
  </table></section>
</section>`

const wayName = (way: Way): string => resultsWords.ways[way]

const totalRow = (words: string, count: number, why: string) =>
  html`<tr class="total"><th scope="row">${words}</th><td class="n">${figures(count)}</td><td>${why}</td></tr>`

const lineRow = ({ id }: AnalysedConsultation, { line, count }: LedgerLine) => html`<tr class="of">
  <th scope="row">${
    count === 0
      ? lineNames[line]
      : html`<a class="tool" href=${`${analysisPaths.ledger(id)}?line=${line}#line`}>${lineNames[line]}</a>`
  }</th>
  <td class="n">${figures(count)}</td><td>${count === 0 ? nothing : lineReasons[line]}</td>
</tr>`

const openLine = (
  { consultation: { id }, mayDecide }: LedgerModel,
  open: OpenLine,
  acting: { readonly state: LedgerState; readonly handlers: LedgerHandlers },
) => {
  const { line, count, rows, next } = open
  const decides = mayDecide && rows.length > 0 && line !== 'withdrawn' && line !== 'erased'
  return html`<section
  id="line" aria-labelledby="line-title"
>
  <h2 id="line-title" tabindex="-1">${ledgerWords.opened(lineNames[line], count)}</h2>
  ${rows.length === 0 ? html`<p>${ledgerWords.noneOnLine}</p>` : nothing}
  <ol class="log plain">${rows.map(
    (
      row,
    ) => html`<li><span><a href=${analysisPaths.response(id, row.reference)}><strong>${row.reference}</strong></a>, ${ledgerWords.finished(row.finished, row.cameOn)}.
      ${row.decidedBy === null ? nothing : ledgerWords.decided(row.decidedBy, row.reason ?? '')}</span></li>`,
  )}</ol>
  ${rows.length < count ? html`<p class="quiet">${ledgerWords.firstShown(rows.length, count)}</p>` : nothing}
  ${next === undefined ? nothing : html`<p><a class="tool" href=${`${analysisPaths.ledger(id)}?line=${line}&after=${next}#line`}>${ledgerWords.nextOnLine}</a></p>`}
  ${decides ? decisionForm(open, acting.state, acting.handlers) : nothing}
</section>`
}

const sentences = (ledger: Ledger) => html`<section class="panel" aria-labelledby="as-words">
  <h2 id="as-words">${ledgerWords.asWords}</h2>
  ${ledgerSentences(ledger).map((sentence) => html`<p>${sentence}</p>`)}
  ${ledger.cameIn === 0 ? nothing : html`<p>${ledgerWords.nothingDeleted}</p>`}
</section>`

const lately = (
  { steps, mayDecide }: LedgerModel,
  handlers: LedgerHandlers,
) => html`<section aria-labelledby="lately">
  <h2 id="lately" tabindex="-1">${ledgerWords.lately}</h2>
  ${steps.length === 0 ? html`<p>${ledgerWords.noneLately}</p>` : html`<ol class="log plain">${steps.map((step) => stepItem(step, mayDecide, handlers))}</ol>`}
  <p class="quiet">${ledgerWords.undoNote}</p>
</section>`

function stepItem(step: ShownStep, mayUndo: boolean, { onUndo }: LedgerHandlers): TemplateResult {
  const what = ledgerWords.steps[step.kind]?.(step.responses) ?? step.kind
  const said = ledgerWords.step(step.moment, step.who, what)
  return html`<li><span>${said}${step.reason === '' ? nothing : ledgerWords.reason(step.reason)}${step.undone ? html` ${ledgerWords.undone}` : nothing}</span>
    ${
      mayUndo && step.standing
        ? button({
            text: ledgerWords.undo,
            kind: 'quiet',
            hidden: `: ${said}`,
            onClick: () => onUndo?.(step.id),
          })
        : nothing
    }</li>`
}
