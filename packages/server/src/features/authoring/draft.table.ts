import type { OtherText, Outline, PartFields } from '@takepart/shared/domain/authoring/draft/draft'
import type { Edit } from '@takepart/shared/domain/authoring/draft/edit'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** A consultation that is being written. */
export interface DraftTable {
  consultation_id: string
  outline: JSONColumnType<Outline>
  /** The version that the draft began from or was last published as. */
  based_on: number | null
  began_by: string
  began_at: Date
}

/** One part of a draft; another part is another row, and never waits for this one. */
export interface DraftPartTable {
  consultation_id: string
  key: string
  fields: JSONColumnType<PartFields>
  others: JSONColumnType<readonly OtherText[]>
  revision: number
}

/** Everything that was done to a draft, with what it replaced. */
export interface DraftEditTable {
  number: Generated<string>
  id: string
  consultation_id: string
  edit: JSONColumnType<Edit>
  outcome: 'applied' | 'kept-beside'
  undoes: string | null
  by_staff: string
  at: Date
}

export interface DraftOverruleTable {
  consultation_id: string
  finding: string
  reason: string
  by_staff: string
  at: Date
}

/** What somebody asked a second person to sign, word for word, and what that person decided. */
export interface DraftSignOffTable {
  id: string
  consultation_id: string
  document: JSONColumnType<Readonly<Record<string, unknown>>>
  asked_by: string
  asked_at: Date
  decision: ColumnType<'signed' | 'sent-back' | null, null | undefined, 'signed' | 'sent-back'>
  decided_by: ColumnType<string | null, null | undefined, string>
  decided_at: ColumnType<Date | null, null | undefined, Date>
  note: string | null
}

export interface DraftLookTable {
  consultation_id: string
  staff_id: string
  seen: string
  at: Date
}

/** A signed document on its way to being published, now or at a time. */
export interface PublicationTable {
  sign_off_id: string
  consultation_id: string
  due_at: Date
  by_staff: string
  state: 'waiting' | 'published' | 'stopped' | 'failed'
  number: number | null
  done_at: Date | null
  problem: string | null
}

export interface ConsultationChangeTable {
  id: string
  consultation_id: string
  kind: 'extend' | 'retract'
  closes_at: Date | null
  note: string
  asked_by: string
  asked_at: Date
  decision: 'done' | 'turned-down' | null
  decided_by: string | null
  decided_at: Date | null
}
