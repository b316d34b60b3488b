import { html } from 'lit'
import type { Block } from '../domain/consultation.ts'
import { richText } from './rich-text.ts'
import { table } from './table.ts'

/** The level of a heading block: one below the heading the blocks stand under. */
export type BlockHeading = 'h2' | 'h3' | 'h4'

/** Reading material: paragraphs, headings, lists, tables, quotations. */
export const blocks = (list: readonly Block[], heading: BlockHeading = 'h2') =>
  html`<div class="prose">${list.map((block) => shown(block, heading))}</div>`

function shown(block: Block, heading: BlockHeading) {
  switch (block.kind) {
    case 'paragraph': return html`<p>${richText(block.text)}</p>`
    case 'heading': return headingBlock(heading, block.text)
    case 'list': {
      const items = block.items.map((item) => html`<li>${richText(item)}</li>`)
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'table': return table({ ...block, rows: block.rows.map((row) => row.map(richText)) })
    case 'quote': return html`<figure class="quote">
      <blockquote><p>${richText(block.text)}</p></blockquote><figcaption>${block.by}</figcaption>
    </figure>`
    default: return block satisfies never
  }
}

function headingBlock(level: BlockHeading, text: string) {
  if (level === 'h2') return html`<h2>${text}</h2>`
  return level === 'h3' ? html`<h3>${text}</h3>` : html`<h4>${text}</h4>`
}
