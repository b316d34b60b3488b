import { html, nothing } from 'lit'
import {
  agreementOptionsOf,
  numberScaleOptions,
  yesNoOptionsOf,
} from '../../domain/question/agreement-scale.ts'
import type { AnswerKind } from '../../domain/question/answer.ts'
import type { Option, Question, QuestionOf } from '../../domain/question/question.ts'
import { asTheyAre, titleWords, type Content, type OwnWords } from '../../ui/field.ts'

/** How the words of a question are shown. */
export interface AskedWords {
  readonly own?: OwnWords
  /** Words with hard ones explained; absent: none are. Called in the order of reading. */
  readonly plain?: (words: string) => Content
}

/**
 * A question as it is put, with what can be answered, to read or to print: boxes and lines, and no controls. So a hard word in
 * it can lead to what it means, which it could not in the name of a field.
 */
export function askedQuestion(
  question: Question,
  condition: Content | undefined,
  { own = asTheyAre, plain = (words) => words }: AskedWords = {},
) {
  const said = { own, plain }
  return html`
    <p class="question">${titleWords({ title: plain(question.title), optional: !question.mandatory, own })}</p>
    ${condition ? html`<p class="quiet">${condition}</p>` : nothing}
    ${question.hint ? html`<p class="hint">${plain(question.hint)}</p>` : nothing}
    ${answersOf(question, said)}
    ${question.why ? html`<p class="quiet">${own('Why we ask:')} ${plain(question.why)}</p>` : nothing}`
}

type Answering<Kind extends AnswerKind> = (
  question: QuestionOf<Kind>,
  said: Required<AskedWords>,
) => unknown

const answersOf = (question: Question, said: Required<AskedWords>) =>
  (answering[question.kind] as Answering<AnswerKind>)(question, said)

const answering: { readonly [Kind in AnswerKind]: Answering<Kind> } = {
  'one-of': ({ options }, said) => boxes(options, 'one', said),
  'several-of': (question, said) =>
    html`${howMany(question, said)}${boxes(question.options, 'several', said)}`,
  'yes-no': (question, said) => boxes(yesNoOptionsOf(question), 'one', said),
  agreement: (question, said) =>
    html`<p class="statement">${said.plain(question.statement)}</p>${boxes(agreementOptionsOf(question), 'one', said)}`,
  'number-scale': (question, said) => boxes(numberScaleOptions(question), 'one', said),
  consent: ({ statement }, said) => boxes([{ code: 'given', label: statement }], 'several', said),
  ranking: ({ options }, said) =>
    html`<p class="quiet">${said.own('Number them, 1 for the first. You can leave some out.')}</p>${boxes(options, 'several', said)}`,
  matrix: ({ statements, scale }, said) =>
    statements.map(
      (row) => html`<p class="statement">${said.plain(row.label)}</p>${boxes(scale, 'one', said)}`,
    ),
  number: ({ unit }, { own }) =>
    room(html`${own('Write a number')}${unit ? html` (${unit})` : nothing}.`, 'write short'),
  date: (_, { own }) => room(own('Write a day, a month and a year.'), 'write short'),
  'short-text': (_, { own }) => room(own('Write a few words.'), 'write short'),
  'long-text': (_, { own }) => room(own('Write as much as you like.')),
}

/** How many may be chosen. A hint without a limit says it already, in the question's own words. */
function howMany({ most, hint }: QuestionOf<'several-of'>, { own }: Required<AskedWords>) {
  if (most) return html`<p class="quiet">${own(`Choose up to ${most}.`)}</p>`
  return hint ? nothing : html`<p class="quiet">${own('Choose all that apply.')}</p>`
}

/** Short enough for several beside each other on paper, with nothing to write or to explain. */
const isShort = ({ label, hint, say }: Option): boolean =>
  label.length <= 28 && hint === undefined && say === undefined

const boxes = (
  options: readonly Option[],
  how: 'one' | 'several',
  { plain }: Required<AskedWords>,
) => html`<ul class=${`options ${how}${options.every(isShort) ? ' short' : ''}`}>
  ${options.map(
    ({ label, hint, say }) =>
      html`<li><span>${plain(label)}${say ? html` – ${say.label}: <span class="write-in"></span>` : nothing}${
        hint ? html`<br><span class="quiet">${plain(hint)}</span>` : nothing
      }</span></li>`,
  )}
</ul>`

/** What to write, and on paper the room to write it in. */
const room = (words: Content, kind: 'write' | 'write short' = 'write') =>
  html`<p class="quiet">${words}</p><div class=${kind}></div>`
