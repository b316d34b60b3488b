import { html } from 'lit'
import {
  describedBy,
  type Described,
  fieldClass,
  type FieldWords,
  hintAndError,
  invalid,
} from './field.ts'
import { fieldLabel } from './text-input.ts'

export interface ColourInputOptions extends FieldWords, Described {
  readonly id: string
  readonly name: string
  /** `#rrggbb`. */
  readonly value: string
  /** Ids of more that describes it, for one of several that belong together. */
  readonly more?: readonly string[]
}

/** A colour, chosen with the browser's own control. */
export const colourInput = (
  options: ColourInputOptions,
) => html`<div class=${fieldClass(options.error)}>
  ${fieldLabel(options.id, options)} ${hintAndError(options.id, options)}
  <input
    class="input colour"
    type="color"
    id=${options.id}
    name=${options.name}
    value=${options.value}
    aria-describedby=${describedBy(options.id, options, options.more)}
    aria-invalid=${invalid(options.error)}
  />
</div>`
