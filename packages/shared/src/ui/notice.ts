import { html, nothing } from 'lit'
import type { Content } from './field.ts'

export interface NoticeOptions {
  /** What sort of notice: its words must say so too, colour never does alone. */
  readonly tone?: 'plain' | 'warning' | 'good'
  readonly title?: Content
  /** `h2` by default. */
  readonly heading?: 'h2' | 'h3'
  readonly content: Content
}

/** Something to know before going on. It is part of the page, not an announcement. */
export const notice = ({
  tone = 'plain',
  title,
  heading = 'h2',
  content,
}: NoticeOptions) => html`<div class=${`notice ${tone}`}>
  ${title ? (heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`) : nothing}
  <div>${content}</div>
</div>`
