import { html } from 'lit'

export interface BackLinkOptions {
  readonly href: string
  /** Says where to, unless it is simply the page before. */
  readonly text?: string
}

/** The way back, above everything else in the page. */
export const backLink = ({ href, text = 'Back' }: BackLinkOptions) =>
  html`<a class="back" href=${href}>${text}</a>`
