import { longestText } from '../../consultation/block-schema.ts'
import type { Block } from '../../consultation/consultation.ts'

/** What one block may hold; block-schema.ts says the same to a consultation's file. */
const longestHeading = 200
const longestItem = 2_000
const mostItems = 50
const mostColumns = 10
const mostRows = 100
const longestCell = 1_000
const longestColumn = 200

/**
 * The same blocks with none over its limit. A long list or table goes on in a second one, a long paragraph in another, and
 * a table that is too wide becomes a list: no words are dropped.
 */
export const fitBlocks = (blocks: readonly Block[]): readonly Block[] => blocks.flatMap(fitBlock)

function fitBlock(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'paragraph':
      return inPieces(block.text, longestText).map((text) => ({ ...block, text }))
    case 'heading':
      return block.text.length <= longestHeading
        ? [block]
        : inPieces(block.text, longestText).map((text) => ({ kind: 'paragraph', text }))
    case 'list':
      return fitList(block)
    case 'table':
      return fitTable(block)
    default:
      return [block]
  }
}

type ListBlock = Extract<Block, { kind: 'list' }>
type TableBlock = Extract<Block, { kind: 'table' }>

const fitList = (list: ListBlock): readonly Block[] =>
  inGroups(
    list.items.flatMap((item) => inPieces(item, longestItem)),
    mostItems,
  ).map((items) => ({ ...list, items }))

/** An empty cell is read out as nothing at all, so it has a dash. */
const emptyCell = '–'

function fitTable(table: TableBlock): readonly Block[] {
  const { columns, rows } = table
  const fits =
    columns.length <= mostColumns &&
    columns.every((name) => name.length <= longestColumn) &&
    rows.every((row) => row.every((cell) => cell.length <= longestCell))
  if (!fits || rows.length === 0) return fitBlocks(asLists(table))
  const filled = rows.map((row) => row.map((cell) => (cell.trim() === '' ? emptyCell : cell)))
  return inGroups(filled, mostRows).map((group) => ({ ...table, rows: group }))
}

/** Each row as an item that names its columns; the heads alone where there is no row. */
function asLists({ caption, columns, rows }: TableBlock): readonly Block[] {
  if (rows.length === 0) return [{ kind: 'paragraph', text: columns.join(', ') }]
  const items = rows.map((row) =>
    row
      .flatMap((cell, at) => (cell.trim() === '' ? [] : [`${columns[at] ?? ''}: ${cell}`]))
      .join('; '),
  )
  return [
    { kind: 'paragraph', text: `${caption}:` },
    { kind: 'list', items: items.filter((item) => item !== '') },
  ]
}

function inGroups<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const groups: Item[][] = []
  for (let at = 0; at < items.length; at += most) groups.push(items.slice(at, at + most))
  return groups
}

/** Cut after a sentence where there is one, else between words, else where it must be. */
function inPieces(text: string, most: number): readonly string[] {
  if (text.trim() === '') return []
  if (text.length <= most) return [text]
  const begin = text.slice(0, most)
  const sentence = begin.lastIndexOf('. ') + 1
  const end = sentence > most / 2 ? sentence : begin.lastIndexOf(' ')
  const at = end > 0 ? end : most
  return [text.slice(0, at).trim(), ...inPieces(text.slice(at).trim(), most)]
}
