import { html } from 'lit'
import type { Content } from './field.ts'

export interface BackLinkOptions {
  readonly href: string
  /** Says where to, unless it is simply the page before. */
  readonly text?: Content
}

/** The way back, above everything else in the page. */
export const backLink = ({ href, text = 'Back' }: BackLinkOptions) =>
  html`<a class="back" href=${href}>${text}</a>`
