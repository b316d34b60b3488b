/** Which sort of file an import came from. */
export type ImportKind = 'word' | 'xlsform' | 'fhir' | 'picture'

/** In bytes. Larger ones are mostly pictures that somebody can make smaller. */
export const largestImport = 20 * 1024 * 1024

/** A file goes up in pieces of this many bytes, so that a lost connection costs one piece. As text it fits into one call. */
export const uploadPiece = 512 * 1024

export const piecesOf = (bytes: number): number => Math.ceil(bytes / uploadPiece)

/** A file that somebody chose, on its way to the server. */
export interface FileToSend {
  /** A UUID made on the device: the same file sent again is the same file. */
  readonly id: string
  readonly draft: string
  readonly name: string
  readonly file: Blob
}

/** Files on this device that the server has not received whole (P4). */
export interface KeptFiles {
  /** False: it could not be kept, and is only on this page. */
  put(file: FileToSend): Promise<boolean>
  /** The newest one of a draft. */
  find(draft: string): Promise<FileToSend | undefined>
  remove(id: string): Promise<void>
  clear(): Promise<void>
}

/** What the server says to a file that was sent whole. */
export type FileRead =
  | { readonly outcome: 'read'; readonly import: string }
  | { readonly outcome: 'refused'; readonly words: string }
  /** Pieces that it has not got, by their numbers. */
  | { readonly outcome: 'incomplete'; readonly missing: readonly number[] }
