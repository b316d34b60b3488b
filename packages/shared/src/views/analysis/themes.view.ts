import { html, nothing, type TemplateResult } from 'lit'
import type { Theme } from '../../domain/analysis/theme/codebook.ts'
import { sentencePassages, type Passage } from '../../domain/analysis/theme/coding.ts'
import { analysisPaths } from '../../domain/site/analysis-paths.ts'
import { button } from '../../ui/button.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { errorAt, errorSummary } from '../../ui/error-summary.ts'
import { radios } from '../../ui/radios.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea } from '../../ui/textarea.ts'
import { themeWords } from '../../words/theme.ts'
import { analysisFrame, type AnalysedConsultation } from './analysis-frame.view.ts'

export interface ReadableAnswer {
  readonly responseId: string
  readonly reference: string
  readonly text: string
}

export interface ThemesModel {
  readonly consultation: AnalysedConsultation
  readonly questions: readonly { readonly id: string; readonly title: string }[]
  /** The question whose answers are read. */
  readonly question?: { readonly id: string; readonly title: string }
  readonly version: number
  readonly themes: readonly (Theme & { readonly responses: number })[]
  /** Those that this person has not read, the next one first; at most 20. */
  readonly answers: readonly ReadableAnswer[]
  readonly left: number
  readonly read: number
  readonly agreement: {
    readonly both: number
    readonly same: number
    readonly kappa: string | null
    readonly alpha: string | null
    readonly toSettle: readonly string[]
  }
  readonly mayCode: boolean
}

/** One theme, given to a passage or to the whole of the answer at hand. */
export interface GivenTheme {
  readonly id: string
  readonly theme: string
  readonly passage?: Passage
}

export interface ThemesState {
  /** How many of the answers are left for later. */
  readonly skipped: number
  /** Places of the sentences that are chosen. */
  readonly sentences: readonly number[]
  readonly theme: string
  readonly given: readonly GivenTheme[]
  readonly name: string
  readonly definition: string
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export const nothingGiven: ThemesState = {
  skipped: 0,
  sentences: [],
  theme: '',
  given: [],
  name: '',
  definition: '',
  problems: [],
}

export interface ThemesHandlers {
  readonly onType?: (typed: Partial<ThemesState>) => void
  readonly onGive?: () => void
  readonly onTakeBack?: (given: string) => void
  readonly onNext?: () => void
  readonly onSkip?: () => void
  readonly onAdd?: () => void
  readonly onRetire?: (theme: string) => void
}

export const answerAtHand = (
  { answers }: ThemesModel,
  { skipped }: ThemesState,
): ReadableAnswer | undefined => answers[skipped]

const submitted = (act?: () => void) => (event: Event) => {
  event.preventDefault()
  act?.()
}

/** Where answers in people's own words are read for themes, one after another. */
export const themesView = (
  model: ThemesModel,
  state: ThemesState = nothingGiven,
  handlers: ThemesHandlers = {},
): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'themes',
    heading: themeWords.title,
    before: state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing,
    content: html`<p class="lede">${themeWords.lede}</p>
      ${model.questions.length === 0 ? html`<p>${themeWords.noQuestions}</p>` : questionLinks(model)}
      <div class="bench halves">
        <div>${model.question ? reading(model, state, handlers) : nothing}</div>
        <div class="stack">
          ${codebook(model, state, handlers)}
          ${agreementOf(model)}
        </div>
      </div>`,
  })

const questionLinks = ({ consultation, questions, question }: ThemesModel) => html`<nav
  aria-label=${themeWords.questions}
><ul class="plain">${questions.map(
  ({ id, title }) =>
    html`<li><a class="tool" href=${analysisPaths.themes(consultation.id, id)} aria-current=${id === question?.id ? 'page' : 'false'}>${title}</a></li>`,
)}</ul></nav>`

function reading(model: ThemesModel, state: ThemesState, handlers: ThemesHandlers) {
  const answer = answerAtHand(model, state)
  return html`<section aria-labelledby="answer">
    <h2 id="answer" tabindex="-1">${answer ? themeWords.answer(answer.reference) : model.question?.title}</h2>
    <p class="quiet">${themeWords.left(model.left)} ${themeWords.readBy(model.read)}</p>
    ${
      answer
        ? html`<blockquote class="said">${answer.text}</blockquote>
          ${model.mayCode ? giving(answer, model, { state, handlers }) : nothing}`
        : nothing
    }
  </section>`
}

interface Acting {
  readonly state: ThemesState
  readonly handlers: ThemesHandlers
}

const toggled = (list: readonly number[], one: number, isIn: boolean): readonly number[] =>
  isIn ? [...list, one].toSorted((a, b) => a - b) : list.filter((other) => other !== one)

function giving({ text }: ReadableAnswer, model: ThemesModel, { state, handlers }: Acting) {
  const current = model.themes.filter(({ retired }) => retired === undefined)
  return html`${
    current.length === 0
      ? html`<p>${themeWords.noThemes}</p>`
      : html`<form method="dialog" novalidate @submit=${submitted(handlers.onGive)}>
        ${checkboxes({
          id: 'sentences',
          name: 'sentences',
          title: themeWords.sentences,
          hint: themeWords.sentencesHint,
          ...errorAt(state.problems, 'sentences'),
          items: sentencePassages(text).map(({ words }, index) => ({
            value: String(index),
            text: words,
            checked: state.sentences.includes(index),
          })),
          onChange: (index, isIn) =>
            handlers.onType?.({ sentences: toggled(state.sentences, Number(index), isIn) }),
        })}
        ${radios({
          id: 'theme',
          name: 'theme',
          title: themeWords.theme,
          ...errorAt(state.problems, 'theme'),
          items: current.map(({ id, name, definition }) => ({
            value: id,
            text: name,
            hint: definition,
            checked: state.theme === id,
          })),
          onChange: (theme) => handlers.onType?.({ theme }),
        })}
        <div class="actions">${button({ type: 'submit', kind: 'second', text: themeWords.give })}</div>
      </form>`
  }
  ${givenSoFar(model, state, handlers)}
  <div class="actions">
    ${button({ text: themeWords.next, onClick: () => handlers.onNext?.() })}
    ${button({ kind: 'quiet', text: themeWords.skip, onClick: () => handlers.onSkip?.() })}
  </div>`
}

const givenSoFar = (model: ThemesModel, { given }: ThemesState, handlers: ThemesHandlers) =>
  html`<h3 id="given" tabindex="-1">${themeWords.given}</h3>
    ${given.length === 0 ? html`<p>${themeWords.noneGiven}</p>` : nothing}
    <ul class="plain log">${given.map(({ id, theme, passage }) => {
      const name = model.themes.find((one) => one.id === theme)?.name ?? ''
      return html`<li><span><strong>${name}</strong>: ${passage ? html`<q>${passage.words}</q>` : themeWords.whole}</span>
        ${button({ kind: 'quiet', text: themeWords.takeBack, hidden: `: ${name}`, onClick: () => handlers.onTakeBack?.(id) })}</li>`
    })}</ul>`

const codebook = (
  model: ThemesModel,
  state: ThemesState,
  handlers: ThemesHandlers,
) => html`<section aria-labelledby="codebook">
  <h2 id="codebook" tabindex="-1">${themeWords.codebook(model.version)}</h2>
  <dl>${model.themes.map(
    ({ id, name, definition, responses, retired }) =>
      html`<dt>${name} <span class="quiet">${themeWords.counts(responses)}</span></dt>
        <dd>${definition} ${
          retired
            ? themeWords.retired
            : model.mayCode
              ? button({
                  kind: 'quiet',
                  text: themeWords.retire,
                  hidden: `: ${name}`,
                  onClick: () => handlers.onRetire?.(id),
                })
              : nothing
        }</dd>`,
  )}</dl>
  ${
    model.mayCode
      ? html`<h3>${themeWords.addTitle}</h3>
        <form method="dialog" novalidate @submit=${submitted(handlers.onAdd)}>
          ${textInput({ id: 'name', name: 'name', title: themeWords.name, value: state.name, ...errorAt(state.problems, 'name'), onInput: (name) => handlers.onType?.({ name }) })}
          ${textarea({ id: 'definition', name: 'definition', title: themeWords.definition, hint: themeWords.definitionHint, rows: 3, value: state.definition, ...errorAt(state.problems, 'definition'), onInput: (definition) => handlers.onType?.({ definition }) })}
          <div class="actions">${button({ type: 'submit', kind: 'second', text: themeWords.add })}</div>
        </form>`
      : nothing
  }
</section>`

const agreementOf = ({ agreement }: ThemesModel) => html`<section aria-labelledby="agreement">
  <h2 id="agreement">${themeWords.agreement}</h2>
  ${
    agreement.both === 0
      ? html`<p>${themeWords.noAgreement}</p>`
      : html`<p>${themeWords.both(agreement.both, agreement.same)}
        ${agreement.kappa === null ? nothing : themeWords.kappa(agreement.kappa)}
        ${agreement.alpha === null ? nothing : themeWords.alpha(agreement.alpha)}</p>`
  }
  ${
    agreement.toSettle.length > 0
      ? html`<h3>${themeWords.toSettle}</h3><ul>${agreement.toSettle.map((line) => html`<li>${line}</li>`)}</ul>`
      : nothing
  }
</section>`
