/**
 * The shape of a hydration root: its elements and comments, in the order of the document. The server writes it on the root; the
 * browser hydrates only a root that still has it. Lit finds what it hydrates by the comments beside it, so that a node put
 * there by anybody else, as a browser's extension does, would be given the listeners and values of a field.
 */

/** A section is a hydration root of its own: the page around it knows nothing of what is in it. */
export const sectionTag = 'tp-section'

const sections = new RegExp(`(<${sectionTag}\\b[^>]*>)(.*?)(?=</${sectionTag}>)`, 'gs')
/** A browser that runs scripts reads what is in it as text. */
const withoutScript = /(<noscript\b[^>]*>).*?(?=<\/noscript>)/gs
const startsOfNodes = /<(?:(?<comment>!--|\?)|(?<element>[a-z][a-z0-9-]*))/gi
const commentName = '!'

/** FNV-1a over the names, in 32 bits, with how many there are. */
function digestOf(names: Iterable<string>): string {
  let hash = 0x811c9dc5
  let count = 0
  for (const name of names) {
    count += 1
    for (const character of `${name} `)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return `${count.toString(36)}-${(hash >>> 0).toString(36)}`
}

const shapeOfMarkup = (markup: string): string =>
  digestOf(
    Array.from(
      markup.replaceAll(withoutScript, '$1').matchAll(startsOfNodes),
      ({ groups }) => groups?.['element']?.toLowerCase() ?? commentName,
    ),
  )

/** A hydration root as the server sends it, and each section in it, with their shapes. */
export const hydrationRoot = (name: string, markup: string): string =>
  `<${name} data-shape="${shapeOfMarkup(markup.replaceAll(sections, '$1'))}">${markup.replaceAll(
    sections,
    (_, start: string, inside: string) =>
      `${start.slice(0, -1)} data-shape="${shapeOfMarkup(inside)}">${inside}`,
  )}</${name}>`

/** True for a root that the server sent and that nobody has put a node into, or taken one out of. */
export const isAsSent = (root: HTMLElement): boolean =>
  root.dataset['shape'] === digestOf(namesIn(root))

function* namesIn(root: Element): Generator<string> {
  const walker = document.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT,
    ({ parentElement }) =>
      parentElement !== root && parentElement?.localName === sectionTag
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  )
  while (walker.nextNode()) {
    const { currentNode } = walker
    yield currentNode instanceof Element ? currentNode.localName : commentName
  }
}
