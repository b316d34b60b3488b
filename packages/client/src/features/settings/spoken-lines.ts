/** A stretch of a line, and the node of the page that it stands in; words put in to be heard stand nowhere. */
interface Piece {
  readonly text: string
  readonly node?: Node
}

/** Words that stand together on a page, in one language: a paragraph, a label, a cell. */
export interface SpokenLine {
  readonly lang: string
  readonly pieces: readonly Piece[]
}

/** Hidden, or not part of what is said: what somebody types or has said, what is theirs alone, and buttons of many. */
const leftOut = [
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
  'audio',
  'video',
  '[hidden]',
  '[inert]',
  '[aria-hidden=true]',
  '.said',
  '.code',
  '.ranking-moves',
  '.cell-head',
  '.reading-tools',
].join()

/** Pictures that say something: their alternative is heard where they stand. */
const picture = 'img, svg, [role=img]'

/**
 * What is heard of a part of a page: what is seen and is part of the page for assistive technology too, in its order.
 * Tables are heard row by row, each cell after the head of its column. Words typed by the person are never heard.
 */
export function linesOf(part: Node): readonly SpokenLine[] {
  const lines = new Lines()
  hear(part, lines)
  return lines.end()
}

/** Lines as they grow: one ends where a block or another language begins. */
class Lines {
  readonly #done: SpokenLine[] = []
  #pieces: Piece[] = []
  #lang = ''

  add(node: Node, text: string, within: Element | null): void {
    const lang = within?.closest<HTMLElement>('[lang]')?.lang ?? ''
    if (lang !== this.#lang) this.end()
    this.#lang = lang
    this.#pieces.push({ text, node })
  }

  /** Begins a line with words that stand elsewhere, to be heard only if something follows them. */
  begin(text: string): void {
    this.end()
    this.#pieces = text ? [{ text }] : []
  }

  end(): readonly SpokenLine[] {
    if (this.#pieces.some(({ text, node }) => node && text.trim())) {
      this.#done.push({ lang: this.#lang, pieces: this.#pieces })
      this.#pieces = []
    }
    this.#pieces = this.#pieces.filter(({ node }) => !node)
    return this.#done
  }
}

function hear(node: Node, lines: Lines): void {
  if (node instanceof Text) return lines.add(node, node.data, node.parentElement)
  if (!(node instanceof Element) || node.matches(leftOut)) return
  const style = getComputedStyle(node)
  if (!isSeen(node, style)) return
  const isApart = !/^(inline|contents)/.test(style.display) || node.matches('br')
  if (isApart) lines.end()
  if (node.matches(picture)) lines.add(node, alternativeOf(node), node)
  else if (node instanceof HTMLTableElement) hearTable(node, lines)
  else for (const child of node.childNodes) hear(child, lines)
  if (isApart) lines.end()
}

/** Words for screen readers only are clipped away: .hidden-text. What has no box of its own may hold what is seen. */
const isSeen = (element: Element, { display, clipPath }: CSSStyleDeclaration): boolean =>
  clipPath !== 'inset(50%)' &&
  (display === 'contents' || element.checkVisibility({ visibilityProperty: true }))

const alternativeOf = (image: Element): string =>
  (image instanceof HTMLImageElement ? image.alt : image.getAttribute('aria-label')) ?? ''

function hearTable(table: HTMLTableElement, lines: Lines): void {
  if (table.caption) hear(table.caption, lines)
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => textOf(linesOf(cell)))
  for (const row of table.rows) {
    if (row.parentElement === table.tHead) continue
    for (const cell of row.cells) {
      const head = cell.localName === 'td' && heads[cell.cellIndex]
      lines.begin(head ? `${head}: ` : '')
      hear(cell, lines)
    }
  }
  lines.begin('')
}

const textOf = (lines: readonly SpokenLine[]): string =>
  lines
    .flatMap(({ pieces }) => pieces.map(({ text }) => text))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
