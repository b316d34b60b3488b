import { html } from 'lit'
import { dateInput } from '../../ui/date-input.ts'
import { partId } from '../../ui/field.ts'
import { textInput } from '../../ui/text-input.ts'
import { formWords } from '../../words/part-fields.ts'

/** A day and a clock as somebody types them. */
export interface TypedMoment {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string
}

export interface MomentFieldsOptions {
  readonly id: string
  /** The names of the two fields. */
  readonly day: string
  readonly time: string
  readonly value: TypedMoment
  readonly error?: string
  readonly onInput: (value: TypedMoment) => void
}

/** A moment by the clock in the United Kingdom: three short fields for the day, and one for the time. */
export const momentFields = ({ id, day, time, value, error, onInput }: MomentFieldsOptions) =>
  html`${dateInput({
    id,
    name: id,
    title: day,
    value,
    ...(error ? { error } : {}),
    onInput: (part, text) => onInput({ ...value, [part]: text }),
  })}${textInput({
    id: partId(id, 'time'),
    name: partId(id, 'time'),
    title: time,
    hint: formWords.timeHint,
    value: value.time,
    width: 4,
    onInput: (text) => onInput({ ...value, time: text }),
  })}`
