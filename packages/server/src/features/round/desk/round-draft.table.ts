import type { OtherText, PartFields } from '@takepart/shared/domain/authoring/draft/draft'
import type { Edit } from '@takepart/shared/domain/authoring/draft/edit'
import type { WrittenRound } from '@takepart/shared/domain/round/desk/round-draft'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** A round that is being written; its id is that of the round it becomes. */
export interface RoundDraftTable {
  round_id: string
  fields: JSONColumnType<PartFields>
  others: JSONColumnType<readonly OtherText[]>
  revision: number
  began_by: string
  began_at: Date
}

/** Everything that was written, with what it replaced. */
export interface RoundDraftEditTable {
  number: Generated<string>
  id: string
  round_id: string
  edit: JSONColumnType<Edit>
  outcome: 'applied' | 'kept-beside'
  by_staff: string
  at: Date
}

type Later<Type> = ColumnType<Type | null, null | undefined, Type | null>

/** What somebody asked a second person to sign, what that person decided, and its way to being published. */
export interface RoundSignOffTable {
  number: Generated<string>
  id: string
  round_id: string
  document: JSONColumnType<WrittenRound>
  asked_by: string
  asked_at: Date
  decision: Later<'signed' | 'sent-back'>
  decided_by: Later<string>
  decided_at: Later<Date>
  note: Later<string>
  publication: Later<'waiting' | 'published' | 'stopped' | 'failed'>
  due_at: Later<Date>
  published_by: Later<string>
  done_at: Later<Date>
  problem: Later<string>
}

export interface RoundDraftLookTable {
  round_id: string
  staff_id: string
  seen: string
  at: Date
}
