import { html } from 'lit'

/** Words set apart from those around them. */
export const insetText = (content: unknown) => html`<div class="inset">${content}</div>`
