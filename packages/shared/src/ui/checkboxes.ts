import { html, nothing } from 'lit'
import { choice, type ChoiceItem } from './choice.ts'
import type { Described, FieldWords } from './field.ts'
import { fieldset } from './fieldset.ts'

export interface CheckboxItem extends ChoiceItem {
  /** Stands apart after an "or": choosing it un-chooses the others. The caller does that in `onChange`. */
  readonly exclusive?: boolean
}

export interface CheckboxesOptions extends FieldWords, Described {
  readonly id: string
  readonly name: string
  readonly items: readonly CheckboxItem[]
  readonly onChange?: (value: string, checked: boolean) => void
}

/** Several of several; or, with one item, a box to tick. */
export const checkboxes = (options: CheckboxesOptions) =>
  fieldset({
    ...options,
    content: html`<div class="list">${options.items.map(
      (item, index) =>
        html`${
          item.exclusive && index > 0 && !options.items[index - 1]?.exclusive
            ? html`<p class="or">${options.own?.('or') ?? 'or'}</p>`
            : nothing
        }${choice({ ...options, type: 'checkbox' }, item, index)}`,
    )}</div>`,
  })
