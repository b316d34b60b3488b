import { html, nothing } from 'lit'
import { changing } from './changing.ts'
import type { Content } from './field.ts'

export interface ProgressOptions {
  /** The part of the whole, for a sense of place: "Getting there". */
  readonly part?: Content
  /** "Question 7 of 25": words, since a bar alone says little and nothing at all when read out. */
  readonly text: Content
}

/** How far along, in words, above the title. */
export const progress = ({ part, text }: ProgressOptions) =>
  html`<p class="progress">${part ? html`<span>${part}</span> <span aria-hidden="true">·</span> ` : nothing}<span>${changing(text)}</span></p>`
