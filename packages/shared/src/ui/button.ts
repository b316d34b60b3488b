import { html, nothing } from 'lit'
import { changing } from './changing.ts'
import { type Content, hiddenText } from './field.ts'

/** One `primary` a page; `second` beside it; `danger` for what cannot be undone; `quiet` looks like a link. */
export type ButtonKind = 'primary' | 'second' | 'danger' | 'quiet'

interface ButtonWords {
  readonly text: Content
  readonly kind?: ButtonKind
  /** Said after the text to screen readers: "Delete", "the draft about clinics". */
  readonly hidden?: Content
}

export interface ButtonOptions extends ButtonWords {
  /** Absent: `button`. */
  readonly type?: 'button' | 'submit'
  readonly id?: string
  readonly name?: string
  readonly value?: string
  /** The id of what describes it. */
  readonly describedBy?: string
  readonly onClick?: () => void
}

const buttonClass = (kind: ButtonKind = 'primary'): string =>
  kind === 'primary' ? 'button' : `button ${kind}`

/** A button. It has no `disabled`: a button that cannot be pressed yet says nothing about why. */
export const button = (options: ButtonOptions) => html`<button
  type=${options.type ?? 'button'}
  class=${buttonClass(options.kind)}
  id=${options.id ?? nothing}
  name=${options.name ?? nothing}
  value=${options.value ?? nothing}
  aria-describedby=${options.describedBy ?? nothing}
  @click=${() => options.onClick?.()}
>${changing(options.text)}${options.hidden ? hiddenText(options.hidden) : nothing}</button>`

/** A link that starts something; a link all the same, so that it opens, copies and reads like one. */
export const linkButton = (options: ButtonWords & { readonly href: string }) =>
  html`<a class=${buttonClass(options.kind)} href=${options.href}>${changing(options.text)}${options.hidden ? hiddenText(options.hidden) : nothing}</a>`
