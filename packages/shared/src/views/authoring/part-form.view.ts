import { html, nothing } from 'lit'
import { blockText } from '../../domain/authoring/draft/block-text.ts'
import { fieldOf, readKey, textIn, type Value } from '../../domain/authoring/draft/draft.ts'
import type { Block } from '../../domain/consultation/consultation.ts'
import type { ExplainedWord } from '../../domain/consultation/glossary.ts'
import { clockOfMoment } from '../../domain/core/london-time.ts'
import { dayOfMoment, momentWords } from '../../domain/core/dates.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { dateInput } from '../../ui/date-input.ts'
import type { DatePart } from '../../ui/date-parts.ts'
import { partId } from '../../ui/field.ts'
import { radios } from '../../ui/radios.ts'
import { textInput } from '../../ui/text-input.ts'
import { textarea } from '../../ui/textarea.ts'
import { authoringWords } from '../../words/authoring.ts'
import { formWords } from '../../words/part-fields.ts'
import { conditionField } from './condition-field.view.ts'
import { optionList, type OptionHandlers } from './option-list.view.ts'
import { formFieldsOf, kindChoices, type FormField } from './part-fields.ts'
import { fieldId, type PartFormModel, type TypedParts } from './part-form-model.ts'

export interface PartFormHandlers extends OptionHandlers {
  readonly onValue?: (field: string, value: Value) => void
  /** Text that is not a value yet: a part of a date, a number. `part` is empty for a field of one part. */
  readonly onTyped?: (field: FormField, part: string, text: string) => void
}

/** The fields of one part, to write in. */
export function partForm(model: PartFormModel, handlers: PartFormHandlers = {}) {
  const { part } = model
  const kind = readKey(part.key)?.kind ?? 'about'
  return formFieldsOf(kind, textIn(part, 'kind')).map((field) =>
    fieldControl(field, model, handlers),
  )
}

type Model = PartFormModel
type Handlers = PartFormHandlers

/** One field with the control it is written in. */
export function fieldControl(field: FormField, model: Model, handlers: Handlers) {
  switch (field.control) {
    case 'line':
      return textInput({
        ...words(field, model),
        value: textIn(model.part, field.field),
        ...writes(field, handlers),
      })
    case 'lines':
      return textarea({
        ...words(field, model),
        value: textIn(model.part, field.field),
        rows: field.rows ?? (field.field === 'title' ? 2 : 4),
        ...writes(field, handlers),
      })
    case 'number':
    case 'amount':
      return numberField(field, model, handlers)
    case 'blocks':
    case 'glossary':
      return typedText(field, model, handlers)
    case 'date':
    case 'moment':
      return dateField(field, model, handlers)
    default:
      return choosing(field, model, handlers)
  }
}

function choosing(field: FormField, model: Model, handlers: Handlers) {
  switch (field.control) {
    case 'kind':
      return kindField(field, model, handlers)
    case 'must':
      return mustField(field, model, handlers)
    case 'options':
      return optionList({ field, model }, handlers)
    case 'condition':
      return conditionField({ field, model }, (value) => handlers.onValue?.(field.field, value))
    case 'readings':
      return readingsField(field, model, handlers)
    case 'purpose':
      return purposeField(field, model, handlers)
    case 'decorative':
      return decorativeField(field, model, handlers)
    default:
      return nothing
  }
}

/** What every field has: its words, and what is wrong with it. */
export function words(field: FormField, { problems }: Pick<Model, 'problems'>) {
  const error = problems[field.field]
  return {
    id: fieldId(field.field),
    name: fieldId(field.field),
    title: field.label,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    ...(field.optional ? { optional: true } : {}),
    ...(error === undefined ? {} : { error }),
  }
}

const writes = (field: FormField, { onValue }: Handlers) =>
  onValue ? { onInput: (text: string) => onValue(field.field, text) } : {}

/** The text of a field whose value is made from it: as it was typed last, or as the value is written. */
const typedOf = (field: FormField, { typed, part }: Model): string =>
  typed[field.field]?.[''] ?? writtenAs(field, fieldOf(part, field.field))

function writtenAs(field: FormField, value: Value): string {
  if (value === undefined || value === null) return ''
  if (field.control === 'blocks') return blockText(value as readonly Block[])
  if (field.control === 'glossary')
    return (value as readonly ExplainedWord[])
      .map(({ word, meaning }) => `${word}: ${meaning}`)
      .join('\n')
  return String(value as number | string)
}

function numberField(field: FormField, model: Model, { onTyped }: Handlers) {
  return textInput({
    ...words(field, model),
    value: typedOf(field, model),
    width: 4,
    inputmode: field.control === 'amount' ? 'text' : 'numeric',
    ...(onTyped ? { onInput: (text: string) => onTyped(field, '', text) } : {}),
  })
}

function typedText(field: FormField, model: Model, { onTyped }: Handlers) {
  return textarea({
    ...words(field, model),
    value: typedOf(field, model),
    rows: field.field === 'blocks' ? 16 : 6,
    ...(onTyped ? { onInput: (text: string) => onTyped(field, '', text) } : {}),
  })
}

/** A day, and for a moment the clock beside it; what was written is said in words below. */
function dateField(field: FormField, model: Model, handlers: Handlers) {
  const value = fieldOf(model.part, field.field)
  const written = typeof value === 'string' ? value : ''
  const { onTyped } = handlers
  return html`<div class="moment-field">${dateInput({
    ...words(field, model),
    value: dayShown(model.typed[field.field] ?? {}, written),
    ...(onTyped ? { onInput: (part: DatePart, text: string) => onTyped(field, part, text) } : {}),
  })}
  ${field.control === 'moment' ? clockField(field, { model, written }, handlers) : nothing}</div>`
}

function dayShown(typed: TypedParts, written: string) {
  const [year = '', month = '', day = ''] = written ? dayOfMoment(written).split('-') : []
  return {
    day: typed['day'] ?? plain(day),
    month: typed['month'] ?? plain(month),
    year: typed['year'] ?? year,
  }
}

function clockField(
  field: FormField,
  { model, written }: { readonly model: Model; readonly written: string },
  { onTyped }: Handlers,
) {
  const id = partId(fieldId(field.field), 'time')
  const typed = model.typed[field.field]?.['time']
  return html`${textInput({
    id,
    name: id,
    title: `${formWords.time}: ${field.label}`,
    hint: formWords.timeHint,
    value: typed ?? (written ? clockOfMoment(written) : ''),
    width: 4,
    ...(onTyped ? { onInput: (text: string) => onTyped(field, 'time', text) } : {}),
  })}
  ${written ? html`<p class="quiet">${formWords.inWords(momentWords(written))}</p>` : nothing}`
}

const plain = (part: string): string => part.replace(/^0/, '')

const kindField = (field: FormField, model: Model, { onValue }: Handlers) =>
  radios({
    ...words(field, model),
    items: kindChoices.map((choice) => ({
      ...choice,
      checked: choice.value === textIn(model.part, field.field),
    })),
    ...(onValue ? { onChange: (kind: string) => onValue(field.field, kind) } : {}),
  })

const mustField = (field: FormField, model: Model, { onValue }: Handlers) => {
  const must = fieldOf(model.part, field.field) === true
  return radios({
    ...words(field, model),
    layout: 'row',
    items: [
      { value: 'no', text: authoringWords.mandatoryNo, checked: !must },
      { value: 'yes', text: authoringWords.mandatoryYes, checked: must },
    ],
    ...(onValue
      ? { onChange: (value: string) => onValue(field.field, value === 'yes' ? true : undefined) }
      : {}),
  })
}

const decorativeField = (field: FormField, model: Model, { onValue }: Handlers) => {
  const only = fieldOf(model.part, field.field) === true
  return radios({
    ...words(field, model),
    items: [
      { value: 'no', text: formWords.decorativeNo, checked: !only },
      { value: 'yes', text: formWords.decorativeYes, checked: only },
    ],
    ...(onValue
      ? { onChange: (value: string) => onValue(field.field, value === 'yes' ? true : undefined) }
      : {}),
  })
}

function readingsField(field: FormField, model: Model, { onValue }: Handlers) {
  const value = fieldOf(model.part, field.field)
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  if (model.readings.length === 0) return nothing
  return checkboxes({
    ...words(field, model),
    items: model.readings.map(({ id, title }) => ({
      value: id,
      text: title || authoringWords.untitled,
      checked: chosen.includes(id),
    })),
    onChange: (id: string, checked: boolean) =>
      onValue?.(
        field.field,
        model.readings
          .map((one) => one.id)
          .filter((one) => (one === id ? checked : chosen.includes(one))),
      ),
  })
}

const purposeField = (field: FormField, model: Model, { onValue }: Handlers) => {
  const purpose = textIn(model.part, field.field)
  return radios({
    ...words(field, model),
    items: Object.entries(formWords.purposes).map(([value, text]) => ({
      value,
      text,
      checked: value === purpose,
    })),
    ...(onValue
      ? { onChange: (value: string) => onValue(field.field, value === '' ? undefined : value) }
      : {}),
  })
}
