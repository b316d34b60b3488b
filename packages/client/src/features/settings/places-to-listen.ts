/** A part of a page that can be listened to by itself. */
export interface PlaceToListen {
  /** The button stands right after this; for a whole page, at its beginning. */
  readonly at: Element
  /** Its words, to name the button by; the whole page has none. */
  readonly name: string
  readonly holds: (node: Node) => boolean
}

const headings = 'h1, h2, h3, h4, h5, h6'
const levelOf = ({ localName }: Element): number => Number(localName[1])
const wordsOf = ({ textContent }: Element): string =>
  (textContent ?? '').replaceAll(/\s+/g, ' ').trim()
const isBefore = (one: Node, other: Node): boolean =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)

/** A button in any of these would be inside another control, or out of reach. */
const noPlace = 'a, button, label, summary, [inert], [hidden], [aria-hidden=true], .hidden-text'

/** Every section of a page, by its heading, and every question. */
export function placesToListen(page: Element): readonly PlaceToListen[] {
  return [...sections(page), ...questions(page), ...askedQuestions(page)].filter(
    ({ at }) => !at.closest(noPlace) && at.checkVisibility(),
  )
}

function sections(page: Element): readonly PlaceToListen[] {
  const all = [...page.querySelectorAll(headings)].filter((heading) => !heading.closest('[inert]'))
  return all.flatMap((heading, index) => {
    if (heading.localName !== 'h2' || heading.closest('.field')) return []
    const next = all.slice(index + 1).find((other) => levelOf(other) <= levelOf(heading))
    const around = heading.closest('section, article, li, .notice, .summary') ?? page
    const holds = (node: Node) =>
      around.contains(node) &&
      (heading.contains(node) || isBefore(heading, node)) &&
      !(next && (next.contains(node) || isBefore(next, node)))
    return [{ at: heading, name: wordsOf(heading), holds }]
  })
}

/** A field whose title is a heading; a legend is the first thing in its group and stays so. */
function questions(page: Element): readonly PlaceToListen[] {
  return [...page.querySelectorAll('.field')].flatMap((field) => {
    const heading = field.querySelector(':is(h1, h2, h3)')
    if (!heading || heading.closest('.field') !== field) return []
    return [
      {
        at: heading.closest('legend') ?? heading,
        name: wordsOf(heading),
        holds: (node) => field.contains(node),
      },
    ]
  })
}

/** Questions to read: a text, its choices, and no controls. */
const askedQuestions = (page: Element): readonly PlaceToListen[] =>
  [...page.querySelectorAll('.asked')].flatMap((asked) => {
    const question = asked.querySelector('.question')
    return question
      ? [{ at: question, name: wordsOf(question), holds: (node) => asked.contains(node) }]
      : []
  })
