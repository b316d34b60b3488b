/** A file, named by what is in it. */
export interface MediaTable {
  sha256: Buffer
  /** The end of its address, which says its type. */
  ending: string
  bytes: number
}

/** A file in pieces of the same size, the last one excepted. */
export interface MediaPieceTable {
  sha256: Buffer
  /** From 0. */
  number: number
  bytes: Buffer
}

/** Which version of which consultation has a file. */
export interface ConsultationMediaTable {
  consultation_id: string
  version: number
  sha256: Buffer
}
