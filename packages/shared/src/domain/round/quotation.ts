/**
 * A quotation is a link to the exact words of another text: a text-quote selector of the W3C Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector). It holds the words and a little of what stands before
 * and after them, so that they are found again although the text around them has changed. Words that are no longer in
 * the text are found nowhere, and then nothing of them is shown.
 */
export interface Quotation {
  /** What is quoted: the id of a starter of the round, or the number of a contribution to it. */
  readonly of: QuotationSource
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

export type QuotationSource =
  | { readonly kind: 'starter'; readonly id: string }
  | { readonly kind: 'contribution'; readonly number: number }

/** A stretch of a text, in UTF-16 units: `start` included, `end` not. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const sameSource = (one: QuotationSource, other: QuotationSource): boolean =>
  sourceKey(one) === sourceKey(other)

/** One spelling for each thing that can be quoted; also the id of its place on the page. */
export const sourceKey = (source: QuotationSource): string =>
  source.kind === 'starter' ? `starter-${source.id}` : `said-${source.number}`

/** What {@link sourceKey} gives, read again; undefined for anything else. */
export function sourceOfKey(key: string): QuotationSource | undefined {
  const number = /^said-([1-9]\d{0,8})$/.exec(key)?.[1]
  if (number !== undefined) return { kind: 'contribution', number: Number(number) }
  const id = /^starter-([a-z0-9-]{1,40})$/.exec(key)?.[1]
  return id === undefined ? undefined : { kind: 'starter', id }
}

/** How much of what stands around the words is kept, in UTF-16 units. */
export const contextUnits = 32

/**
 * Binds a stretch of a text. Blanks at its ends are left out, and no character is cut in two. Undefined where nothing to
 * read is chosen.
 */
export function anchorQuotation(
  of: QuotationSource,
  text: string,
  chosen: Span,
): Quotation | undefined {
  const span = trimmed(text, withWholeCharacters(text, chosen))
  if (span.start >= span.end) return undefined
  const before = withWholeCharacters(text, {
    start: Math.max(0, span.start - contextUnits),
    end: span.start,
  })
  const after = withWholeCharacters(text, {
    start: span.end,
    end: Math.min(text.length, span.end + contextUnits),
  })
  return {
    of,
    exact: text.slice(span.start, span.end),
    prefix: text.slice(before.start, before.end),
    suffix: text.slice(after.start, after.end),
  }
}

/** Where the exact words stand in a text: of several places the one with the most alike around it. Undefined: nowhere. */
export function findQuotation(
  text: string,
  { exact, prefix, suffix }: Pick<Quotation, 'exact' | 'prefix' | 'suffix'>,
): Span | undefined {
  if (exact === '') return undefined
  let best: { readonly start: number; readonly score: number } | undefined
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length
    const score = alikeBefore(text, start, prefix) + alikeAfter(text, end, suffix)
    if (!best || score > best.score) best = { start, score }
  }
  return best && { start: best.start, end: best.start + exact.length }
}

/** How many units before a place are as the prefix says, counted from the place backwards. */
function alikeBefore(text: string, at: number, prefix: string): number {
  let count = 0
  while (
    count < prefix.length &&
    count < at &&
    text[at - 1 - count] === prefix[prefix.length - 1 - count]
  )
    count += 1
  return count
}

function alikeAfter(text: string, at: number, suffix: string): number {
  let count = 0
  while (count < suffix.length && text[at + count] === suffix[count]) count += 1
  return count
}

const isLowHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** The same stretch, grown where an end of it fell between the two halves of a character. */
function withWholeCharacters(text: string, { start, end }: Span): Span {
  const from = Math.min(Math.max(0, start), text.length)
  const to = Math.min(Math.max(from, end), text.length)
  return {
    start: from > 0 && isLowHalf(text.charCodeAt(from)) ? from - 1 : from,
    end: to < text.length && isLowHalf(text.charCodeAt(to)) ? to + 1 : to,
  }
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return { start: from, end: Math.max(from, start + words.trimEnd().length) }
}
