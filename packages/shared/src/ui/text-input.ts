import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import {
  characterCount,
  describedBy,
  type Described,
  fieldClass,
  fieldIds,
  type FieldWords,
  heading,
  hintAndError,
  invalid,
  titleWords,
} from './field.ts'

export interface TextInputOptions extends FieldWords, Described {
  readonly id: string
  readonly name: string
  readonly value: string
  /** How many characters wide, when what is asked for has a usual length. */
  readonly width?: 2 | 4 | 10 | 20
  /** Follows the field and describes it: "minutes". */
  readonly unit?: string
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | 'tel' | 'email'
  readonly autocomplete?: string
  /** `false` for references and codes, where there is nothing to spell. */
  readonly spellcheck?: boolean
  readonly onInput?: (value: string) => void
}

/** The label of a text field; the label is inside the heading, so that the words are both. */
export const fieldLabel = (id: string, words: FieldWords) =>
  html`${
    words.heading
      ? heading(words.heading, html`<label for=${id}>${titleWords(words)}</label>`)
      : html`<label class="label" for=${id}>${titleWords(words)}</label>`
  }${words.statement ? html`<p class="statement">${words.statement}</p>` : nothing}`

/** A line of text, in the direction of what is typed. There is no `maxlength`: it cuts what somebody pastes without telling them. */
export const textInput = (
  options: TextInputOptions,
) => html`<div class=${fieldClass(options.error)}>
  ${fieldLabel(options.id, options)} ${hintAndError(options.id, options)}
  <div class="beside">
    <input
      class=${options.width ? `input w${options.width}` : 'input'}
      type="text"
      dir="auto"
      id=${options.id}
      name=${options.name}
      .value=${live(options.value)}
      inputmode=${options.inputmode ?? nothing}
      autocomplete=${options.autocomplete ?? 'off'}
      spellcheck=${options.spellcheck === false ? 'false' : nothing}
      aria-describedby=${describedBy(options.id, options, [options.unit ? fieldIds(options.id).unit : undefined])}
      aria-invalid=${invalid(options.error)}
      @input=${(event: Event) => options.onInput?.((event.currentTarget as HTMLInputElement).value)}
    />
    ${options.unit ? html`<span id=${fieldIds(options.id).unit}>${options.unit}</span>` : nothing}
  </div>
  ${characterCount(options.id, options)}
</div>`
