import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import {
  characterCount,
  describedBy,
  type Described,
  fieldClass,
  type FieldWords,
  hintAndError,
  invalid,
} from './field.ts'
import { fieldLabel } from './text-input.ts'

export interface TextareaOptions extends FieldWords, Described {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly rows?: number
  readonly autocomplete?: string
  readonly onInput?: (value: string) => void
}

/**
 * Several lines of text. The text is in the `value` property, which a server cannot write: a server-rendered page has
 * the field empty, and the person's words come from their device.
 */
export const textarea = (options: TextareaOptions) => html`<div class=${fieldClass(options.error)}>
  ${fieldLabel(options.id, options)} ${hintAndError(options.id, options)}
  <textarea
    class="input"
    dir="auto"
    id=${options.id}
    name=${options.name}
    rows=${options.rows ?? 6}
    autocomplete=${options.autocomplete ?? nothing}
    .value=${live(options.value)}
    aria-describedby=${describedBy(options.id, options)}
    aria-invalid=${invalid(options.error)}
    @input=${(event: Event) => options.onInput?.((event.currentTarget as HTMLTextAreaElement).value)}
  ></textarea>
  ${characterCount(options.id, options)}
</div>`
