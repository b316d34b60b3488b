/**
 * A draft consultation: what becomes a consultation file, cut into parts that people write independently of each other.
 * A part is a group of fields, a section, a question, a reading document, or the words of an edition for one of them. Each
 * part has a revision of its own, so that two people in two parts never collide. The outline says in which order parts stand.
 */

/** A value that JSON can hold; `undefined` is a field that is not there. */
export type Value = unknown
export type PartFields = Readonly<Record<string, Value>>

/** Parts that every draft has, once. */
export const singleParts = ['about', 'dates', 'contact', 'glossary', 'outcome'] as const
export type SinglePart = (typeof singleParts)[number]

/** Parts that the outline lists, each by its id in the consultation. */
export const listedParts = ['document', 'section', 'question', 'media', 'edition'] as const
export type ListedPart = (typeof listedParts)[number]

/** `words`: the words of one edition for one document, section or question. */
export type PartKind = SinglePart | ListedPart | 'words'

/** `about`, `question:how-travel`, `words:easy-read:question:how-travel`. */
export type PartKey = string

export const keyOf = (kind: ListedPart, id: string): PartKey => `${kind}:${id}`

/** The key of the words that an edition has for a document, a section or a question. */
export const wordsKey = (edition: string, part: PartKey): PartKey => `words:${edition}:${part}`

/** What a key names. Undefined for what no key of ours looks like. */
export function readKey(
  key: PartKey,
): { readonly kind: PartKind; readonly id: string; readonly edition?: string } | undefined {
  const found = keyShape.exec(key)
  if (found === null) return undefined
  const { single, edition, of, kind, id = '' } = found.groups ?? {}
  if (single !== undefined) return { kind: single as SinglePart, id: single }
  if (edition !== undefined) return { kind: 'words', id: of ?? '', edition }
  return { kind: kind as ListedPart, id }
}

const keyShape =
  /^(?:(?<single>about|dates|contact|glossary|outcome)|words:(?<edition>[a-z0-9-]{1,40}):(?<of>(?:document|section|question):[a-z0-9-]{1,40})|(?<kind>document|section|question|media|edition):(?<id>[a-z0-9-]{1,40}))$/

/** A text that lost a race and is kept until somebody chooses. */
export interface OtherText {
  readonly field: string
  readonly value?: Value
  /** The edit that brought it. */
  readonly edit: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

export interface Part {
  readonly key: PartKey
  readonly fields: PartFields
  /** 1 when it is made; one more with each edit that changes it. */
  readonly revision: number
  readonly others: readonly OtherText[]
}

export interface OutlineSection {
  readonly id: string
  readonly questions: readonly string[]
}

/** The order of everything that has one, by ids. */
export interface Outline {
  readonly documents: readonly string[]
  readonly sections: readonly OutlineSection[]
  readonly media: readonly string[]
  readonly editions: readonly string[]
  /** Sections that were removed with their questions, so that they come back with them. */
  readonly removed: readonly OutlineSection[]
}

export interface Draft {
  /** The id of the consultation that it becomes. */
  readonly id: string
  readonly outline: Outline
  readonly parts: Readonly<Record<PartKey, Part>>
}

export const emptyOutline: Outline = {
  documents: [],
  sections: [],
  media: [],
  editions: [],
  removed: [],
}

export const newPart = (key: PartKey, fields: PartFields = {}): Part => ({
  key,
  fields,
  revision: 1,
  others: [],
})

/** A part by its key; one that nobody has written in yet is there and empty. */
export const partOf = (draft: Pick<Draft, 'parts'>, key: PartKey): Part =>
  Object.hasOwn(draft.parts, key) ? draft.parts[key]! : { ...newPart(key), revision: 0 }

/** What a draft says in a field; undefined when it says nothing. */
export const fieldOf = (part: Pick<Part, 'fields'>, field: string): Value =>
  Object.hasOwn(part.fields, field) ? part.fields[field] : undefined

/** The text of a field, empty when it has none. */
export function textIn(part: Pick<Part, 'fields'>, field: string): string {
  const value = fieldOf(part, field)
  return typeof value === 'string' ? value : ''
}

/** Every question that is asked, in order, each with its section. */
export const questionsIn = (
  outline: Outline,
): readonly { readonly id: string; readonly section: string }[] =>
  outline.sections.flatMap(({ id, questions }) =>
    questions.map((question) => ({ id: question, section: id })),
  )

/** True for a part that the consultation will have; false for one that was removed. */
export function isInOutline(outline: Outline, key: PartKey): boolean {
  const read = readKey(key)
  if (read === undefined) return false
  switch (read.kind) {
    case 'document':
      return outline.documents.includes(read.id)
    case 'section':
      return outline.sections.some(({ id }) => id === read.id)
    case 'question':
      return outline.sections.some(({ questions }) => questions.includes(read.id))
    case 'media':
      return outline.media.includes(read.id)
    case 'edition':
      return outline.editions.includes(read.id)
    case 'words':
      return outline.editions.includes(read.edition ?? '') && isInOutline(outline, read.id)
    default:
      return true
  }
}
