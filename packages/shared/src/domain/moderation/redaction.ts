import { accept, refuse, type Result } from '../core/result.ts'
import { isBlank } from '../core/text.ts'
import type { DetailKind } from './personal-details.ts'

/**
 * Taking parts out of what somebody wrote. Marks stand where words stood and say what kind of words they were, as in
 * "[name removed]"; nothing else of them is kept in what is shown.
 */
export const removedKinds = [
  'name',
  'job-title',
  'telephone-number',
  'email-address',
  'address',
  'nhs-number',
  'date',
  'place',
  'details',
  'insult',
] as const

export type RemovedKind = (typeof removedKinds)[number]

/** The words that stand in their place. */
export const removedWords: Readonly<Record<RemovedKind, string>> = {
  name: '[name removed]',
  'job-title': '[job title removed]',
  'telephone-number': '[telephone number removed]',
  'email-address': '[email address removed]',
  address: '[address removed]',
  'nhs-number': '[NHS number removed]',
  date: '[date removed]',
  place: '[place removed]',
  details: '[details removed]',
  insult: '[insult removed]',
}

/** What the mark says where a hint of this kind is taken out. */
export const removedAs: Readonly<Record<DetailKind, RemovedKind>> = {
  'nhs-number': 'nhs-number',
  email: 'email-address',
  'national-insurance': 'details',
  phone: 'telephone-number',
  postcode: 'address',
  handle: 'name',
  address: 'address',
  'date-of-birth': 'date',
  'date-with-ward': 'date',
  person: 'name',
  reference: 'details',
}

export const redactedFields = ['text', 'name', 'self', 'condition'] as const

/** A field of a contribution that people read. */
export type RedactedField = (typeof redactedFields)[number]

/** A part to be taken out, in UTF-16 units of the field. */
export interface RedactedPart {
  readonly field: RedactedField
  readonly start: number
  readonly end: number
  readonly what: RemovedKind
}

export type RedactionProblem =
  | { readonly code: 'redaction-empty' }
  | { readonly code: 'redaction-out-of-place' }
  | { readonly code: 'redaction-overlaps' }
  /** Nothing would be left to read: then it is for rejecting. */
  | { readonly code: 'redaction-leaves-nothing' }
  | { readonly code: 'redaction-too-many'; readonly most: number }

const mostParts = 50

export type Fields = Readonly<Partial<Record<RedactedField, string>>> & { readonly text: string }

/** What is shown, and where the marks stand in it. */
export interface Redacted {
  readonly fields: Fields
  readonly removed: readonly RedactedMark[]
}

export interface RedactedMark {
  readonly field: RedactedField
  readonly start: number
  readonly end: number
  readonly what: RemovedKind
}

type RedactionResult =
  | { readonly ok: true; readonly value: Redacted }
  | { readonly ok: false; readonly problem: RedactionProblem }

/**
 * The fields with marks in the place of the parts. Refused: no part; a part outside its field, of nothing, or that cuts a
 * character in two; parts that overlap; and when nothing but marks would be left of the text.
 */
export function redact(fields: Fields, parts: readonly RedactedPart[]): RedactionResult {
  const problem = problemOf(fields, parts)
  if (problem) return { ok: false, problem }
  const removed: RedactedMark[] = []
  const shown: Partial<Record<RedactedField, string>> = {}
  for (const field of redactedFields) {
    const text = fields[field]
    if (text === undefined) continue
    const done = redactField(text, inOrder(parts, field), (what) => removedWords[what])
    shown[field] = done.text
    removed.push(...done.marks)
  }
  const left = withoutMarks(shown.text ?? '', removed)
  if (isBlank(left.replaceAll(/[^\p{L}\p{N}]/gu, '')))
    return { ok: false, problem: { code: 'redaction-leaves-nothing' } }
  return { ok: true, value: { fields: { ...shown, text: shown.text ?? '' }, removed } }
}

const inOrder = (parts: readonly RedactedPart[], field: RedactedField): readonly RedactedPart[] =>
  parts.filter((part) => part.field === field).toSorted((one, other) => one.start - other.start)

/** A part to be taken out of a text that stands alone, in UTF-16 units. */
export type TextPart = Omit<RedactedPart, 'field'>

/**
 * One text with marks in the place of the parts, worded by `mark`. Refused as {@link redact} does, but for one thing: nothing
 * but marks may be left.
 */
export function redactText(
  text: string,
  parts: readonly TextPart[],
  mark: (what: RemovedKind) => string,
): Result<string, RedactionProblem> {
  const inText = parts.map((part) => ({ ...part, field: 'text' as const }))
  const problem = problemOf({ text }, inText)
  return problem ? refuse(problem) : accept(redactField(text, inOrder(inText, 'text'), mark).text)
}

function redactField(
  text: string,
  parts: readonly RedactedPart[],
  mark: (what: RemovedKind) => string,
) {
  const marks: RedactedMark[] = []
  let done = ''
  let after = 0
  for (const { field, start, end, what } of parts) {
    done += text.slice(after, start)
    const words = mark(what)
    marks.push({ field, what, start: done.length, end: done.length + words.length })
    done += words
    after = end
  }
  return { text: done + text.slice(after), marks }
}

function withoutMarks(text: string, marks: readonly RedactedMark[]): string {
  let left = ''
  let after = 0
  for (const { start, end } of marks.filter(({ field }) => field === 'text')) {
    left += text.slice(after, start)
    after = end
  }
  return left + text.slice(after)
}

function problemOf(fields: Fields, parts: readonly RedactedPart[]): RedactionProblem | undefined {
  if (parts.length === 0) return { code: 'redaction-empty' }
  if (parts.length > mostParts) return { code: 'redaction-too-many', most: mostParts }
  if (!parts.every((part) => isInPlace(fields[part.field], part)))
    return { code: 'redaction-out-of-place' }
  const overlaps = redactedFields.some((field) => {
    const ordered = inOrder(parts, field)
    return ordered.some(({ start }, at) => at > 0 && start < (ordered[at - 1]?.end ?? 0))
  })
  return overlaps ? { code: 'redaction-overlaps' } : undefined
}

const isInPlace = (text: string | undefined, { start, end }: RedactedPart): boolean =>
  text !== undefined &&
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  0 <= start &&
  start < end &&
  end <= text.length &&
  !cutsCharacter(text, start) &&
  !cutsCharacter(text, end)

const cutsCharacter = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
