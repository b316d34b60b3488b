import { isAllowedHref } from '@takepart/shared/domain/core/rich-text'

/**
 * The structure of a piece of HTML as the text that reading material is written in. The markup is parsed into a document that
 * runs no script and loads nothing, read, and thrown away.
 */
export function textFromMarkup(markup: string): string {
  const { body } = new DOMParser().parseFromString(markup, 'text/html')
  return blocksOf(body)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n')
}

const dropped = new Set([
  'STYLE',
  'SCRIPT',
  'TEMPLATE',
  'META',
  'LINK',
  'TITLE',
  'IFRAME',
  'OBJECT',
])
const heading = /^H[1-6]$/
const blocks = 'p, ul, ol, table, div, h1, h2, h3, h4, h5, h6'
const container = new Set(['DIV', 'SECTION', 'ARTICLE', 'MAIN', 'BODY', 'BLOCKQUOTE', 'HEADER'])

function blocksOf(place: Element): readonly string[] {
  const found: string[] = []
  let line = ''
  const end = (): void => {
    found.push(line)
    line = ''
  }
  let items: string[] = []
  const endList = (): void => {
    if (items.length > 0) found.push(items.join('\n'))
    items = []
  }
  for (const node of place.childNodes) {
    const item = node instanceof Element ? wordItem(node, items.length + 1) : undefined
    const block = node instanceof Element && item === undefined ? blockOf(node) : undefined
    if (item !== undefined) {
      end()
      items.push(item)
      continue
    }
    if (block === undefined) {
      line += inline(node)
      continue
    }
    end()
    endList()
    found.push(...block)
  }
  endList()
  end()
  return found
}

/** Word writes the items of a list as paragraphs, with their bullet or number in a part of its own. */
function wordItem(element: Element, number: number): string | undefined {
  if (element.tagName !== 'P' || !/mso-list:\s*l\d/i.test(styleOf(element))) return undefined
  const mark = [...element.querySelectorAll('span')].find(isMark)
  const isNumber = /^\s*\w{1,4}[.)]/.test(mark?.textContent ?? '')
  return `${isNumber ? `${number}.` : '-'} ${lineOf(element)}`
}

const styleOf = (element: Element): string => element.getAttribute('style') ?? ''

const isMark = (element: Element): boolean => /mso-list:\s*Ignore/i.test(styleOf(element))

/** Undefined: it stands in a line of text. */
function blockOf(element: Element): readonly string[] | undefined {
  const { tagName } = element
  if (dropped.has(tagName)) return []
  if (heading.test(tagName)) return [`# ${lineOf(element)}`]
  if (tagName === 'P') return [lineOf(element)]
  if (tagName === 'UL' || tagName === 'OL') return [listOf(element)]
  if (tagName === 'TABLE') return [tableOf(element)]
  if (tagName === 'BR') return ['']
  // Google Docs puts all of what was copied into one element for bold words.
  return container.has(tagName) || element.querySelector(blocks) ? blocksOf(element) : undefined
}

const lineOf = (element: Element): string =>
  [...element.childNodes].map(inline).join('').replaceAll(/\s+/g, ' ').trim()

/** Strong words and links keep their marks; everything else is just its words. */
function inline(node: Node): string {
  if (node instanceof Text) return node.data.replaceAll(/\s+/g, ' ')
  if (!(node instanceof Element) || dropped.has(node.tagName) || isMark(node)) return ''
  const words = [...node.childNodes].map(inline).join('')
  const plain = words.trim()
  if (plain === '') return words
  if (isStrong(node)) return words.replace(plain, () => `**${plain}**`)
  const href = node.tagName === 'A' ? node.getAttribute('href') : null
  return href !== null && isAllowedHref(href) && /^[^()\s]+$/.test(href)
    ? `[${plain}](${href})`
    : words
}

const isStrong = (element: Element): boolean =>
  (element.tagName === 'STRONG' || element.tagName === 'B') &&
  !/font-weight:\s*(?:normal|[1-5]00)/i.test(styleOf(element)) &&
  element.parentElement?.closest('strong, b, h1, h2, h3, h4, h5, h6, th') === null

/** Lists here have one level: the items of a list within an item come after it. */
function listOf(list: Element): string {
  const isOrdered = list.tagName === 'OL'
  return itemsOf(list)
    .map((words, index) => `${isOrdered ? `${index + 1}.` : '-'} ${words}`)
    .join('\n')
}

const isList = ({ tagName }: Element): boolean => tagName === 'UL' || tagName === 'OL'

const itemsOf = (list: Element): readonly string[] =>
  [...list.children].flatMap((item) => {
    if (isList(item)) return itemsOf(item)
    if (item.tagName !== 'LI') return []
    const own = [...item.childNodes].filter((node) => !(node instanceof Element && isList(node)))
    const words = own.map(inline).join('').replaceAll(/\s+/g, ' ').trim()
    return [...(words === '' ? [] : [words]), ...[...item.children].filter(isList).flatMap(itemsOf)]
  })

function tableOf(table: Element): string {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => lineOf(cell).replaceAll('|', '\\|')),
  )
  const caption = table.querySelector('caption')
  return [
    `| ${caption ? lineOf(caption) : ''}`,
    ...rows.map((cells) => `|${cells.map((cell) => ` ${cell} |`).join('')}`),
  ].join('\n')
}
