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

/** `items`: that nothing is chosen yet is an item too, with words of its own. */
export interface SelectOptions extends FieldWords, Described {
  readonly id: string
  readonly name: string
  /** Ids of more that describes it, for one of several that belong together. */
  readonly more?: readonly string[]
  readonly items: readonly {
    readonly value: string
    readonly text: string
    readonly selected?: boolean
  }[]
}

/** One of many: the browser's own list, for more choices than radio buttons can show. */
export const select = (options: SelectOptions) => html`<div class=${fieldClass(options.error)}>
  ${fieldLabel(options.id, options)} ${hintAndError(options.id, options)}
  <select
    class="input w20"
    id=${options.id}
    name=${options.name}
    aria-describedby=${describedBy(options.id, options, options.more)}
    aria-invalid=${invalid(options.error)}
  >${options.items.map(({ value, text, selected }) => html`<option value=${value} ?selected=${selected === true}>${text}</option>`)}</select>
</div>`
