import { html, nothing } from 'lit'
import { agreementScale, numberScaleOptions, yesNoOptions } from '../domain/agreement-scale.ts'
import type { AnswerKind } from '../domain/answer.ts'
import type { Option, Question, QuestionOf } from '../domain/question.ts'

/** A question as it is put, with what can be answered, to read or to print: boxes and lines, and no controls. */
export const askedQuestion = (question: Question, condition: string | undefined) => html`
  <p class="question">${question.title}${question.mandatory ? nothing : html`<span class="optional"> (optional)</span>`}</p>
  ${condition ? html`<p class="quiet">${condition}</p>` : nothing}
  ${question.hint ? html`<p class="hint">${question.hint}</p>` : nothing}
  ${answersOf(question)}
  ${question.why ? html`<p class="quiet">Why we ask: ${question.why}</p>` : nothing}`

type Answering<Kind extends AnswerKind> = (question: QuestionOf<Kind>) => unknown

const answersOf = (question: Question) => (answering[question.kind] as Answering<AnswerKind>)(question)

const answering: { readonly [Kind in AnswerKind]: Answering<Kind> } = {
  'one-of': ({ options }) => boxes(options, 'one'),
  'several-of': (question) => html`${howMany(question)}${boxes(question.options, 'several')}`,
  'yes-no': () => boxes(yesNoOptions, 'one'),
  agreement: ({ statement }) => html`<p class="statement">${statement}</p>${boxes(agreementScale, 'one')}`,
  'number-scale': (question) => boxes(numberScaleOptions(question), 'one'),
  consent: ({ statement }) => boxes([{ code: 'given', label: statement }], 'several'),
  ranking: ({ options }) => html`<p class="quiet">Number them, 1 for the first. You can leave some out.</p>${boxes(options, 'several')}`,
  matrix: ({ statements, scale }) => statements.map((row) => html`<p class="statement">${row.label}</p>${boxes(scale, 'one')}`),
  number: ({ unit }) => room(`Write a number${unit ? ` (${unit})` : ''}.`, 'write short'),
  date: () => room('Write a day, a month and a year.', 'write short'),
  'short-text': () => room('Write a few words.', 'write short'),
  'long-text': () => room('Write as much as you like.'),
}

/** How many may be chosen. A hint without a limit says it already, in the question's own words. */
function howMany({ most, hint }: QuestionOf<'several-of'>) {
  if (most) return html`<p class="quiet">Choose up to ${most}.</p>`
  return hint ? nothing : html`<p class="quiet">Choose all that apply.</p>`
}

const boxes = (options: readonly Option[], how: 'one' | 'several') => html`<ul class=${`options ${how}`}>
  ${options.map(({ label, hint, say }) => html`<li><span>${label}${say ? html` – ${say.label}` : nothing}${hint
    ? html`<br><span class="quiet">${hint}</span>`
    : nothing}</span></li>`)}
</ul>`

/** What to write, and on paper the room to write it in. */
const room = (words: string, kind: 'write' | 'write short' = 'write') => html`<p class="quiet">${words}</p><div class=${kind}></div>`
