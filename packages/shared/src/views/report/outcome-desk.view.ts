import { html, nothing, type TemplateResult } from 'lit'
import type { FrozenResults, ResultTable } from '../../domain/report/frozen-results.ts'
import {
  emptyOutcome,
  type OutcomeDraft,
  type OutcomeProblem,
  type PointDraft,
} from '../../domain/report/outcome-draft.ts'
import { button, linkButton } from '../../ui/button.ts'
import { dateInput } from '../../ui/date-input.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { notice } from '../../ui/notice.ts'
import { textarea } from '../../ui/textarea.ts'
import { outcomeProblemWords, reportWords } from '../../words/report.ts'
import { analysisFrame, type AnalysedConsultation } from '../analysis/analysis-frame.view.ts'
import { countCell } from '../analysis/counted-table.view.ts'
import { outcomeForm } from './outcome-form.view.ts'

export interface OutcomeDeskModel {
  readonly consultation: AnalysedConsultation & { readonly slug: string }
  readonly revision: number
  readonly document: OutcomeDraft
  readonly saved?: { readonly moment: string; readonly by: string }
  readonly frozen: FrozenResults | null
  readonly frozenMoment: string
  readonly frozenBy: string
  readonly state: 'writing' | 'asked' | 'published'
  readonly askedBy: string
  readonly askedMoment: string
  readonly own: boolean
  readonly sentBack: string | null
  readonly publishedMoment: string
  readonly publishedBy: string
  readonly problems: readonly OutcomeProblem[]
  readonly themes: readonly { readonly id: string; readonly name: string }[]
  /** Absent until it has closed. */
  readonly clock?: {
    readonly by: string
    readonly left: number
    readonly week: number
    readonly of: number
  }
  readonly closes: string
  readonly mayWrite: boolean
  readonly maySign: boolean
  readonly maySayLate: boolean
}

export interface OutcomeState {
  readonly document: OutcomeDraft
  readonly changed: boolean
  readonly note: string
  readonly late: {
    readonly reason: string
    readonly day: string
    readonly month: string
    readonly year: string
  }
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export const untouched = (document: OutcomeDraft = emptyOutcome): OutcomeState => ({
  document,
  changed: false,
  note: '',
  late: { reason: '', day: '', month: '', year: '' },
  problems: [],
})

export interface OutcomeHandlers {
  readonly onWrite?: (changes: Partial<OutcomeDraft>) => void
  readonly onPoint?: (id: string, changes: Partial<PointDraft>) => void
  readonly onAddPoint?: () => void
  readonly onRemovePoint?: (id: string) => void
  readonly onSave?: () => void
  readonly onFreeze?: () => void
  readonly onAsk?: () => void
  readonly onSign?: () => void
  readonly onNote?: (note: string) => void
  readonly onSendBack?: () => void
  readonly onLate?: (late: Partial<OutcomeState['late']>) => void
  readonly onSayLate?: () => void
}

/** Where an outcome is written beside the frozen results, signed by a second person, and published. */
export const outcomeDeskView = (
  model: OutcomeDeskModel,
  state: OutcomeState = untouched(model.document),
  handlers: OutcomeHandlers = {},
): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'outcome',
    heading: reportWords.title,
    before: state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing,
    content: html`
      ${clock(model)}
      ${model.sentBack ? notice({ tone: 'warning', content: html`<p>${reportWords.sentBack(model.sentBack)}</p>` }) : nothing}
      <div class="bench halves">
        <div>${model.state === 'published' ? published(model) : outcomeForm(model, state, handlers)}</div>
        ${frozenResults(model, handlers)}
      </div>
      ${model.state === 'published' ? nothing : signing(model, state, handlers)}
      ${model.state !== 'published' && model.maySayLate && model.clock ? late(state, handlers) : nothing}`,
  })

const clock = ({ clock: time, closes }: OutcomeDeskModel) =>
  time === undefined
    ? html`<p>${reportWords.notClosed(closes)}</p>`
    : html`<p><span class=${time.left < 0 ? 'mark due' : 'mark going'}>${reportWords.daysLeft(time.by, time.left)}</span></p>
      <p>${reportWords.week(time.week, time.of)} ${reportWords.promised(time.by)}</p>`

const published = ({ publishedMoment, publishedBy, consultation }: OutcomeDeskModel) =>
  html`${notice({ tone: 'good', content: html`<p>${reportWords.published(publishedMoment, publishedBy)}</p>` })}
    <div class="actions">${linkButton({ href: `/consultations/${consultation.slug}/outcome`, text: reportWords.lookAt })}</div>`

const frozenResults = (
  { frozen, frozenMoment, frozenBy, mayWrite, state, clock: time }: OutcomeDeskModel,
  { onFreeze }: OutcomeHandlers,
) => html`<section aria-labelledby="frozen">
  <h2 id="frozen" tabindex="-1">${reportWords.frozenTitle}</h2>
  ${
    frozen
      ? html`<p>${reportWords.frozenOn(frozenMoment, frozen.responses, frozenBy)}</p>${frozen.tables.map(frozenTable)}`
      : html`<p>${reportWords.notFrozen}</p>`
  }
  ${
    mayWrite && state !== 'published' && time
      ? html`<div class="actions">${button({ kind: 'second', text: frozen ? reportWords.freezeAgain : reportWords.freeze, onClick: () => onFreeze?.() })}</div>`
      : nothing
  }
</section>`

const frozenTable = (table: ResultTable) => html`<section
  class="table all" tabindex="0" aria-label=${table.title}
><table>
  <caption>${table.title}</caption>
  <thead><tr><th scope="col">Answer</th><th scope="col" class="n">People</th></tr></thead>
  <tbody>
    ${table.rows.map(({ label, count }) => html`<tr><th scope="row">${label}</th><td class="n">${countCell(count)}</td></tr>`)}
    <tr class="total"><th scope="row">Answered</th><td class="n">${countCell(table.answered)}</td></tr>
  </tbody>
</table></section>`

function signing(model: OutcomeDeskModel, state: OutcomeState, handlers: OutcomeHandlers) {
  const places = new Map(model.document.points.map(({ id }, index) => [id, index + 1]))
  const placeOf = ({ at }: OutcomeProblem) => places.get(at.split('.')[1] ?? '')
  return html`<section class="part" aria-labelledby="signing">
    <h2 id="signing" tabindex="-1">${reportWords.before}</h2>
    ${
      model.problems.length === 0
        ? html`<p><span class="mark good">${reportWords.nothingLeft}</span></p>`
        : html`<ul>${model.problems.map((problem) => html`<li>${outcomeProblemWords(problem, placeOf(problem))}</li>`)}</ul>`
    }
    ${model.state === 'asked' ? sign(model, state, handlers) : nothing}
    ${
      model.state === 'writing' && model.mayWrite && model.problems.length === 0
        ? html`<div class="actions">${button({ text: reportWords.ask, onClick: () => handlers.onAsk?.() })}</div>`
        : nothing
    }
  </section>`
}

const sign = (model: OutcomeDeskModel, state: OutcomeState, handlers: OutcomeHandlers) => html`
  <p>${reportWords.asked(model.askedBy, model.askedMoment)} ${reportWords.writingTakesBack}</p>
  ${model.own ? html`<p>${reportWords.ownRequest}</p>` : nothing}
  ${
    model.maySign && !model.own
      ? html`<div class="actions">${button({ text: reportWords.sign, onClick: () => handlers.onSign?.() })}</div>
        <form method="dialog" novalidate @submit=${(event: Event) => {
          event.preventDefault()
          handlers.onSendBack?.()
        }}>${textarea({
          id: 'note',
          name: 'note',
          title: reportWords.note,
          hint: reportWords.noteHint,
          rows: 3,
          value: state.note,
          onInput: (note) => handlers.onNote?.(note),
        })}<div class="actions">${button({ type: 'submit', kind: 'second', text: reportWords.sendBack })}</div></form>`
      : nothing
  }`

const late = (state: OutcomeState, handlers: OutcomeHandlers) => html`<section
  class="part" aria-labelledby="late"
>
  <h2 id="late" tabindex="-1">${reportWords.lateTitle}</h2>
  <p>${reportWords.lateLede}</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onSayLate?.()
  }}>
    ${textarea({ id: 'late-reason', name: 'late-reason', title: reportWords.lateReason, rows: 3, value: state.late.reason, onInput: (reason) => handlers.onLate?.({ reason }) })}
    ${dateInput({ id: 'late-by', name: 'late-by', title: reportWords.lateBy, value: state.late, onInput: (part, value) => handlers.onLate?.({ [part]: value }) })}
    <div class="actions">${button({ type: 'submit', kind: 'second', text: reportWords.lateSay })}</div>
  </form>
</section>`
