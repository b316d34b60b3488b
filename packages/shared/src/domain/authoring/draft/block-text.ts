import type { Block } from '../../consultation/consultation.ts'

/**
 * Reading material as plain text in a text field, which every assistive technology can edit. A line that begins with "# " is
 * a heading, "- " and "1. " are items, "> " is a quotation, "| " is a row of a table, and everything else is a paragraph.
 * Blank lines stand between blocks. Blocks with media are a line in square brackets.
 */
export const blockText = (blocks: readonly Block[]): string => blocks.map(textOfBlock).join('\n\n')

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return escaped(block.text)
    case 'heading':
      return `# ${oneLine(block.text)}`
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${oneLine(item)}`)
        .join('\n')
    case 'quote':
      return `> ${oneLine(block.text)}\n> -- ${oneLine(block.by)}`
    case 'table':
      return [
        `| ${oneLine(block.caption)}`,
        row(block.columns),
        ...block.rows.map((cells) => row(cells)),
      ].join('\n')
    default:
      return `[${mark(block)}]`
  }
}

const oneLine = (words: string): string => words.replaceAll(/\s*\n\s*/g, ' ')

const row = (cells: readonly string[]): string =>
  `|${cells.map((cell) => ` ${oneLine(cell).replaceAll('|', '\\|')} |`).join('')}`

/** A paragraph whose first letters would make it something else begins with a backslash. */
const special = /^(?:# |- |\d+\. |> |\||\[(?:picture|easy|recording|file)\b|\\)/

const escaped = (text: string): string =>
  text
    .split('\n')
    .map((line) => (special.test(line) ? `\\${line}` : line))
    .join('\n')

type Marked = Extract<Block, { kind: 'picture' | 'easy' | 'recording' | 'document-file' }>

/** What stands in the brackets is JSON of everything the block has, after its name, so that nothing of it is lost. */
function mark({ lang: _, ...block }: Marked): string {
  const { kind, ...rest } = block
  return `${kind === 'document-file' ? 'file' : kind} ${JSON.stringify(rest)}`
}

/** The blocks that a text says; nothing is ever dropped: what is not understood is a paragraph. */
export const blocksFrom = (text: string): readonly Block[] =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .flatMap((chunk) => blocksIn(chunk.split('\n').filter((line) => line.trim() !== '')))

function blocksIn(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = []
  let rest = lines
  while (rest.length > 0) {
    const kind = kindOf(rest[0] ?? '')
    const length = kind === 'heading' || kind === 'media' ? 1 : runOf(rest, kind)
    blocks.push(blockOf(kind, rest.slice(0, length)))
    rest = rest.slice(length)
  }
  return blocks
}

type LineKind = 'heading' | 'list' | 'ordered' | 'quote' | 'table' | 'media' | 'paragraph'

function kindOf(line: string): LineKind {
  if (line.startsWith('# ')) return 'heading'
  if (line.startsWith('- ')) return 'list'
  if (/^\d+\. /.test(line)) return 'ordered'
  if (line.startsWith('> ')) return 'quote'
  if (line.startsWith('|')) return 'table'
  return mediaIn(line) ? 'media' : 'paragraph'
}

const runOf = (lines: readonly string[], kind: LineKind): number => {
  const end = lines.findIndex((line) => kindOf(line) !== kind)
  return end < 0 ? lines.length : end
}

function blockOf(kind: LineKind, lines: readonly string[]): Block {
  const [first = ''] = lines
  switch (kind) {
    case 'heading':
      return { kind: 'heading', text: first.slice(2).trim() }
    case 'list':
      return { kind: 'list', items: lines.map((line) => line.slice(2).trim()) }
    case 'ordered':
      return {
        kind: 'list',
        items: lines.map((line) => line.replace(/^\d+\. /, '').trim()),
        ordered: true,
      }
    case 'quote':
      return quoteOf(lines.map((line) => line.slice(2).trim()))
    case 'table':
      return tableOf(lines)
    case 'media':
      return mediaIn(first) ?? { kind: 'paragraph', text: first }
    case 'paragraph':
      return { kind: 'paragraph', text: lines.map((line) => line.replace(/^\\/, '')).join('\n') }
  }
}

function quoteOf(lines: readonly string[]): Block {
  const last = lines.at(-1) ?? ''
  const named = lines.length > 1 && last.startsWith('-- ')
  return {
    kind: 'quote',
    text: (named ? lines.slice(0, -1) : lines).join(' '),
    by: named ? last.slice(3).trim() : '',
  }
}

/** The first line is the caption, the second the heads of the columns. */
function tableOf(lines: readonly string[]): Block {
  const [caption = '', columns = '', ...rows] = lines
  return {
    kind: 'table',
    caption: caption.replace(/^\|\s*/, '').trim(),
    columns: cellsIn(columns),
    rows: rows.map(cellsIn),
  }
}

const cellsIn = (line: string): readonly string[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())

const media = /^\[(picture|easy|recording|file) (\{.*\})\]$/

function mediaIn(line: string): Block | undefined {
  const [, name, fields = ''] = media.exec(line.trim()) ?? []
  if (name === undefined) return undefined
  try {
    const said = JSON.parse(fields) as Record<string, unknown>
    return { ...said, kind: name === 'file' ? 'document-file' : name } as Block
  } catch (error) {
    // Brackets that somebody is still typing in: the words stay a paragraph.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
