import type { Acknowledgement } from '@takepart/shared/domain/round/acknowledgement'
import type { ContributionState, Said } from '@takepart/shared/domain/round/contribution'
import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import type { Quotation } from '@takepart/shared/domain/round/quotation'
import type { Process, Round, RoundKind } from '@takepart/shared/domain/round/round'
import type { RemovedWords } from '@takepart/shared/domain/round/shown-contribution'
import type { Stance } from '@takepart/shared/domain/round/stance'
import type { Generated, JSONColumnType } from 'kysely'

export interface ProcessTable {
  id: string
  slug: string
  document: JSONColumnType<Process>
  sample: Generated<boolean>
}

/** A published round. Its dates stand beside its document, so that they can be sorted by. */
export interface RoundTable {
  id: string
  slug: string
  kind: RoundKind
  process_id: string | null
  /** Its number within the process. */
  place: number | null
  consultation_slug: string | null
  opens_at: Date
  closes_at: Date
  revision: number
  document: JSONColumnType<Round>
  retracted_at: Date | null
  retracted_reason: string | null
  /** The number given last to a contribution that was shown; a number is given once. */
  last_number: number
  /** Of the sample; the database marks what is stored while that is loaded. */
  sample: Generated<boolean>
}

/** One private code in one round. Nothing says whose it is. */
export interface RoundVoiceTable {
  id: string
  round_id: string
  code_hash: Buffer
}

/** A contribution, whatever became of it, without its words. */
export interface ContributionTable {
  id: string
  round_id: string
  voice_id: string | null
  source: ContributionSource
  source_note: string | null
  staff_id: string | null
  answered_number: number | null
  state: ContributionState
  revision: number
  /** Given when it is first shown. */
  number: number | null
  late: boolean
  help_now: boolean
  /** SHA-256 over what was sent last, and first; null once withdrawn. */
  content_hash: Buffer | null
  first_hash: Buffer | null
  /** What a moderator told its author. */
  reason: string | null
  received_at: Date
  decided_at: Date | null
}

/** Words as they were sent. No public query reads this table. */
export interface ContributionWordsTable {
  contribution_id: string
  revision: number
  /** By which a repeat of a change is known; of the first sending, the id of the contribution. */
  change_id: string
  said: JSONColumnType<Said>
  received_at: Date
}

/** What everybody may read, after redaction. */
export interface ContributionShownTable {
  contribution_id: string
  round_id: string
  number: number
  answered_number: number | null
  words: 'said' | 'changing' | 'withdrawn' | 'removed'
  accepted: 'accepted' | null
  revision: number | null
  source: ContributionSource
  source_note: string | null
  voice_id: string | null
  name: string | null
  self: string | null
  stance: Stance | null
  condition: string | null
  body: string | null
  removed: JSONColumnType<readonly RemovedWords[]> | null
  quotations: JSONColumnType<readonly Quotation[]> | null
  replies: number
  shown_at: Date
  edited_at: Date | null
}

export interface AcknowledgementTable {
  round_id: string
  number: number
  kind: Acknowledgement
  /** SHA-256 of an id that a device made for this round alone. */
  device_hash: Buffer
}
