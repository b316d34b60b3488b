import { html } from 'lit'
import {
  describedBy,
  type Described,
  fieldClass,
  type FieldWords,
  hintAndError,
  legend,
} from './field.ts'

export interface FieldsetOptions extends FieldWords, Described {
  readonly id: string
  readonly content: unknown
}

/** A group of controls that answer one question: legend, hint, error, controls. */
export const fieldset = (options: FieldsetOptions) => html`<fieldset
  class=${fieldClass(options.error)}
  aria-describedby=${describedBy(options.id, options)}
>
  ${legend(options)} ${hintAndError(options.id, options)} ${options.content}
</fieldset>`
