import { isAllowedHref } from '../../core/rich-text.ts'

/**
 * Somebody's document as a tree of elements, whatever read it: a Word file on the server, the clipboard in a browser.
 * Nothing of it is ever shown as markup; {@link linesOf} keeps its structure and its words and drops the rest.
 */
export type TreeNode = string | TreeElement

export interface TreeElement {
  /** In lower case: "p", "ul", "strong". */
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly TreeNode[]
}

export interface ListItem {
  /** Rich: may hold **strong** words and [links](https://…). */
  readonly text: string
  /** What stands inside the item after its text, such as a list of options. */
  readonly inside: readonly Line[]
}

/** One piece of a document, in the order in which it is read. Texts are rich. */
export type Line =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'picture'; readonly source: string; readonly alt: string }

const dropped = new Set([
  'script',
  'style',
  'head',
  'title',
  'meta',
  'link',
  'template',
  'noscript',
])
const blockTags = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'img',
  'figure',
  'figcaption',
  'pre',
  'hr',
  'dl',
  'dt',
  'dd',
  'address',
  'body',
  'html',
  'center',
  'details',
  'summary',
])
const deepest = 60

const isBlock = (node: TreeNode): boolean => typeof node !== 'string' && blockTags.has(node.tag)

const holdsBlocks = (node: TreeNode): boolean =>
  typeof node !== 'string' && (isBlock(node) || node.children.some(holdsBlocks))

/** White space as a browser collapses it, without the marks that Word leaves invisible. */
const tidy = (text: string): string =>
  text
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .trim()

/** Characters that would start rich text, where the document has them as plain characters. */
const plain = (text: string): string => text.replaceAll('**', '* *')

const hasWeight = ({ tag, attributes }: TreeElement): boolean =>
  tag === 'strong' ||
  tag === 'b' ||
  /font-weight:\s*(bold|[6-9]00)/i.test(attributes['style'] ?? '')

function richTextOf(nodes: readonly TreeNode[], strong = false, depth = 0): string {
  if (depth > deepest) return ''
  return nodes.map((node) => richTextOfNode(node, strong, depth)).join('')
}

function richTextOfNode(node: TreeNode, strong: boolean, depth: number): string {
  if (typeof node === 'string') return plain(node)
  if (dropped.has(node.tag)) return ''
  if (node.tag === 'br') return ' '
  const words = richTextOf(node.children, strong || hasWeight(node), depth + 1)
  if (leadsSomewhere(node)) return linkTo(node.attributes['href'] ?? '', words)
  return hasWeight(node) && !strong ? strongly(words) : words
}

const leadsSomewhere = ({ tag, attributes: { href = '' } }: TreeElement): boolean =>
  tag === 'a' && isAllowedHref(href) && !/[()]/.test(href)

function linkTo(href: string, words: string): string {
  const label = tidy(words.replaceAll(/[[\]]|\*\*/g, ''))
  return label === '' ? '' : `[${label}](${href})`
}

/** The marks of strong words touch the words: white space stays outside them. */
function strongly(words: string): string {
  if (tidy(words) === '') return words
  const [before, after] = [/^\s*/.exec(words), /\s*$/.exec(words)]
  return `${before?.[0] ?? ''}**${tidy(words)}**${after?.[0] ?? ''}`
}

/** The words of a node, on one line. */
const textOf = (nodes: readonly TreeNode[]): string => tidy(richTextOf(nodes))

/**
 * Reads a tree into lines. Styles, classes, scripts and everything hidden are dropped; tables for layout with one cell are
 * read as text; an element that nobody knows is read through.
 */
export function linesOf(nodes: readonly TreeNode[], depth = 0): readonly Line[] {
  if (depth > deepest) return []
  const lines: Line[] = []
  let inline: TreeNode[] = []
  const endParagraph = (): void => {
    const text = textOf(inline)
    if (text !== '') lines.push({ kind: 'paragraph', text })
    inline = []
  }
  for (const node of nodes) {
    if (typeof node !== 'string' && dropped.has(node.tag)) continue
    if (!holdsBlocks(node)) {
      inline.push(node)
      continue
    }
    endParagraph()
    lines.push(...linesOfBlock(node as TreeElement, depth))
  }
  endParagraph()
  return lines
}

function linesOfBlock(element: TreeElement, depth: number): readonly Line[] {
  const { tag, children, attributes } = element
  const heading = /^h([1-6])$/.exec(tag)
  if (heading) {
    const text = textOf(children).replaceAll('**', '')
    return text === '' ? [] : [{ kind: 'heading', level: Number(heading[1]), text }]
  }
  if (tag === 'ul' || tag === 'ol') return listOf(element, depth)
  if (tag === 'table') return tableOf(element, depth)
  if (tag === 'img')
    return [
      { kind: 'picture', source: attributes['src'] ?? '', alt: tidy(attributes['alt'] ?? '') },
    ]
  return linesOf(children, depth + 1)
}

function listOf({ tag, children }: TreeElement, depth: number): readonly Line[] {
  const items = children.flatMap((child): readonly ListItem[] => {
    if (typeof child === 'string') return []
    const inside = linesOf(child.children, depth + 1)
    const [first, ...rest] = inside
    if (first === undefined) return []
    return first.kind === 'paragraph'
      ? [{ text: first.text, inside: rest }]
      : [{ text: '', inside }]
  })
  return items.length === 0 ? [] : [{ kind: 'list', ordered: tag === 'ol', items }]
}

function rowsBelow(element: TreeElement): readonly TreeElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.tag === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tag) ? rowsBelow(child) : []
  })
}

function tableOf(element: TreeElement, depth: number): readonly Line[] {
  const cells = rowsBelow(element).map(({ children }) =>
    children.filter(
      (cell): cell is TreeElement =>
        typeof cell !== 'string' && (cell.tag === 'td' || cell.tag === 'th'),
    ),
  )
  const widest = Math.max(0, ...cells.map((row) => row.length))
  if (widest <= 1) return cells.flat().flatMap((cell) => linesOf(cell.children, depth + 1))
  const rows = cells
    .map((row) => {
      const texts = row.map((cell) => textOf(cell.children).replaceAll('**', ''))
      return [...texts, ...Array.from({ length: widest - texts.length }, () => '')]
    })
    .filter((row) => row.some((text) => text !== ''))
  return rows.length === 0 ? [] : [{ kind: 'table', rows }]
}
