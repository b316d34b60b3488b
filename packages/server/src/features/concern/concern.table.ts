import type {
  ConcernEvent,
  ConcernState,
  ConcernSubject,
} from '@takepart/shared/domain/moderation/concern'
import type { Severity } from '@takepart/shared/domain/moderation/severity'
import type { UrgentWordList } from '@takepart/shared/domain/moderation/urgent-words'
import type { JSONColumnType } from 'kysely'

/** Words that must be looked at, with what they were an answer to. */
export interface ConcernWords {
  readonly heading?: string
  readonly text: string
}

/** An urgent concern as its events leave it. */
export interface ConcernTable {
  id: string
  subject_kind: ConcernSubject
  subject_id: string
  /** The page it was written on. */
  place: string | null
  severity: Severity
  state: ConcernState
  owner_id: string | null
  raised_at: Date
  due_at: Date | null
  closed_at: Date | null
  escalations: number
  /** How many escalations staff were told of; -1: not even that it was raised. */
  told: number
  /** A copy, which lives on when the writer takes the words back; null once erased. */
  words: JSONColumnType<readonly ConcernWords[]> | null
  /** How the writer can be reached, if they said so. */
  reach: string | null
}

export interface ConcernEventTable {
  concern_id: string
  number: number
  at: Date
  event: JSONColumnType<ConcernEvent>
}

/** Somebody read the words of a concern. */
export interface ConcernLookTable {
  concern_id: string
  staff_id: string
  at: Date
}

/** Every list that was ever saved; the newest is used. */
export interface UrgentWordListTable {
  number: number
  list: JSONColumnType<UrgentWordList>
  saved_at: Date
  saved_by: string
}
