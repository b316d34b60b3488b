import {
  agreementOptionsOf,
  numberScaleOptions,
  yesNoOptionsOf,
} from '../../../packages/shared/src/domain/question/agreement-scale.ts'
import type { AnswerKind } from '../../../packages/shared/src/domain/question/answer.ts'
import type { Question, QuestionOf } from '../../../packages/shared/src/domain/question/question.ts'
import type { Told } from './names.ts'

/**
 * What the browser must tell of every control of a question, from the question's own words: names; descriptions, with the
 * problem first, then the hint, then what is said of the one control. On every radio button and box, not on the group
 * alone: some screen readers read no description of a group (docs/accessibility.md).
 */
export const wantedOf = (question: Question, problem = ''): readonly Told[] =>
  (wanted[question.kind] as Wanted<AnswerKind>)(question, problem)

type Wanted<Kind extends AnswerKind> = (
  question: QuestionOf<Kind>,
  problem: string,
) => readonly Told[]

const described = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join(' ')

const error = (problem: string): string => (problem ? `Error: ${problem}` : '')

const nameOf = ({ title, mandatory }: Question): string =>
  mandatory ? title : `${title} (optional)`

const groupOf = (question: Question, problem: string, name = nameOf(question)): Told => ({
  role: 'group',
  name,
  description: described(error(problem), question.hint),
  invalid: false,
})

interface Choice {
  readonly label: string
  readonly hint?: string | undefined
}

/** A choice that stands alone says so before it is chosen. */
const toldOfClearing = ({
  exclusive,
  ...choice
}: Choice & { readonly exclusive?: boolean }): Choice =>
  exclusive ? { ...choice, hint: choice.hint ?? 'Choosing this clears your other choices' } : choice

const choicesOf = (
  role: 'radio' | 'checkbox',
  choices: readonly Choice[],
  question: Question,
  problem: string,
): readonly Told[] =>
  choices.map(({ label, hint }) => ({
    role,
    name: label,
    description: described(error(problem), question.hint, hint),
    invalid: problem !== '',
  }))

const radios = (
  question: Question,
  choices: readonly Choice[],
  problem: string,
): readonly Told[] => [
  groupOf(question, problem),
  ...choicesOf('radio', choices, question, problem),
]

const textField =
  (usual: number) =>
  (question: QuestionOf<'short-text' | 'long-text'>, problem: string): readonly Told[] => {
    const most = (question.maxCharacters ?? usual).toLocaleString('en-GB')
    return [
      {
        role: 'textbox',
        name: nameOf(question),
        description: described(
          error(problem),
          question.hint,
          `You can write up to ${most} characters`,
        ),
        invalid: problem !== '',
      },
    ]
  }

const wanted: { readonly [Kind in AnswerKind]: Wanted<Kind> } = {
  'one-of': (question, problem) => radios(question, question.options, problem),
  'yes-no': (question, problem) => radios(question, yesNoOptionsOf(question), problem),
  'number-scale': (question, problem) => radios(question, numberScaleOptions(question), problem),
  agreement: (question, problem) => [
    groupOf(question, problem, `${nameOf(question)} ${question.statement}`),
    ...choicesOf('radio', agreementOptionsOf(question), question, problem),
  ],
  'several-of': (question, problem) => [
    groupOf(question, problem),
    ...choicesOf('checkbox', question.options.map(toldOfClearing), question, problem),
  ],
  consent: (question, problem) => [
    groupOf(question, problem),
    ...choicesOf('checkbox', [{ label: question.statement }], question, problem),
  ],
  matrix: (question, problem) => [
    groupOf(question, problem),
    ...question.statements.flatMap(({ label, hint }) => [
      { role: 'group', name: label, description: described(hint), invalid: false },
      ...choicesOf('radio', question.scale, { ...question, hint }, problem),
    ]),
  ],
  ranking: (question, problem) => [
    groupOf(question, problem),
    ...question.options.map(({ label }) => ({
      role: 'button',
      name: `Add to my list ${label}`,
      description: error(problem),
      invalid: false,
    })),
  ],
  number: (question, problem) => [
    {
      role: 'textbox',
      name: nameOf(question),
      description: described(error(problem), question.hint, question.unit),
      invalid: problem !== '',
    },
  ],
  date: (question, problem) => [
    groupOf(question, problem),
    ...['Day', 'Month', 'Year'].map((name) => ({
      role: 'textbox',
      name,
      description: described(error(problem), question.hint),
      // A box is marked where the problem names it.
      invalid: problem.includes(`The ${name.toLowerCase()} `),
    })),
  ],
  'short-text': textField(200),
  'long-text': textField(2000),
}

/** Everything of a question that has a name: its groups and controls, in the order of the page. */
export const selectorOf = ({ id }: Question): string =>
  `fieldset:has([id="q-${id}"]), fieldset:has([id="q-${id}"]) fieldset, [id^="q-${id}"]:is(input, textarea, button)`
