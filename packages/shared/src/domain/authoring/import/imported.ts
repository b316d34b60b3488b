import type { ReadingDocument, Section } from '../../consultation/consultation.ts'
import type { Edition } from '../../consultation/edition.ts'

/** Where in what was imported something is to be looked at. */
export type ImportPlace =
  | { readonly kind: 'whole' }
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'picture'; readonly id: string }
  /** Something that is not in the result, by the name it has in the file: a row's name, an item's link id. */
  | { readonly kind: 'left-out'; readonly name: string }

/**
 * Something an import was not sure of, or could not bring over. `unsure`: it is there, and somebody confirms it.
 * `left-out`: it is not there; the words say what it was.
 */
export interface ImportNote {
  readonly kind: 'unsure' | 'left-out'
  readonly place: ImportPlace
  readonly words: string
}

/** A picture of the imported file. It gets its alternative text from a person before it can be published. */
export interface ImportedPicture {
  /** The id under which blocks name it. */
  readonly id: string
  /** Where the reader of the file keeps its bytes. */
  readonly source: string
  readonly alt: string
}

/** What an import makes of a file: pieces of a draft, and everything that a person should look at. */
export interface Imported {
  readonly title?: string
  readonly summary?: string
  readonly documents: readonly ReadingDocument[]
  readonly sections: readonly Section[]
  readonly editions: readonly Edition[]
  readonly pictures: readonly ImportedPicture[]
  readonly notes: readonly ImportNote[]
}
