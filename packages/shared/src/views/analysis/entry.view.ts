import { html, nothing, type TemplateResult } from 'lit'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import { answerTo, visibleQuestions } from '../../domain/consultation/journey.ts'
import type { Answer, Answers } from '../../domain/question/answer.ts'
import type { ToldProblem } from '../../domain/response/problem.ts'
import { readAnswer } from '../../domain/question/question-kinds.ts'
import type { EnterResponse } from '../../domain/response/response-entry.ts'
import { button } from '../../ui/button.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { dateInput } from '../../ui/date-input.ts'
import type { DatePart } from '../../ui/date-parts.ts'
import { errorAt, errorSummary } from '../../ui/error-summary.ts'
import { radios } from '../../ui/radios.ts'
import { textInput } from '../../ui/text-input.ts'
import { entryWords } from '../../words/entry.ts'
import { largerFields } from '../answering/larger-fields.view.ts'
import { questionField } from '../answering/question-field.view.ts'
import { analysisFrame, type AnalysedConsultation } from './analysis-frame.view.ts'

export interface EntryModel {
  readonly consultation: AnalysedConsultation
  readonly version: number
  readonly document: Consultation
}

type TypedDate = Readonly<Record<DatePart, string>>

export interface EntryState {
  readonly step: 'write' | 'read-back' | 'done'
  readonly way: EnterResponse['way']
  readonly givenOn: TypedDate
  readonly arrivedOn: TypedDate
  readonly behalf: EnterResponse['behalf']
  readonly behalfWords: string
  readonly answers: Answers
  readonly blank: boolean
  readonly readBack: boolean
  readonly told: readonly ToldProblem[]
  readonly problems: readonly { readonly href: string; readonly text: string }[]
  /** Once it is stored. */
  readonly receipt?: { readonly reference: string; readonly code: string }
}

const noDay: TypedDate = { day: '', month: '', year: '' }

export const nothingEntered: EntryState = {
  step: 'write',
  way: 'paper',
  givenOn: noDay,
  arrivedOn: noDay,
  behalf: 'self',
  behalfWords: '',
  answers: {},
  blank: false,
  readBack: false,
  told: [],
  problems: [],
}

export interface EntryHandlers {
  readonly onType?: (typed: Partial<EntryState>) => void
  readonly onAnswer?: (question: string, answer: Answer) => void
  readonly onReadBack?: () => void
  readonly onChange?: () => void
  readonly onStore?: () => void
  readonly onPrint?: () => void
  readonly onAnother?: () => void
}

/** Where staff enter a response that did not come by the website: written, read back, stored, and a receipt printed. */
export const entryView = (
  model: EntryModel,
  state: EntryState = nothingEntered,
  handlers: EntryHandlers = {},
): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'enter',
    heading: entryWords.title,
    before: state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing,
    content: steps[state.step](model, state, handlers),
  })

type Step = (model: EntryModel, state: EntryState, handlers: EntryHandlers) => TemplateResult

const steps: Readonly<Record<EntryState['step'], Step>> = {
  write: (model, state, handlers) => html`<p class="lede">${entryWords.lede}</p>
    <form method="dialog" novalidate @submit=${submitted(handlers.onReadBack)}>
      ${facts(state, handlers)}
      ${questions(model, state, handlers)}
      <div class="actions">${button({ type: 'submit', text: entryWords.toReadBack })}</div>
    </form>`,
  'read-back': readingBack,
  done: (_, state, handlers) => stored(state, handlers),
}

const submitted = (act?: () => void) => (event: Event) => {
  event.preventDefault()
  act?.()
}

const options = <Value extends string>(words: Readonly<Record<Value, string>>, chosen: string) =>
  (Object.keys(words) as Value[]).map((value) => ({
    value,
    text: words[value],
    checked: value === chosen,
  }))

const facts = (state: EntryState, { onType }: EntryHandlers) => html`
  ${radios({
    id: 'way',
    name: 'way',
    title: entryWords.way,
    layout: 'row',
    items: options(entryWords.ways, state.way),
    onChange: (way) => onType?.({ way: way as EntryState['way'] }),
  })}
  ${dateInput({
    id: 'given-on',
    name: 'given-on',
    title: entryWords.givenOn,
    value: state.givenOn,
    ...errorAt(state.problems, 'given-on'),
    onInput: (part, value) => onType?.({ givenOn: { ...state.givenOn, [part]: value } }),
  })}
  ${dateInput({
    id: 'arrived-on',
    name: 'arrived-on',
    title: entryWords.arrivedOn,
    value: state.arrivedOn,
    ...errorAt(state.problems, 'arrived-on'),
    onInput: (part, value) => onType?.({ arrivedOn: { ...state.arrivedOn, [part]: value } }),
  })}
  ${radios({
    id: 'behalf',
    name: 'behalf',
    title: entryWords.behalf,
    items: options(entryWords.behalves, state.behalf),
    onChange: (behalf) => onType?.({ behalf: behalf as EntryState['behalf'] }),
  })}
  ${
    state.behalf === 'self'
      ? nothing
      : textInput({
          id: 'behalf-words',
          name: 'behalf-words',
          title: entryWords.behalfWords,
          hint: entryWords.behalfHint,
          value: state.behalfWords,
          ...errorAt(state.problems, 'behalf-words'),
          onInput: (behalfWords) => onType?.({ behalfWords }),
        })
  }`

const questions = (
  { document }: EntryModel,
  state: EntryState,
  { onType, onAnswer }: EntryHandlers,
) => html`
  ${visibleQuestions(document, state.answers).map((question) =>
    questionField(
      question,
      {
        heading: 'h2',
        answer: answerTo(state.answers, question.id),
        problems: state.told.filter(({ questionId }) => questionId === question.id),
        onAnswer: (answer) => onAnswer?.(question.id, answer),
      },
      largerFields,
    ),
  )}
  ${checkboxes({
    id: 'blank',
    name: 'blank',
    title: entryWords.leftBlank,
    items: [{ value: 'blank', text: entryWords.leftBlankBox, checked: state.blank }],
    onChange: (_, blank) => onType?.({ blank }),
  })}`

function readingBack(
  { document }: EntryModel,
  state: EntryState,
  { onType, onChange, onStore }: EntryHandlers,
) {
  const rows = visibleQuestions(document, state.answers).map((question) => {
    const lines = readAnswer(question, answerTo(state.answers, question.id))
    return { name: question.title, values: lines.length > 0 ? lines : [entryWords.blank] }
  })
  return html`<h2 id="reading-back" tabindex="-1">${entryWords.readBackTitle}</h2>
    <p>${entryWords.readBackLede}</p>
    ${Object.keys(state.answers).length === 0 ? html`<p>${entryWords.saysNothing}</p>` : nothing}
    <dl class="facts">${rows.map(({ name, values }) => html`<dt>${name}</dt><dd class="said">${values.join('\n')}</dd>`)}</dl>
    <form method="dialog" novalidate @submit=${submitted(onStore)}>
      ${checkboxes({
        id: 'read-back',
        name: 'read-back',
        title: entryWords.readBack,
        ...errorAt(state.problems, 'read-back'),
        items: [{ value: 'yes', text: entryWords.readBackBox, checked: state.readBack }],
        onChange: (_, readBack) => onType?.({ readBack }),
      })}
      <div class="actions">
        ${button({ type: 'submit', text: entryWords.store })}
        ${button({ kind: 'second', text: entryWords.change, onClick: () => onChange?.() })}
      </div>
    </form>`
}

const stored = ({ receipt }: EntryState, { onPrint, onAnother }: EntryHandlers) =>
  html`<h2 id="stored" tabindex="-1">${entryWords.doneTitle}</h2>
    ${
      receipt
        ? html`<p>${entryWords.doneLede(receipt.reference)}</p>
          <section aria-labelledby="receipt"><h3 id="receipt">${entryWords.receipt}</h3>
            <p>${entryWords.receiptLede}</p>
            <dl class="facts"><dt>Reference</dt><dd class="code" translate="no">${receipt.reference}</dd><dt>Private code</dt><dd class="code" translate="no">${receipt.code}</dd></dl>
            <p>${entryWords.receiptOnce}</p></section>`
        : nothing
    }
    <div class="actions no-print">
      ${button({ text: entryWords.print, onClick: () => onPrint?.() })}
      ${button({ kind: 'second', text: entryWords.another, onClick: () => onAnother?.() })}
    </div>`
