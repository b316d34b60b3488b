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
const container = new Set(['DIV', 'SECTION', 'ARTICLE', 'MAIN', 'BODY', 'BLOCKQUOTE', 'HEADER'])

function blocksOf(place: Element): readonly string[] {
  const blocks: string[] = []
  let line = ''
  const end = (): void => {
    blocks.push(line)
    line = ''
  }
  for (const node of place.childNodes) {
    const block = node instanceof Element ? blockOf(node) : undefined
    if (block === undefined) {
      line += inline(node)
      continue
    }
    end()
    blocks.push(...block)
  }
  end()
  return blocks
}

/** Undefined: it stands in a line of text. */
function blockOf(element: Element): readonly string[] | undefined {
  const { tagName } = element
  if (dropped.has(tagName)) return []
  if (heading.test(tagName)) return [`# ${lineOf(element)}`]
  if (tagName === 'P') return [lineOf(element)]
  if (tagName === 'UL' || tagName === 'OL') return [listOf(element)]
  if (tagName === 'TABLE') return [tableOf(element)]
  if (tagName === 'BR') return ['']
  return container.has(tagName) ? blocksOf(element) : undefined
}

const lineOf = (element: Element): string =>
  [...element.childNodes].map(inline).join('').replaceAll(/\s+/g, ' ').trim()

/** Strong words and links keep their marks; everything else is just its words. */
function inline(node: Node): string {
  if (node instanceof Text) return node.data.replaceAll(/\s+/g, ' ')
  if (!(node instanceof Element) || dropped.has(node.tagName)) return ''
  const words = [...node.childNodes].map(inline).join('')
  const plain = words.trim()
  if (plain === '') return words
  if (node.tagName === 'STRONG' || node.tagName === 'B') return `**${plain}**`
  const href = node.tagName === 'A' ? node.getAttribute('href') : null
  return href !== null && isAllowedHref(href) && /^[^()\s]+$/.test(href)
    ? `[${plain}](${href})`
    : words
}

const listOf = (list: Element): string =>
  [...list.children]
    .filter(({ tagName }) => tagName === 'LI')
    .map((item, index) => `${list.tagName === 'OL' ? `${index + 1}.` : '-'} ${lineOf(item)}`)
    .join('\n')

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
