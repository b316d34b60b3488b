import { html } from 'lit'
import { choice, type ChoiceItem } from './choice.ts'
import type { Described, FieldWords } from './field.ts'
import { fieldset } from './fieldset.ts'

export interface RadiosOptions extends FieldWords, Described {
  readonly id: string
  readonly name: string
  readonly items: readonly ChoiceItem[]
  /** `row`: short choices side by side where there is room; `points`: the same, each with its words below it. */
  readonly layout?: 'list' | 'row' | 'points'
  readonly onChange?: (value: string) => void
}

/** One of several. */
export const radios = (options: RadiosOptions) =>
  fieldset({
    ...options,
    content: html`<div class=${options.layout ?? 'list'}>
    ${options.items.map((item, index) => choice({ ...options, type: 'radio' }, item, index))}
  </div>`,
  })
