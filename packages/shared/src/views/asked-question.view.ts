import { html, nothing } from 'lit'
import { agreementOptionsOf, numberScaleOptions, yesNoOptionsOf } from '../domain/agreement-scale.ts'
import type { AnswerKind } from '../domain/answer.ts'
import type { Option, Question, QuestionOf } from '../domain/question.ts'
import { asTheyAre, titleWords, type Content, type OwnWords } from '../ui/field.ts'

/** A question as it is put, with what can be answered, to read or to print: boxes and lines, and no controls. */
export const askedQuestion = (question: Question, condition: Content | undefined, own: OwnWords = asTheyAre) => html`
  <p class="question">${titleWords({ title: question.title, optional: !question.mandatory, own })}</p>
  ${condition ? html`<p class="quiet">${condition}</p>` : nothing}
  ${question.hint ? html`<p class="hint">${question.hint}</p>` : nothing}
  ${answersOf(question, own)}
  ${question.why ? html`<p class="quiet">${own('Why we ask:')} ${question.why}</p>` : nothing}`

type Answering<Kind extends AnswerKind> = (question: QuestionOf<Kind>, own: OwnWords) => unknown

const answersOf = (question: Question, own: OwnWords) => (answering[question.kind] as Answering<AnswerKind>)(question, own)

const answering: { readonly [Kind in AnswerKind]: Answering<Kind> } = {
  'one-of': ({ options }) => boxes(options, 'one'),
  'several-of': (question, own) => html`${howMany(question, own)}${boxes(question.options, 'several')}`,
  'yes-no': (question) => boxes(yesNoOptionsOf(question), 'one'),
  agreement: (question) => html`<p class="statement">${question.statement}</p>${boxes(agreementOptionsOf(question), 'one')}`,
  'number-scale': (question) => boxes(numberScaleOptions(question), 'one'),
  consent: ({ statement }) => boxes([{ code: 'given', label: statement }], 'several'),
  ranking: ({ options }, own) => html`<p class="quiet">${own('Number them, 1 for the first. You can leave some out.')}</p>${boxes(options, 'several')}`,
  matrix: ({ statements, scale }) => statements.map((row) => html`<p class="statement">${row.label}</p>${boxes(scale, 'one')}`),
  number: ({ unit }, own) => room(html`${own('Write a number')}${unit ? html` (${unit})` : nothing}.`, 'write short'),
  date: (_, own) => room(own('Write a day, a month and a year.'), 'write short'),
  'short-text': (_, own) => room(own('Write a few words.'), 'write short'),
  'long-text': (_, own) => room(own('Write as much as you like.')),
}

/** How many may be chosen. A hint without a limit says it already, in the question's own words. */
function howMany({ most, hint }: QuestionOf<'several-of'>, own: OwnWords) {
  if (most) return html`<p class="quiet">${own(`Choose up to ${most}.`)}</p>`
  return hint ? nothing : html`<p class="quiet">${own('Choose all that apply.')}</p>`
}

const boxes = (options: readonly Option[], how: 'one' | 'several') => html`<ul class=${`options ${how}`}>
  ${options.map(({ label, hint, say }) => html`<li><span>${label}${say ? html` – ${say.label}` : nothing}${hint
    ? html`<br><span class="quiet">${hint}</span>`
    : nothing}</span></li>`)}
</ul>`

/** What to write, and on paper the room to write it in. */
const room = (words: Content, kind: 'write' | 'write short' = 'write') => html`<p class="quiet">${words}</p><div class=${kind}></div>`
