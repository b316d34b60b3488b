import { html, nothing, type TemplateResult } from 'lit'
import type { TextPlace } from '../../domain/analysis/removal/take-out-words.ts'
import { analysisPaths } from '../../domain/site/analysis-paths.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { summaryList } from '../../ui/summary-list.ts'
import { removalWords } from '../../words/removal.ts'
import { responsesWords } from '../../words/responses.ts'
import { analysisFrame, type AnalysedConsultation } from './analysis-frame.view.ts'
import {
  erasureSection,
  takeOutForm,
  takeOutTitleId,
  type RemovalHandlers,
  type RemovalState,
} from './removal.view.ts'

/** One text of the response, and what it is called. */
export interface ShownText extends TextPlace {
  readonly key: string
  readonly label: string
  readonly text: string
}

export interface ResponseModel {
  readonly consultation: AnalysedConsultation
  readonly id: string
  readonly reference: string
  readonly revision: number
  /** What is known of it, in words. */
  readonly facts: readonly (readonly [string, string])[]
  readonly sections: readonly {
    readonly title: string
    readonly answers: readonly {
      readonly question: string
      readonly lines: readonly string[]
      /** Texts out of which this person may take words. */
      readonly texts: readonly ShownText[]
    }[]
  }[]
  /** Answers about equality that are not shown. */
  readonly apart: number
  readonly gone: boolean
  /** What was taken out, a sentence each. */
  readonly takenOut: readonly string[]
  /** Absent: whoever looks may not ask for it. */
  readonly erasure?: ShownErasure
}

/** What this person can do about erasing it. */
export interface ShownErasure {
  readonly asked?: {
    readonly id: string
    readonly said: string
    readonly reason: string
    /** They asked for it themselves, so another must do it. */
    readonly own: boolean
  }
}

/** What stands where the answers stood; it takes the focus once they are erased. */
export const goneId = 'gone'

/** One response on one page, also in print. */
export const responseView = (
  model: ResponseModel,
  state: RemovalState,
  handlers: RemovalHandlers,
): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'responses',
    heading: responsesWords.oneTitle(model.reference),
    before: state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing,
    content: html`
      <p class="topline"><a class="back" href=${analysisPaths.responses(model.consultation.id)}>${responsesWords.oneBack}</a></p>
      <div class="bench"><div class="stack">
        <h2 class="hidden-text">${responsesWords.answers}</h2>
        ${model.gone ? html`<p id=${goneId} tabindex="-1">${responsesWords.gone}</p>` : nothing}
        ${model.sections.map((section) => answersOf(section, state, handlers))}
        ${model.apart === 0 ? nothing : html`<p class="quiet">${responsesWords.apart(model.apart)}</p>`}
        ${takenOutList(model)}
        ${model.erasure ? erasureSection(model.erasure, state, handlers) : nothing}
      </div>
      <dl class="facts" aria-label=${responsesWords.facts}>${model.facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div>`,
  })

const answersOf = (
  { title, answers }: ResponseModel['sections'][number],
  state: RemovalState,
  handlers: RemovalHandlers,
) => html`<section>
  <h2>${title}</h2>
  ${summaryList({ rows: answers.map(({ question, lines }) => ({ key: question, lines })), none: responsesWords.notAnswered })}
  ${textsOf(answers, state, handlers)}
</section>`

/** The way to take words out stands below the answers of a section, so that reading them is not interrupted. */
function textsOf(
  answers: ResponseModel['sections'][number]['answers'],
  state: RemovalState,
  handlers: RemovalHandlers,
) {
  const texts = answers.flatMap((answer) => answer.texts)
  const open = texts.find(({ key }) => key === state.open)
  if (open) return takeOutForm(open, state, handlers)
  return texts.length === 0
    ? nothing
    : html`<p class="tools no-print">${texts.map(
        ({ key, label }) =>
          html`<button class="tool" type="button" id=${`take-out-${key}`} @click=${() => handlers.onOpen?.(key)}>${removalWords.takeOutTitle(label)}</button>`,
      )}</p>`
}

const takenOutList = ({ takenOut }: ResponseModel) =>
  takenOut.length === 0
    ? nothing
    : html`<section aria-labelledby=${takeOutTitleId}>
  <h2 id=${takeOutTitleId} tabindex="-1">${removalWords.takenOutTitle}</h2>
  <ul>${takenOut.map((said) => html`<li>${said}</li>`)}</ul>
</section>`
