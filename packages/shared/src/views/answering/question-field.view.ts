import { html, type TemplateResult } from 'lit'
import {
  agreementOptionsOf,
  numberScaleOptions,
  yesNoOptionsOf,
} from '../../domain/question/agreement-scale.ts'
import type { Answer, AnswerKind, AnswerOf, Said } from '../../domain/question/answer.ts'
import { figures } from '../../domain/core/figures.ts'
import type { AnswerProblem, ToldProblem } from '../../domain/response/problem.ts'
import {
  longTextMost,
  shortTextMost,
  type Option,
  type Question,
  type QuestionOf,
} from '../../domain/question/question.ts'
import { countCharacters } from '../../domain/core/text.ts'
import { responseWords } from '../../words/response.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { dateParts } from '../../ui/date-parts.ts'
import { fieldHref, partId, type HeadingLevel, type OwnWords } from '../../ui/field.ts'
import { radios } from '../../ui/radios.ts'
import { scale } from '../../ui/scale.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea } from '../../ui/textarea.ts'

/** What a question's field needs beside the question. */
export interface FieldModel {
  readonly heading: HeadingLevel
  readonly answer: Answer | undefined
  /** Problems with this question only. */
  readonly problems: readonly ToldProblem[]
  /** As in every field: the question may be in another language than the website's own words. */
  readonly own?: OwnWords
  /** A picture by its id, for options that have one. */
  readonly symbol?: ((id: string) => unknown) | undefined
  /** Takes an answer; `typing` is true for text, which is stored after a pause. */
  readonly onAnswer?: (answer: Answer, typing: boolean) => void
  /** Told in words what a press did beyond what it was on, to say them aloud. */
  readonly onSay?: ((words: string) => void) | undefined
}

/** The id of a question's first control; links to the question point to it. */
export const questionFieldId = (questionId: string): string => `q-${questionId}`

/** The id of the link among the answers to check that leads to a question's field: who has changed the answer comes back to it. */
export const changeLinkId = (fieldId: string): string => `change-${fieldId}`

/** Where in the page a problem is put right. */
export function problemHref(problem: AnswerProblem, question: Question): string {
  const id = questionFieldId(problem.questionId)
  if (question.kind === 'date') return fieldHref(id, problem.field, dateParts)
  if (question.kind === 'matrix')
    return fieldHref(
      id,
      problem.field,
      question.statements.map((row) => row.code),
    )
  return fieldHref(id, problem.field)
}

/** The field of one question, of whatever kind; `larger` is needed where the question is of a kind that it has. */
export const questionField = (
  question: Question,
  model: FieldModel,
  larger?: LargerFields,
): TemplateResult =>
  ({ ...fields, ...larger }[question.kind] as Field<AnswerKind> | undefined)?.(question, model) ??
  html``

export type Field<Kind extends AnswerKind> = (
  question: QuestionOf<Kind>,
  model: FieldModel,
) => TemplateResult

/** Kinds whose fields are large, and which few pages ask: a page without them does not load their fields. */
type LargerKind = 'matrix' | 'ranking' | 'date'
const largerKinds: ReadonlySet<AnswerKind> = new Set<LargerKind>(['matrix', 'ranking', 'date'])
export const hasLargerField = ({ kind }: Question): boolean => largerKinds.has(kind)
export type LargerFields = { readonly [Kind in LargerKind]: Field<Kind> }

const fields: { readonly [Kind in Exclude<AnswerKind, LargerKind>]: Field<Kind> } = {
  'short-text': (question, model) =>
    textInput({
      ...common(question, model),
      ...text(question, model, shortTextMost),
      width: widthFor(question.maxCharacters),
    }),
  'long-text': (question, model) =>
    textarea({ ...common(question, model), ...text(question, model, longTextMost), rows: 7 }),
  'one-of': oneOf,
  'several-of': severalOf,
  'yes-no': (question, model) =>
    radios({
      ...common(question, model),
      ...choices(yesNoOptionsOf(question), model, question.kind),
    }),
  agreement: (question, model) =>
    scale({
      ...common(question, model),
      statement: question.statement,
      ...choices(agreementOptionsOf(question), model, question.kind),
    }),
  'number-scale': (question, model) =>
    scale({
      ...common(question, model),
      ...choices(numberScaleOptions(question), model, question.kind),
    }),
  number: numberField,
  consent: consentField,
}

/** The stored answer when it is of this kind; an answer of another kind is kept where it is, and not shown in the wrong field. */
export const given = <Kind extends AnswerKind>(
  kind: Kind,
  { answer }: FieldModel,
): AnswerOf<Kind> | undefined => (answer?.kind === kind ? (answer as AnswerOf<Kind>) : undefined)

/** What every field has of its question. */
export function common(question: Question, model: FieldModel) {
  const id = questionFieldId(question.id)
  // A date is one field to look at, with all that is wrong with its parts beside it.
  const problems = model.problems.filter(
    ({ field }) => field === undefined || question.kind === 'date',
  )
  return {
    id,
    name: id,
    title: question.title,
    heading: model.heading,
    optional: !question.mandatory,
    hint: question.hint,
    own: model.own,
    error: problems.map(({ words }) => words).join('. ') || undefined,
  }
}

function text(question: QuestionOf<'short-text' | 'long-text'>, model: FieldModel, usual: number) {
  const most = question.maxCharacters ?? usual
  const value = given(question.kind, model)?.text ?? ''
  const left = most - countCharacters(value)
  const shown =
    left >= 0
      ? `You have ${figures(left)} ${left === 1 ? 'character' : 'characters'} left`
      : `You have ${figures(-left)} ${left === -1 ? 'character' : 'characters'} too many`
  return {
    value,
    // The words stay in the page from the first, so that nothing moves when the limit comes near.
    count: {
      limit: `You can write up to ${figures(most)} characters`,
      shown,
      near: left <= most / 4,
    },
    onInput: (words: string) => model.onAnswer?.({ kind: question.kind, text: words }, true),
  }
}

function choices(
  options: readonly Option[],
  model: FieldModel,
  kind: 'yes-no' | 'agreement' | 'number-scale',
) {
  const chosen = given(kind, model)?.choice
  return {
    items: options.map((option) => ({
      value: option.code,
      text: option.label,
      checked: option.code === chosen,
    })),
    onChange: (choice: string) => model.onAnswer?.({ kind, choice }, false),
  }
}

interface Saying {
  readonly model: FieldModel
  readonly said: Said | undefined
  readonly onSay: (said: Said) => void
}

/** The text field beside an "Other, say what" option. */
function sayField(question: Question, option: Option, { model, said, onSay }: Saying) {
  if (!option.say) return undefined
  const problem = model.problems.find(({ field }) => field === option.code)
  const id = partId(questionFieldId(question.id), option.code)
  return textInput({
    id,
    name: id,
    title: option.say.label,
    value: said && Object.hasOwn(said, option.code) ? (said[option.code] ?? '') : '',
    own: model.own,
    error: problem?.words,
    width: widthFor(option.say.maxCharacters),
    onInput: (words) => onSay({ ...said, [option.code]: words }),
  })
}

function oneOf(question: QuestionOf<'one-of'>, model: FieldModel) {
  const answer = given('one-of', model)
  const put = (change: Partial<AnswerOf<'one-of'>>, typing: boolean) =>
    model.onAnswer?.({ kind: 'one-of', choice: '', ...answer, ...change }, typing)
  return radios({
    ...common(question, model),
    items: question.options.map((option) => ({
      value: option.code,
      text: labelOf(option, model),
      hint: option.hint,
      checked: answer?.choice === option.code,
      conditional: sayField(question, option, {
        model,
        said: answer?.say,
        onSay: (say) => put({ say }, true),
      }),
    })),
    onChange: (choice) => {
      put({ choice }, false)
      sayMore(model, question.options, [choice])
    },
  })
}

/** The picture says nothing that the words do not say. */
const labelOf = ({ label, picture }: Option, { symbol }: FieldModel) =>
  picture && symbol ? html`${symbol(picture)}<span>${label}</span>` : label

/** The choices after one is ticked or un-ticked: an exclusive one un-ticks the rest, and the rest un-tick it. */
export function tick(
  options: readonly Option[],
  chosen: readonly string[],
  code: string,
): readonly string[] {
  if (chosen.includes(code)) return chosen.filter((other) => other !== code)
  const exclusive = options.find((option) => option.code === code)?.exclusive
  if (exclusive) return [code]
  const apart = new Set(options.filter((option) => option.exclusive).map((option) => option.code))
  return [...chosen.filter((other) => !apart.has(other)), code]
}

const gone = (before: readonly string[], now: readonly string[]): readonly string[] =>
  before.filter((code) => !now.includes(code))

/** What a choice brings, and what it took away: whoever does not see the page hears of it. */
function sayMore(
  { onSay }: FieldModel,
  options: readonly Option[],
  [chosen]: readonly string[],
  unticked: readonly string[] = [],
): void {
  const label = (code: string) => options.find((option) => option.code === code)?.label ?? code
  const say = options.find((option) => option.code === chosen)?.say
  const words = [
    unticked.length > 0 ? responseWords.unticked(unticked.map(label)) : '',
    say ? responseWords.fieldCame(say.label) : '',
  ].filter(Boolean)
  if (words.length > 0) onSay?.(words.join(' '))
}

function severalOf(question: QuestionOf<'several-of'>, model: FieldModel) {
  const answer = given('several-of', model)
  const chosen = answer?.choices ?? []
  const put = (change: Partial<AnswerOf<'several-of'>>, typing: boolean) =>
    model.onAnswer?.({ kind: 'several-of', choices: [], ...answer, ...change }, typing)
  return checkboxes({
    ...common(question, model),
    items: question.options.map((option) => ({
      value: option.code,
      text: labelOf(option, model),
      hint:
        option.hint ??
        (option.exclusive
          ? (model.own?.(responseWords.onItsOwn) ?? responseWords.onItsOwn)
          : undefined),
      exclusive: option.exclusive,
      checked: chosen.includes(option.code),
      conditional: sayField(question, option, {
        model,
        said: answer?.say,
        onSay: (say) => put({ say }, true),
      }),
    })),
    onChange: (code) => {
      const choices = tick(question.options, chosen, code)
      put({ choices }, false)
      if (choices.includes(code)) sayMore(model, question.options, [code], gone(chosen, choices))
    },
  })
}

/** As wide as the longest that fits: how much is meant is seen before anything is read. Undefined: the whole width. */
const widthFor = (characters = Number.POSITIVE_INFINITY): 4 | 10 | 20 | undefined =>
  ([4, 10, 20] as const).find((width) => characters <= width)

/** How many characters the longest number takes that can be an answer; of one without an end, a usual number. */
function digitsOf({ least = 0, most, decimals = 0 }: QuestionOf<'number'>): number {
  if (most === undefined) return 10
  const longest = Math.max(String(most).length, String(least).length)
  return Math.min(10, longest + (decimals > 0 ? decimals + 1 : 0))
}

function numberField(question: QuestionOf<'number'>, model: FieldModel) {
  return textInput({
    ...common(question, model),
    value: given('number', model)?.text ?? '',
    width: widthFor(digitsOf(question)),
    unit: question.unit,
    inputmode: question.decimals ? 'decimal' : 'numeric',
    onInput: (text) => model.onAnswer?.({ kind: 'number', text }, true),
  })
}

function consentField(question: QuestionOf<'consent'>, model: FieldModel) {
  return checkboxes({
    ...common(question, model),
    items: [
      {
        value: 'given',
        text: question.statement,
        checked: given('consent', model)?.given ?? false,
      },
    ],
    onChange: (_value, checked) => model.onAnswer?.({ kind: 'consent', given: checked }, false),
  })
}
