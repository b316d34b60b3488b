import { html, nothing } from 'lit'
import type { ReportRecord, ReportRefusal } from '../../domain/device/report-record.ts'
import { reportReasons, type ReportReason } from '../../domain/moderation/report.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { radios } from '../../ui/radios.ts'
import { textarea } from '../../ui/textarea.ts'
import { reportLabels } from '../../words/moderation.ts'
import {
  reportRefusalWords,
  reportStateWords,
  reportWords as words,
} from '../../words/contribution-report.ts'
import { helpNowLine } from '../help-request/help-now-link.view.ts'
import { saidAddress } from '../round/round-address.ts'

export interface ReportPageModel {
  readonly slug: string
  readonly number: number
  readonly reason: ReportReason | undefined
  readonly words: string
  readonly problems: readonly (ReportRefusal | { readonly code: 'reason-missing' })[]
  readonly trouble: string
  /** What this device reported of this contribution before. */
  readonly record?: ReportRecord
}

export interface ReportPageHandlers {
  readonly onReason?: (reason: ReportReason) => void
  readonly onWords?: (words: string) => void
  readonly onSend?: () => void
  readonly onFollow?: (controlId: string) => void
  readonly onLookAgain?: () => void
}

/** Reports a contribution once from each device, and says what came of it. */
export const reportPageView = (
  model: ReportPageModel,
  handlers: ReportPageHandlers = {},
) => html`<div class="wrap">
  ${backLink({ href: saidAddress(model.slug, model.number), text: words.see })}
  ${
    model.problems.length > 0
      ? errorSummary({
          items: model.problems.map((problem) => ({
            href: hrefOf(problem),
            text: problemText(problem),
          })),
          ...(handlers.onFollow ? { onFollow: handlers.onFollow } : {}),
        })
      : nothing
  }
  <p class="eyebrow">${words.about(model.number)}</p>
  <h1 id=${pageTitleId}>${words.title}</h1>
  ${model.record ? toldView(model.record, handlers) : formView(model, handlers)}
  ${helpNowLine(saidAddress(model.slug, model.number))}
</div>`

type Problem = ReportPageModel['problems'][number]

const hrefOf = ({ code }: Problem): string =>
  code === 'report-words-missing' || code === 'report-words-too-long'
    ? '#report-words'
    : '#report-reason'

const problemText = (problem: Problem): string =>
  problem.code === 'reason-missing' ? words.chooseReason : reportRefusalWords(problem)

const errorAt = ({ problems }: ReportPageModel, href: string) => {
  const problem = problems.find((one) => hrefOf(one) === href)
  return problem ? { error: problemText(problem) } : {}
}

const toldView = (
  record: ReportRecord,
  handlers: ReportPageHandlers,
) => html`<section class="part" aria-labelledby="told">
  <h2 id="told">${words.told}</h2>
  <p><strong>${reportLabels[record.draft.reason]}</strong></p>
  ${record.draft.words === undefined ? nothing : html`<p class="said" dir="auto">“${record.draft.words}”</p>`}
  <p id="report-state">${changing(reportStateWords(record))}</p>
  <div class="actions">${button({ text: words.again, kind: 'second', onClick: () => handlers.onLookAgain?.() })}</div>
</section>`

const formView = (
  model: ReportPageModel,
  handlers: ReportPageHandlers,
) => html`<p class="lede">${words.lede}</p>
<form method="dialog" novalidate @submit=${(event: Event) => {
  event.preventDefault()
  handlers.onSend?.()
}}>
  ${radios({
    id: 'report-reason',
    name: 'reason',
    title: words.why,
    ...errorAt(model, '#report-reason'),
    items: reportReasons
      .toSorted((one, other) => Number(other === 'worried') - Number(one === 'worried'))
      .map((reason) => ({
        value: reason,
        text: reportLabels[reason],
        checked: model.reason === reason,
      })),
    onChange: (reason) => handlers.onReason?.(reason as ReportReason),
  })}
  ${textarea({
    id: 'report-words',
    name: 'words',
    title: words.words,
    optional: model.reason !== 'other',
    hint: words.wordsHint,
    rows: 3,
    value: model.words,
    ...errorAt(model, '#report-words'),
    onInput: (typed) => handlers.onWords?.(typed),
  })}
  <p class="saved failed">${model.trouble ? changing(model.trouble) : nothing}</p>
  <div class="actions">${button({ type: 'submit', text: words.send })}</div>
</form>`
