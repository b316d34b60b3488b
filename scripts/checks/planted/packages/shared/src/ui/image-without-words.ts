import { html, type TemplateResult } from 'lit'
export const image = (source: string): TemplateResult => html`<img src=${source}>`
