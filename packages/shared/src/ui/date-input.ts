import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import { dateParts, type DatePart } from './date-parts.ts'
import { describedBy, type Described, type FieldWords, invalid, partId } from './field.ts'
import { fieldset } from './fieldset.ts'

const partWords = { day: 'Day', month: 'Month', year: 'Year' } as const

export interface DateInputOptions extends FieldWords, Described {
  readonly id: string
  readonly name: string
  readonly value: Readonly<Record<DatePart, string>>
  /** Which parts the error is about; absent: all three. */
  readonly errorParts?: readonly DatePart[]
  readonly onInput?: (part: DatePart, value: string) => void
}

/** A date as three short fields: a date picker is harder with a keyboard, a voice and a magnifier, and for dates long ago. */
export const dateInput = (options: DateInputOptions) =>
  fieldset({
    ...options,
    content: html`<div class="date">${dateParts.map((part) => datePart(options, part))}</div>`,
  })

function datePart(options: DateInputOptions, part: DatePart) {
  const id = part === 'day' ? options.id : partId(options.id, part)
  const wrong = options.errorParts?.includes(part) ?? true
  return html`<div>
    <label for=${id}>${options.own?.(partWords[part]) ?? partWords[part]}</label>
    <input
      class=${part === 'year' ? 'input w4' : 'input w2'}
      type="text"
      inputmode="numeric"
      id=${id}
      name=${`${options.name}_${part}`}
      autocomplete="off"
      .value=${live(options.value[part])}
      aria-describedby=${describedBy(options.id, options)}
      aria-invalid=${invalid(wrong ? options.error : undefined)}
      @input=${(event: Event) => options.onInput?.(part, (event.currentTarget as HTMLInputElement).value)}
    />
  </div>`
}
