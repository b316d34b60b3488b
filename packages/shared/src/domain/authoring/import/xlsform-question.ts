import { agreementScale } from '../../question/agreement-scale.ts'
import type { Option, Question } from '../../question/question.ts'
import type { FormRow } from './xlsform-sheets.ts'
import { aboutOf, nameOf } from './names.ts'

/** A choice list by the name of its list. */
export type ChoiceLists = ReadonlyMap<string, readonly FormRow[]>

/** What a row became: a question with the codes that its choices got, or the words why it is left out. */
export type FormQuestion =
  | {
      readonly kind: 'asked'
      readonly question: Question
      readonly codes: ReadonlyMap<string, string>
      readonly unsure: readonly string[]
    }
  | { readonly kind: 'left-out'; readonly words: string }

/** Rows that hold no question and are left out without a word for each. */
export const withoutQuestion = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'phonenumber',
  'username',
  'email',
  'audit',
  'subscriberid',
  'simserial',
  'hidden',
  'calculate',
  'background-audio',
  'start-geopoint',
  'xml-external',
  'csv-external',
  'entity',
])

const cannotAsk: ReadonlyMap<string, string> = new Map(
  Object.entries({
    geopoint: 'a place on a map',
    geotrace: 'a line on a map',
    geoshape: 'an area on a map',
    image: 'a photo',
    audio: 'a sound',
    video: 'a film',
    file: 'a file',
    barcode: 'a barcode',
    time: 'a time of day',
    datetime: 'a date with a time',
    select_one_from_file: 'a list in another file',
    select_multiple_from_file: 'a list in another file',
    select_one_external: 'a list in another file',
    'xml-external': 'a list in another file',
  }),
)

export const mostOptions = 100
const mostRanked = 7

/** The label in the form's own language, or else in the first that has one. Markup of ODK becomes plain words. */
export function labelOf({ words, cells }: FormRow, language: string): string {
  const labels = words['label'] ?? {}
  const label =
    labels[language] || labels[''] || Object.values(labels).find(Boolean) || cells['name'] || ''
  return label
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const wordsIn = (row: FormRow, column: string, language: string): string => {
  const found = row.words[column] ?? {}
  return (found[language] || found[''] || '').replaceAll(/<[^>]*>/g, '').trim()
}

export interface QuestionContext {
  readonly lists: ChoiceLists
  readonly language: string
  readonly ids: Set<string>
}

/** `select_one list or_other` apart: its kind, its list, and whether "Other" is added. */
export function readType(type: string): {
  readonly kind: string
  readonly list: string
  readonly orOther: boolean
} {
  const words = type
    .trim()
    .toLowerCase()
    .replace(
      /^select (one|multiple|all that apply)/,
      (_all, how: string) => `select_${how === 'one' ? 'one' : 'multiple'}`,
    )
    .split(/\s+/)
  const original = type.trim().split(/\s+/)
  const [kind = ''] = words
  const orOther = words.includes('or_other') || /or specify other$/i.test(type)
  const list =
    original
      .slice(/^select\s/i.test(type.trim()) ? 2 : 1)
      .find((word) => !/^(?:or_other|from)$/i.test(word)) ?? ''
  return { kind: kind.replaceAll('-', '_') === 'select1' ? 'select_one' : kind, list, orOther }
}

/** Makes a question of one row of the survey sheet. */
export function questionOfRow(row: FormRow, context: QuestionContext): FormQuestion {
  const { kind, list, orOther } = readType(row.cells['type'] ?? '')
  const title = labelOf(row, context.language)
  if (cannotAsk.has(kind))
    return {
      kind: 'left-out',
      words: `It asks for ${cannotAsk.get(kind)}, which we cannot ask for.`,
    }
  if (row.cells['choice_filter'] !== undefined)
    return { kind: 'left-out', words: 'Its choices depend on another answer, which we cannot do.' }
  if (/\$\{/.test(title))
    return { kind: 'left-out', words: 'Its text repeats an earlier answer, which we cannot do.' }
  const base: Base = {
    id: nameOf(row.cells['name'] ?? title, context.ids, 'question'),
    title,
    about: aboutOf(title),
    ...hintIn(row, context.language),
    ...(/^(?:yes|true|true\(\))$/i.test(row.cells['required'] ?? '')
      ? { mandatory: true as const }
      : {}),
  }
  if (kind === 'select_one' || kind === 'select_multiple' || kind === 'rank')
    return ofChoices(row, base, { ...context, kind, list, orOther })
  return ofField(row, base, kind)
}

type Base = Pick<Question, 'id' | 'title' | 'about' | 'hint' | 'mandatory'>
const none: ReadonlyMap<string, string> = new Map()

const hintIn = (row: FormRow, language: string): { readonly hint?: string } => {
  const hint = wordsIn(row, 'hint', language).slice(0, 1000)
  return hint === '' ? {} : { hint }
}

/** A question of one field, by the type of its row. */
const fields = new Map<string, (row: FormRow, base: Base) => Question>(
  Object.entries({
    text: (row: FormRow, base: Base): Question =>
      /multiline/i.test(row.cells['appearance'] ?? '')
        ? { ...base, kind: 'long-text' }
        : { ...base, kind: 'short-text' },
    integer: (row: FormRow, base: Base): Question => ({
      ...base,
      kind: 'number',
      ...boundsOf(ruleOf(row)),
    }),
    decimal: (row: FormRow, base: Base): Question => ({
      ...base,
      kind: 'number',
      decimals: 2,
      ...boundsOf(ruleOf(row)),
    }),
    range: (row: FormRow, base: Base): Question => ({
      ...base,
      kind: 'number',
      ...rangeOf(row.cells['parameters'] ?? ''),
    }),
    date: (_row: FormRow, base: Base): Question => ({ ...base, kind: 'date' }),
    acknowledge: (_row: FormRow, base: Base): Question => ({
      ...base,
      kind: 'consent',
      statement: base.title,
    }),
  }),
)
const otherNames = new Map([
  ['int', 'integer'],
  ['trigger', 'acknowledge'],
])

const ruleOf = (row: FormRow): string => row.cells['constraint'] ?? ''

function ofField(row: FormRow, base: Base, kind: string): FormQuestion {
  const make = fields.get(otherNames.get(kind) ?? kind)
  if (make === undefined)
    return {
      kind: 'left-out',
      words: `We do not know questions of the type “${row.cells['type'] ?? ''}”.`,
    }
  const question = make(row, base)
  const codes = question.kind === 'consent' ? new Map([['OK', 'given']]) : none
  return { kind: 'asked', question, codes, unsure: unread(row) }
}

/** A rule that we cannot hold people to is named, so that somebody puts it into words. */
const unread = (row: FormRow): readonly string[] => {
  const rule = row.cells['constraint']
  if (
    rule === undefined ||
    boundsOf(rule).least !== undefined ||
    boundsOf(rule).most !== undefined ||
    mostChosen(rule) !== undefined ||
    excludes(rule)
  )
    return []
  return [
    `We do not check the rule “${rule.slice(0, 200)}”. Say it in the hint if people need to know.`,
  ]
}

function boundsOf(rule: string): { readonly least?: number; readonly most?: number } {
  const at = (expression: RegExp): number | undefined => {
    const found = expression.exec(rule)?.[1]
    return found === undefined ? undefined : Number(found)
  }
  const least =
    at(/(?<![\w)])\.\s*>=\s*(-?\d+(?:\.\d+)?)/) ?? plusOne(at(/(?<![\w)])\.\s*>\s*(-?\d+)(?!\.)/))
  const most =
    at(/(?<![\w)])\.\s*<=\s*(-?\d+(?:\.\d+)?)/) ??
    plusOne(at(/(?<![\w)])\.\s*<\s*(-?\d+)(?!\.)/), -1)
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }
}

const plusOne = (bound: number | undefined, step = 1): number | undefined =>
  bound === undefined ? undefined : bound + step

const rangeOf = (parameters: string): { readonly least: number; readonly most: number } => ({
  least: Number(/start\s*=\s*(-?\d+)/.exec(parameters)?.[1] ?? 1),
  most: Number(/end\s*=\s*(-?\d+)/.exec(parameters)?.[1] ?? 10),
})

const mostChosen = (rule: string): number | undefined => {
  const found = /count-selected\(\s*\.\s*\)\s*(<=|<)\s*(\d+)/.exec(rule)
  return found ? Number(found[2]) - (found[1] === '<' ? 1 : 0) : undefined
}

/** `not(selected(., 'none') and count-selected(.) > 1)`: "None" excludes the rest. */
const excludes = (rule: string): string | undefined =>
  /not\(\s*selected\(\s*\.\s*,\s*['‘’"]([^'‘’"]+)['‘’"]\s*\)\s*and\s*count-selected\(\s*\.\s*\)\s*>\s*1\s*\)/.exec(
    rule,
  )?.[1]

interface ChoiceContext extends QuestionContext {
  readonly kind: string
  readonly list: string
  readonly orOther: boolean
}

const agreementCodes = agreementScale.slice(0, 5).map(({ label }) => label.toLowerCase())

function ofChoices(
  row: FormRow,
  base: Base,
  { kind, list, orOther, lists, language }: ChoiceContext,
): FormQuestion {
  const choices = lists.get(list)
  if (choices === undefined)
    return { kind: 'left-out', words: `Its list of choices, “${list}”, is not in the file.` }
  const codes = new Map<string, string>()
  const taken = new Set<string>()
  const excluded = excludes(row.cells['constraint'] ?? '')
  const options = choices.map((choice): Option => {
    const name = choice.cells['name'] ?? choice.cells['value'] ?? ''
    const code = nameOf(name, taken, 'option')
    codes.set(name, code)
    return {
      code,
      label: labelOf(choice, language),
      ...(name === excluded && kind === 'select_multiple' ? { exclusive: true as const } : {}),
    }
  })
  if (orOther) {
    const code = nameOf('other', taken, 'other')
    codes.set('other', code)
    options.push({ code, label: 'Other', say: { label: 'Say what' } })
  }
  if (options.length < 2 || options.length > mostOptions)
    return {
      kind: 'left-out',
      words: `It has ${options.length} choices; a question here has 2 to ${mostOptions}.`,
    }
  return choiceQuestion(row, base, { kind, options, codes })
}

function choiceQuestion(
  row: FormRow,
  base: Base,
  {
    kind,
    options,
    codes,
  }: {
    readonly kind: string
    readonly options: readonly Option[]
    readonly codes: ReadonlyMap<string, string>
  },
): FormQuestion {
  const unsure = unread(row)
  if (kind === 'rank') {
    if (options.length > mostRanked)
      return {
        kind: 'left-out',
        words: `It puts ${options.length} things in order; here people can order ${mostRanked}.`,
      }
    return { kind: 'asked', question: { ...base, kind: 'ranking', options }, codes, unsure }
  }
  if (kind === 'select_multiple') {
    const most = mostChosen(row.cells['constraint'] ?? '')
    return {
      kind: 'asked',
      question: { ...base, kind: 'several-of', options, ...(most === undefined ? {} : { most }) },
      codes,
      unsure,
    }
  }
  const labels = options.map(({ label }) => label.toLowerCase())
  if (labels.length === 2 && labels[0] === 'yes' && labels[1] === 'no') {
    const renamed = new Map([...codes.keys()].map((name, at) => [name, at === 0 ? 'yes' : 'no']))
    return {
      kind: 'asked',
      question: { ...base, kind: 'yes-no' },
      codes: renamed,
      unsure: [...unsure, 'We added “I do not know” to Yes and No.'],
    }
  }
  const agreement = agreementCodes.every((label, at) => labels[at] === label)
  return {
    kind: 'asked',
    question: { ...base, kind: 'one-of', options },
    codes,
    unsure: agreement
      ? [...unsure, 'This is an agreement scale. You may want to make it one of ours.']
      : unsure,
  }
}
