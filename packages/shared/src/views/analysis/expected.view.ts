import { html, nothing, type TemplateResult } from 'lit'
import type { TypedPeople } from '../../domain/analysis/typed-population.ts'
import { analysisPaths } from '../../domain/site/analysis-paths.ts'
import { button } from '../../ui/button.ts'
import { errorAt, errorSummary } from '../../ui/error-summary.ts'
import { textInput } from '../../ui/text-input.ts'
import { expectedWords } from '../../words/expected.ts'
import { analysisFrame, type AnalysedConsultation } from './analysis-frame.view.ts'

export interface ExpectedModel {
  readonly consultation: AnalysedConsultation
  readonly questions: readonly { readonly id: string; readonly title: string }[]
  readonly question?: {
    readonly id: string
    readonly title: string
    readonly options: readonly { readonly code: string; readonly label: string }[]
  }
  readonly source: string
  readonly people: TypedPeople
}

export interface ExpectedState {
  readonly source: string
  readonly people: TypedPeople
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export interface ExpectedHandlers {
  readonly onType?: (typed: Partial<ExpectedState>) => void
  readonly onSave?: () => void
}

/** Where staff enter how many people there are in each group, to be held against who takes part. */
export const expectedView = (
  model: ExpectedModel,
  state: ExpectedState = { source: model.source, people: model.people, problems: [] },
  handlers: ExpectedHandlers = {},
): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'expected',
    heading: expectedWords.title,
    before: state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing,
    content: html`<p class="lede">${expectedWords.lede}</p>
      <h2>${expectedWords.choose}</h2>
      ${model.questions.length === 0 ? html`<p>${expectedWords.noQuestions}</p>` : nothing}
      <ul class="plain">${model.questions.map(
        ({ id, title }) =>
          html`<li><a class="tool" href=${analysisPaths.expected(model.consultation.id, id)} aria-current=${id === model.question?.id ? 'page' : 'false'}>${title}</a></li>`,
      )}</ul>
      ${model.question ? form(model.question, state, handlers) : nothing}`,
  })

const form = (
  { title, options }: NonNullable<ExpectedModel['question']>,
  state: ExpectedState,
  { onType, onSave }: ExpectedHandlers,
) => html`<form method="dialog" novalidate @submit=${(event: Event) => {
  event.preventDefault()
  onSave?.()
}}>
  <h2 id="groups" tabindex="-1">${title}</h2>
  ${textInput({
    id: 'source',
    name: 'source',
    title: expectedWords.source,
    hint: expectedWords.sourceHint,
    value: state.source,
    ...errorAt(state.problems, 'source'),
    onInput: (source) => onType?.({ source }),
  })}
  ${options.map(({ code, label }) =>
    textInput({
      id: `people-${code}`,
      name: `people-${code}`,
      title: expectedWords.people(label),
      width: 10,
      inputmode: 'numeric',
      value: state.people[code] ?? '',
      ...errorAt(state.problems, `people-${code}`),
      onInput: (people) => onType?.({ people: { ...state.people, [code]: people } }),
    }),
  )}
  <div class="actions">${button({ type: 'submit', text: expectedWords.save })}</div>
</form>`
