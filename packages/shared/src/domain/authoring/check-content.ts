import { error, warning, when, type Finding } from './finding.ts'
import { fieldsOf, type Fields, type Path } from '../core/loose-fields.ts'
import { isAllowedHref, writtenLinks } from '../core/rich-text.ts'

/** No consultation is this deep; what is deeper has a wrong shape and is reported as such. */
const deepest = 12

/** What would not be shown as its author meant it, anywhere in a document: links, markup, tables with ragged rows. */
export const checkContent = (document: Fields): readonly Finding[] =>
  partsIn(document, []).flatMap(({ part, path }) =>
    typeof part === 'string' ? checkText(part, path) : checkTable(fieldsOf(part), path),
  )

const markupWords =
  'HTML is shown as it is written. Use **strong** and [links](https://example.org) only'
const linkWords = 'will not work. Start it with https://, http://, mailto:, tel: or /'

/** What no file holds on purpose: PostgreSQL takes neither NUL nor half a character, and a terminal obeys the others. */
const unseen = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u
const unseenWords = 'There is a character here that cannot be shown. Write the text again'

/**
 * Marks that turn the direction of whatever follows, beyond the end of the text where they are not closed: a title with
 * one can show other words than it holds. Arabic or Hebrew needs none of them.
 */
const turning = /[\u202A-\u202E\u2066-\u2069]/u

function turningWords(text: string): string {
  const number = turning.exec(text)?.[0].codePointAt(0) ?? 0
  return `There is an invisible character here (U+${number.toString(16).toUpperCase()}) that turns the direction of the words after it. Write the text again without it`
}

function checkText(text: string, path: Path): readonly Finding[] {
  const links = writtenLinks(text).filter(({ href }) => !isAllowedHref(href))
  return [
    ...when(unseen.test(text), error(path, unseenWords)),
    ...when(turning.test(text), error(path, turningWords(text))),
    ...links.map(({ href }) => error(path, `The link to “${href.slice(0, 100)}” ${linkWords}`)),
    ...when(/<\/?[a-z][^<>]*>/i.test(text), warning(path, markupWords)),
  ]
}

function checkTable({ kind, columns, rows }: Fields, path: Path): readonly Finding[] {
  if (kind !== 'table' || !Array.isArray(columns) || !Array.isArray(rows)) return []
  return rows.flatMap((row: unknown, index) => {
    const cells = Array.isArray(row) ? row.length : columns.length
    const words = `This row has ${cells} cells. The table has ${columns.length} columns`
    return when(cells !== columns.length, error([...path, 'rows', index], words))
  })
}

interface FoundPart {
  readonly part: unknown
  readonly path: Path
}

/** Every text and every object in a value, with its place. */
function partsIn(value: unknown, path: Path): readonly FoundPart[] {
  if (typeof value === 'string') return [{ part: value, path }]
  if (typeof value !== 'object' || value === null || path.length >= deepest) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => partsIn(item, [...path, index]))
  return [
    { part: value, path },
    ...Object.entries(value).flatMap(([name, item]) => partsIn(item, [...path, name])),
  ]
}
