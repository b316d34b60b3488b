import { html, nothing } from 'lit'
import { fieldOf, textIn, type Part, type Value } from '../../domain/authoring/draft/draft.ts'
import { mayWriteField, newProcess, type RoundStage } from '../../domain/round/desk/round-draft.ts'
import { moderationTimes } from '../../domain/round/round.ts'
import type { ChoiceItem } from '../../ui/choice.ts'
import { radios } from '../../ui/radios.ts'
import { roundDeskWords as words, roundFieldWords, starterSources } from '../../words/round-desk.ts'
import type { Control, FormField } from '../authoring/part-fields.ts'
import { fieldControl, words as fieldWords } from '../authoring/part-form.view.ts'
import type { TypedParts } from '../authoring/part-form-model.ts'

/** What the form of a discussion shows: the fields with what was typed last, and what it can be put beside. */
export interface RoundFormModel {
  readonly part: Part
  readonly stage: RoundStage
  readonly typed: Readonly<Record<string, TypedParts>>
  /** What cannot be saved as it is, by field. */
  readonly problems: Readonly<Record<string, string>>
  readonly processes: readonly { readonly slug: string; readonly title: string }[]
  readonly consultations: readonly { readonly slug: string; readonly title: string }[]
}

export interface RoundFormHandlers {
  readonly onValue?: (field: string, value: Value) => void
  readonly onTyped?: (field: FormField, part: string, text: string) => void
}

type Group = keyof typeof words.groupsOfForm
type Row = readonly [field: string, control: Control | 'choice', optional?: 'optional']

const side = (name: string): readonly Row[] => [
  [`${name}Title`, 'line'],
  [`${name}Text`, 'lines'],
  [`${name}Name`, 'line'],
  [`${name}Self`, 'line', 'optional'],
  [`${name}Source`, 'choice'],
]

const rows: readonly (readonly [Group, readonly Row[]])[] = [
  [
    'asking',
    [
      ['title', 'line'],
      ['lede', 'lines'],
      ['kind', 'choice'],
      ['answering', 'lines'],
      ['position', 'line', 'optional'],
    ],
  ],
  ['first', side('first')],
  ['second', side('second')],
  [
    'talk',
    [
      ['rules', 'lines'],
      ['moderation', 'choice'],
      ['reading', 'line'],
    ],
  ],
  [
    'times',
    [
      ['opensAt', 'moment'],
      ['closesAt', 'moment'],
      ['summaryBy', 'date'],
    ],
  ],
  [
    'place',
    [
      ['consultation', 'choice'],
      ['process', 'choice'],
      ['processTitle', 'line'],
      ['processLede', 'lines'],
      ['slug', 'line'],
      ['indexed', 'choice'],
      ['trustName', 'line'],
      ['trustNote', 'line', 'optional'],
    ],
  ],
  [
    'summary',
    [
      ['said', 'lines'],
      ['notSettled', 'lines', 'optional'],
      ['next', 'lines'],
    ],
  ],
]

/** The fields that can be written at the stage at hand, in their groups. */
export const roundForm = (model: RoundFormModel, handlers: RoundFormHandlers = {}) =>
  rows.map(([group, fields]) => {
    const shown = fields.filter(([field]) => isAsked(model, field))
    return shown.length === 0
      ? nothing
      : html`<section class="part" aria-labelledby=${`group-${group}`}>
        <h2 id=${`group-${group}`}>${words.groupsOfForm[group]}</h2>
        ${group === 'first' ? html`<p>${words.startersLede}</p>` : nothing}
        ${shown.map((row) => control(row, model, handlers))}
      </section>`
  })

/** The words of a new row are asked for only where one begins. */
const isAsked = ({ stage, part }: RoundFormModel, field: string): boolean =>
  mayWriteField(stage, field) &&
  isOfKind(textIn(part, 'kind'), field) &&
  (!field.startsWith('process') || field === 'process' || textIn(part, 'process') === newProcess)

/** Who answers is asked where people ask, and what they can be for or against where they talk. */
const isOfKind = (kind: string, field: string): boolean =>
  field === 'answering' ? kind === 'questions' : field !== 'position' || kind !== 'questions'

/** A field with its words, as the controls of every part take them. */
const roundField = ([field, kind, optional]: Row): FormField => {
  const { label, hint } = roundFieldWords[field] ?? { label: field }
  return {
    field,
    control: kind === 'choice' ? 'kind' : kind,
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(optional ? { optional: true as const } : {}),
    ...(longTexts.has(field) ? { rows: 10 } : {}),
  }
}

const longTexts: ReadonlySet<string> = new Set([
  'firstText',
  'secondText',
  'said',
  'notSettled',
  'next',
])

function control(row: Row, model: RoundFormModel, handlers: RoundFormHandlers) {
  const field = roundField(row)
  if (row[1] !== 'choice')
    return fieldControl(field, { ...model, earlier: [], readings: [] }, handlers)
  return radios({
    ...fieldWords(field, model),
    items: choicesOf(field.field, model),
    ...(handlers.onValue
      ? {
          onChange: (value: string) => handlers.onValue?.(field.field, valueOf(field.field, value)),
        }
      : {}),
  })
}

const valueOf = (field: string, chosen: string): Value => {
  if (field === 'indexed') return chosen === 'yes'
  return chosen === '' ? undefined : chosen
}

/** What is chosen while nothing was: as the round would be. */
const unchosen: Readonly<Record<string, string>> = {
  kind: 'discussion',
  moderation: 'before-first',
  firstSource: 'participant',
  secondSource: 'participant',
}

function choicesOf(field: string, model: RoundFormModel): readonly ChoiceItem[] {
  const value = fieldOf(model.part, field)
  const chosen =
    field === 'indexed'
      ? value === undefined
        ? undefined
        : value === true
          ? 'yes'
          : 'no'
      : textIn(model.part, field) || (unchosen[field] ?? '')
  return choiceWords(field, model).map(([code, text]) => ({
    value: code,
    text,
    checked: code === chosen,
  }))
}

function choiceWords(
  field: string,
  { processes, consultations }: Pick<RoundFormModel, 'processes' | 'consultations'>,
): readonly (readonly [code: string, text: string])[] {
  switch (field) {
    case 'kind':
      return Object.entries(words.kinds)
    case 'moderation':
      return moderationTimes.map((time) => [time, words.moderation[time]])
    case 'indexed':
      return Object.entries(words.indexed)
    case 'consultation':
      return [
        ['', words.noConsultation],
        ...consultations.map(({ slug, title }) => [slug, words.besideConsultation(title)] as const),
      ]
    case 'process':
      return [
        ['', words.noProcess],
        ...processes.map(({ slug, title }) => [slug, words.processOf(title)] as const),
        [newProcess, words.newProcess],
      ]
    default:
      return starterSources.map((source) => [source, words.sources[source]])
  }
}

/** A choice as it is offered; undefined for what is written, or chosen among what is looked up. */
export const choiceText = (field: string, value: string): string | undefined =>
  ['kind', 'moderation', 'firstSource', 'secondSource'].includes(field)
    ? choiceWords(field, { processes: [], consultations: [] }).find(([code]) => code === value)?.[1]
    : undefined
