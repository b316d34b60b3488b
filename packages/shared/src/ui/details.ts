import { html } from 'lit'
import type { Content } from './field.ts'

/** More words for those who want them, opened by the browser's own control; it works without script and with find in page. */
export const details = ({
  summary,
  content,
}: {
  readonly summary: Content
  readonly content: Content
}) => html`<details><summary>${summary}</summary><div>${content}</div></details>`
