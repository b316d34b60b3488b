import { html, nothing, type TemplateResult } from 'lit'
import type { Block } from '../domain/consultation/consultation.ts'
import { partIn } from './languages.ts'
import { richText } from './rich-text.ts'
import { table } from './table.ts'

/** The level of a heading block: one below the heading the blocks stand under. */
export type BlockHeading = 'h2' | 'h3' | 'h4'

/** A block with media in it. */
export type MediaBlock = Extract<
  Block,
  { kind: 'picture' | 'easy' | 'recording' | 'document-file' }
>

/** How to show what only some reading material has. */
export interface BlockHelp {
  /** Words with hard ones explained; absent: none are. */
  readonly text?: (words: string) => TemplateResult
  /** Absent: there are no media. */
  readonly media?: ((block: MediaBlock, heading: BlockHeading) => unknown) | undefined
}

/** Reading material: paragraphs, headings, lists, tables, quotations, and media; each in its own language. */
export const blocks = (
  list: readonly Block[],
  heading: BlockHeading = 'h2',
  help: BlockHelp = {},
) =>
  html`<div class="prose">${list.map((block) => partIn(shown(block, heading, help), block.lang))}</div>`

function shown(block: Block, heading: BlockHeading, { text = richText, media }: BlockHelp) {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${text(block.text)}</p>`
    case 'heading':
      return headingBlock(heading, block.text)
    case 'list': {
      const items = block.items.map((item) => html`<li>${text(item)}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'table':
      return table({ ...block, rows: block.rows.map((row) => row.map((cell) => text(cell))) })
    case 'quote':
      return html`<figure class="quote">
      <blockquote><p>${richText(block.text)}</p></blockquote><figcaption>${block.by}</figcaption>
    </figure>`
    default:
      return media?.(block, heading) ?? nothing
  }
}

function headingBlock(level: BlockHeading, text: string) {
  if (level === 'h2') return html`<h2>${text}</h2>`
  return level === 'h3' ? html`<h3>${text}</h3>` : html`<h4>${text}</h4>`
}
