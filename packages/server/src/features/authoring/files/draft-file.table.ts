import type { FileType } from '@takepart/shared/domain/consultation/media'

/** A file of a draft, as it was brought. Its bytes are a row of `media`. */
export interface DraftFileTable {
  consultation_id: string
  name: string
  sha256: Buffer
  type: FileType
  by_staff: string
  at: Date
}
