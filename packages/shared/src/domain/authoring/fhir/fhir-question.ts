import { agreementScale, yesNoOptions } from '../../question/agreement-scale.ts'
import { fieldsOf, numberOf, textOf, type Fields } from '../../core/loose-fields.ts'
import type { Option, Question } from '../../question/question.ts'
import { aboutOf } from '../import/names.ts'
import { choicesOf, type FhirChoices } from './fhir-choices.ts'
import { controlOf, extensionsOf, insideOf, valueOf, wordsOf } from './fhir-item.ts'

export type QuestionFound =
  | {
      readonly kind: 'asked'
      readonly question: Question
      readonly codes: ReadonlyMap<string, string>
      readonly labels: FhirChoices['labels']
      readonly unsure: readonly string[]
    }
  | { readonly kind: 'left-out'; readonly words: string }

const cannotAsk: Readonly<Record<string, string>> = {
  time: 'a time of day',
  attachment: 'a file',
  reference: 'another record',
}

const leftOut = (words: string): QuestionFound => ({ kind: 'left-out', words })

const yesNoCodes = new Map([
  ['true', 'yes'],
  ['false', 'no'],
  ['yes', 'yes'],
  ['no', 'no'],
  ['dont-know', 'dont-know'],
])

type Base = Pick<Question, 'id' | 'title' | 'about' | 'hint' | 'why' | 'mandatory'>

const asked = (
  question: Question,
  unsure: readonly string[] = [],
  choices?: FhirChoices,
): QuestionFound => ({
  kind: 'asked',
  question,
  unsure,
  codes: choices?.codes ?? new Map(),
  labels: choices?.labels ?? {},
})

/** One item as a question, or in words why it is none here. */
export function questionOfItem(
  item: Fields,
  { id, contained }: { readonly id: string; readonly contained: readonly Fields[] },
): QuestionFound {
  const type = textOf(item['type']) ?? ''
  const why = whyNot(item, type)
  if (why !== undefined) return leftOut(why)
  const base = baseOf(item, id)
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined
  return read
    ? read(item, base, { type, contained })
    : leftOut(`We do not know what “${type.slice(0, 40)}” asks.`)
}

function whyNot(item: Fields, type: string): string | undefined {
  if (valueOf(item, 'hidden') === true) return 'Nobody sees it.'
  if (item['readOnly'] === true) return 'It is worked out and not asked.'
  const cannot = Object.hasOwn(cannotAsk, type) ? cannotAsk[type] : undefined
  return cannot && `It asks for ${cannot}, which we cannot do.`
}

interface Around {
  readonly type: string
  readonly contained: readonly Fields[]
}

type Reader = (item: Fields, base: Base, around: Around) => QuestionFound

const text: Reader = (item, base, { type }) => textQuestion(item, base, type)
const number: Reader = (item, base, { type }) => numberQuestion(item, base, type)
const date: Reader = (item, base, { type }) => dateQuestion(item, base, type)
const choice: Reader = (item, base, { contained }) => choiceQuestion(item, base, contained)

const yesNo: Reader = (_item, base) => ({
  kind: 'asked',
  question: { ...base, kind: 'yes-no' },
  unsure: ['We added “I do not know” to Yes and No.'],
  codes: yesNoCodes,
  labels: {},
})

/** How an item of each type is read. */
const readers: Readonly<Record<string, Reader>> = {
  boolean: yesNo,
  string: text,
  text,
  url: text,
  integer: number,
  decimal: number,
  quantity: number,
  date,
  dateTime: date,
  choice,
  'open-choice': choice,
}

function baseOf(item: Fields, id: string): Base {
  const title = wordsOf(item['text'])
  const about = wordsOf(valueOf(item, 'about'))
  const said = (control: string): string =>
    insideOf(item)
      .filter((one) => one['type'] === 'display' && controlOf(one) === control)
      .map((one) => wordsOf(one['text']))
      .join(' ')
  const [hint, why] = [said('help'), said('flyover')]
  return {
    id,
    title,
    about: about === '' ? aboutOf(title) : about,
    ...(hint === '' ? {} : { hint }),
    ...(why === '' ? {} : { why }),
    ...(item['required'] === true ? { mandatory: true as const } : {}),
  }
}

const mostOf = { 'short-text': 1_000, 'long-text': 10_000 }

function textQuestion(item: Fields, base: Base, type: string): QuestionFound {
  const kind = type === 'text' ? 'long-text' : 'short-text'
  const length = numberOf(item['maxLength'])
  const most = length === undefined ? undefined : Math.min(length, mostOf[kind])
  const unsure = [
    ...(type === 'url' ? ['The form asks for a web address. We took it as one line of text.'] : []),
    ...(item['repeats'] === true ? ['The form takes several answers. We ask for one text.'] : []),
    ...(most !== length ? [`The form takes ${length} characters, and we take ${most}.`] : []),
  ]
  return asked(
    { ...base, kind, ...(most === undefined || most < 1 ? {} : { maxCharacters: most }) },
    unsure,
  )
}

const mostSteps = 10

function numberQuestion(item: Fields, base: Base, type: string): QuestionFound {
  const [least, most] = [numberOf(valueOf(item, 'minValue')), numberOf(valueOf(item, 'maxValue'))]
  const ends = type === 'integer' ? scaleEnds(item, least, most) : undefined
  if (ends) return scaleQuestion(item, base, ends)
  const decimals = type === 'integer' ? 0 : (numberOf(valueOf(item, 'decimals')) ?? 2)
  const units = unitsOf(item)
  const [unit] = units
  return asked(
    {
      ...base,
      kind: 'number',
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
      ...(decimals === 0 ? {} : { decimals: Math.min(6, decimals) }),
      ...(unit ? { unit } : {}),
    },
    [...severalUnits(units), ...severalNumbers(item)],
  )
}

const unitsOf = (item: Fields): readonly string[] =>
  [...extensionsOf(item, 'unit'), ...extensionsOf(item, 'unitOption')].map((one) => {
    const { display, code } = fieldsOf(one['valueCoding'])
    return wordsOf(display ?? code)
  })

const severalUnits = (units: readonly string[]): readonly string[] =>
  units.length > 1
    ? [`The form offers these units: ${units.join(', ')}. We ask in ${units[0] ?? ''}.`]
    : []

const severalNumbers = (item: Fields): readonly string[] =>
  item['repeats'] === true ? ['The form takes several numbers. We ask for one.'] : []

/** The ends of what wants to be a scale and is short enough to be one. */
function scaleEnds(
  item: Fields,
  least: number | undefined,
  most: number | undefined,
): readonly [number, number] | undefined {
  const wanted = valueOf(item, 'kind') === 'number-scale' || controlOf(item) === 'slider'
  if (!wanted || least === undefined || most === undefined) return undefined
  return most > least && most - least <= mostSteps ? [least, most] : undefined
}

function scaleQuestion(
  item: Fields,
  base: Base,
  [from, to]: readonly [number, number],
): QuestionFound {
  const end = (control: string): string =>
    insideOf(item)
      .filter((one) => controlOf(one) === control)
      .map((one) => wordsOf(one['text']))
      .join(' ')
  const [fromLabel, toLabel] = [end('lower'), end('upper')]
  return asked(
    { ...base, kind: 'number-scale', from, to, fromLabel, toLabel },
    fromLabel === '' || toLabel === '' ? ['Say what the lowest and the highest number mean.'] : [],
  )
}

function dateQuestion(item: Fields, base: Base, type: string): QuestionFound {
  const day = (name: 'minValue' | 'maxValue'): string | undefined =>
    /^\d{4}-\d{2}-\d{2}/.exec(textOf(valueOf(item, name)) ?? '')?.[0]
  const [earliest, latest] = [day('minValue'), day('maxValue')]
  return asked(
    {
      ...base,
      kind: 'date',
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
    },
    type === 'dateTime' ? ['The form asks for a time as well. We ask for the day.'] : [],
  )
}

function choiceQuestion(item: Fields, base: Base, contained: readonly Fields[]): QuestionFound {
  const found = choicesOf(item, contained)
  const isOpen = item['type'] === 'open-choice'
  if (found.kind === 'elsewhere')
    return leftOut(
      `Its choices are in a list somewhere else (${found.address}), which we do not fetch. Add it with its choices by hand.`,
    )
  if (found.kind === 'none')
    return isOpen
      ? asked({ ...base, kind: 'short-text' }, ['It has no choices, so people write.'])
      : leftOut('It has no choices.')
  const { choices } = found
  const fixed = fixedKind(item, base, choices)
  if (fixed) return fixed
  const options =
    isOpen && !choices.options.some(({ say }) => say) ? withOther(choices.options) : choices.options
  if (options.length < 2) return leftOut('It has only one choice.')
  return item['repeats'] === true
    ? severalOf(item, base, { ...choices, options })
    : asked({ ...base, kind: 'one-of', options: options.map(alone) }, [], choices)
}

/** Questions of ours whose choices are always the same, or that FHIR has no type for. */
function fixedKind(item: Fields, base: Base, choices: FhirChoices): QuestionFound | undefined {
  const has = (wanted: readonly Option[]): boolean =>
    wanted.map(({ code }) => code).join() === choices.options.map(({ code }) => code).join()
  if (has(yesNoOptions)) return asked({ ...base, kind: 'yes-no' }, [], choices)
  const statement = insideOf(item)
    .filter((one) => one['type'] === 'display' && controlOf(one) === 'prompt')
    .map((one) => wordsOf(one['text']))
    .join(' ')
  if (has(agreementScale) && statement !== '')
    return asked({ ...base, kind: 'agreement', statement }, [], choices)
  if (valueOf(item, 'kind') === 'ranking' && choices.options.length <= 7)
    return asked({ ...base, kind: 'ranking', options: choices.options }, [], choices)
  const [only] = choices.options
  return only?.code === 'given' && choices.options.length === 1
    ? asked({ ...base, kind: 'consent', statement: only.label }, [], choices)
    : undefined
}

/** A choice among one knows no "goes with no other". */
function alone({ exclusive: _, ...option }: Option): Option {
  return option
}

function withOther(options: readonly Option[]): readonly Option[] {
  const code = options.some((option) => option.code === 'other') ? 'other-answer' : 'other'
  return [...options, { code, label: 'Other', say: { label: 'Say what' } }]
}

function severalOf(item: Fields, base: Base, choices: FhirChoices): QuestionFound {
  const [least, most] = [numberOf(valueOf(item, 'minOccurs')), numberOf(valueOf(item, 'maxOccurs'))]
  const fits = most !== undefined && most >= 2 && most < choices.options.length
  return asked(
    { ...base, kind: 'several-of', options: choices.options, ...(fits ? { most } : {}) },
    least !== undefined && least > 1
      ? [`The form wants at least ${least} choices. We take any number.`]
      : [],
    choices,
  )
}
