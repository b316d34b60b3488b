import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { Generated, JSONColumnType } from 'kysely'

/** One row a consultation ever published; what it says is in its versions. */
export interface ConsultationTable {
  id: string
  slug: string
  retracted_at: Date | null
  retraction_reason: string | null
  /** Its newest version's number and closing time; the database keeps them. */
  newest: Generated<number | null>
  closes_at: Generated<Date | null>
  /** Of the sample; the database marks what is stored while that is loaded. */
  sample: Generated<boolean>
}

/** What people answered, frozen: the database refuses to change or remove a row. */
export interface ConsultationVersionTable {
  consultation_id: string
  /** 1 for the first published. */
  number: number
  document: JSONColumnType<Consultation>
  published_at: Generated<Date>
}
