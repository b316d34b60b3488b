import { findPersonalDetails, type DetailKind } from './personal-details.ts'
import {
  redactedFields,
  removedAs,
  type Fields,
  type RedactedField,
  type RedactedPart,
  type RemovedKind,
} from './redaction.ts'

/** Something that may show who somebody is, in a field of a contribution. It only points; a person decides. */
export interface Hint extends RedactedPart {
  readonly kind: DetailKind
  readonly words: string
}

/** The most hints shown of one contribution: a list of telephone numbers is for rejecting, not for taking out one by one. */
export const mostHints = 20

/** What a moderator is pointed to, field by field in the order they are read. */
export const hintsIn = (fields: Fields): readonly Hint[] =>
  redactedFields
    .flatMap((field) =>
      findPersonalDetails(fields[field] ?? '').map(({ kind, start, end, text }) => ({
        field,
        start,
        end,
        what: removedAs[kind],
        kind,
        words: text,
      })),
    )
    .slice(0, mostHints)

/** Whether two parts are the same place. */
export const isSamePart = (one: RedactedPart, other: RedactedPart): boolean =>
  one.field === other.field && one.start === other.start && one.end === other.end

const overlaps = (one: RedactedPart, other: RedactedPart): boolean =>
  one.field === other.field && one.start < other.end && other.start < one.end

/** The parts with more among them. What was chosen last stands where two overlap. */
export const withParts = (
  parts: readonly RedactedPart[],
  more: readonly RedactedPart[],
): readonly RedactedPart[] => [
  ...parts.filter((part) => !more.some((other) => overlaps(part, other))),
  ...more,
]

export const withoutPart = (
  parts: readonly RedactedPart[],
  part: RedactedPart,
): readonly RedactedPart[] => parts.filter((other) => !isSamePart(other, part))

/** Where words stand in the fields of a contribution. */
export interface WordsToTakeOut {
  readonly words: string
  readonly what: RemovedKind
  /** What somebody selected, where they did: then this place alone is meant, and not the same words elsewhere. */
  readonly selected?: {
    readonly field: RedactedField
    readonly start: number
    readonly end: number
  }
}

/**
 * The places of words that somebody chose: what they selected, where it is still what they typed; otherwise the words
 * wherever they stand as whole words, in capitals or not. Empty when they are nowhere.
 */
export function placesOf(
  fields: Fields,
  { words, what, selected }: WordsToTakeOut,
): readonly RedactedPart[] {
  const wanted = words.trim()
  if (wanted === '') return []
  if (selected && (fields[selected.field] ?? '').slice(selected.start, selected.end) === words)
    return [{ field: selected.field, what, ...trimmed(words, selected.start) }]
  return redactedFields.flatMap((field) =>
    everywhere(fields[field] ?? '', wanted).map((place) => ({ field, what, ...place })),
  )
}

/** A space that was selected with the words stays in the text. */
function trimmed(words: string, start: number): { readonly start: number; readonly end: number } {
  const before = words.length - words.trimStart().length
  return { start: start + before, end: start + words.trimEnd().length }
}

function everywhere(text: string, wanted: string) {
  const pattern = new RegExp(escaped(wanted), 'giu')
  return [...text.matchAll(pattern)]
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
    .filter(({ start, end }) => isWhole(text, start, end))
}

const escaped = (words: string): string =>
  words.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)

/** "Ann" is not taken out of "Annual". */
const isWhole = (text: string, start: number, end: number): boolean =>
  !isInside(text, start) && !isInside(text, end)

const isInside = (text: string, at: number): boolean =>
  /[\p{L}\p{N}\p{M}]$/u.test(text.slice(0, at)) && /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at))
