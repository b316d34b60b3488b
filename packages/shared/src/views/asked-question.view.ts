import { html, nothing } from 'lit'
import { agreementScale, numberScaleOptions, yesNoOptions } from '../domain/agreement-scale.ts'
import type { Option, Question, QuestionOf } from '../domain/question.ts'

/** A question as it is put, with what can be answered, to read or to print: boxes and lines, and no controls. */
export const askedQuestion = (question: Question, condition: string | undefined) => html`
  <p class="question">${question.title}${question.mandatory ? nothing : html`<span class="optional"> (optional)</span>`}</p>
  ${condition ? html`<p class="quiet">${condition}</p>` : nothing}
  ${question.hint ? html`<p class="hint">${question.hint}</p>` : nothing}
  ${answersOf(question)}
  ${question.why ? html`<p class="quiet">Why we ask: ${question.why}</p>` : nothing}`

function answersOf(question: Question) {
  switch (question.kind) {
    case 'one-of': return boxes(question.options, 'one')
    case 'several-of': return html`${howMany(question)}${boxes(question.options, 'several')}`
    case 'yes-no': return boxes(yesNoOptions, 'one')
    case 'agreement': return html`<p class="statement">${question.statement}</p>${boxes(agreementScale, 'one')}`
    case 'number-scale': return boxes(numberScaleOptions(question), 'one')
    case 'consent': return boxes([{ code: 'given', label: question.statement }], 'several')
    case 'ranking': return html`<p class="quiet">Number them, 1 for the first. You can leave some out.</p>${boxes(question.options, 'several')}`
    case 'matrix': return question.statements.map((row) => html`<p class="statement">${row.label}</p>${boxes(question.scale, 'one')}`)
    case 'number': return room(`Write a number${question.unit ? ` (${question.unit})` : ''}.`)
    case 'date': return room('Write a day, a month and a year.')
    case 'short-text': return room('Write a few words.')
    case 'long-text': return room('Write as much as you like.')
    default: return question satisfies never
  }
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

const room = (words: string) => html`<p class="quiet">${words}</p><div class="write"></div>`
