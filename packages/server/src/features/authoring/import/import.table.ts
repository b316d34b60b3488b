import type { ImportKind } from '@takepart/shared/domain/authoring/import/import-file'
import type { Imported } from '@takepart/shared/domain/authoring/import/imported'
import type { ColumnType, JSONColumnType } from 'kysely'

/** A file on its way, piece by piece. */
export interface UploadTable {
  id: string
  consultation_id: string
  name: string
  bytes: number
  by_staff: string
  began_at: Date
}

export interface UploadPieceTable {
  upload_id: string
  /** From 0. */
  number: number
  bytes: Buffer
}

/** What was read in a file. It is put into the draft, or not used. */
export interface DraftImportTable {
  id: string
  consultation_id: string
  file_name: string
  kind: ImportKind
  imported: JSONColumnType<Imported>
  by_staff: string
  at: Date
  state: 'read' | 'taken' | 'thrown-away'
  decided_by: string | null
  decided_at: Date | null
}

/** What an import was not sure of or left out, beside its part. */
export interface DraftNoteTable {
  import_id: string
  number: number
  consultation_id: string
  part: string
  field: string | null
  kind: 'unsure' | 'left-out'
  words: string
  confirmed_by: ColumnType<string | null, null | undefined, string | null>
  confirmed_at: ColumnType<Date | null, null | undefined, Date | null>
}
