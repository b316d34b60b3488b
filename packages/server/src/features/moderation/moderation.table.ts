import type { Decision, RejectionReason } from '@takepart/shared/domain/moderation/decision'
import type { RedactedPart } from '@takepart/shared/domain/moderation/redaction'
import type { ReportOutcome, ReportReason } from '@takepart/shared/domain/moderation/report'
import type { JSONColumnType } from 'kysely'

/** A contribution that was shown before anybody read it. */
export interface ContributionUnreadTable {
  contribution_id: string
  since: Date
}

/** Who is looking at a contribution, so that nobody else decides about it meanwhile. */
export interface ModerationClaimTable {
  contribution_id: string
  staff_id: string
  until: Date
}

export interface ModerationDecisionTable {
  id: string
  contribution_id: string
  /** The revision that was looked at. */
  revision: number
  /** Counts the decisions about one revision: another follows an answer, or a report. */
  turn: number
  kind: Decision['kind']
  reason: RejectionReason | null
  words: string | null
  parts: JSONColumnType<readonly RedactedPart[]> | null
  decided_by: string
  decided_at: Date
  /** Until then it can be undone, and nothing has left. */
  effective_at: Date
  undone_at: Date | null
  applied_at: Date | null
  /** Its author changed or withdrew the words before it came into effect, so it did nothing. */
  overtaken: boolean
}

/** What an author answered to a decision; once. */
export interface ModerationAnswerTable {
  contribution_id: string
  revision: number
  words: string
  received_at: Date
}

export interface ContributionReportTable {
  id: string
  contribution_id: string
  revision: number
  device_hash: Buffer
  reason: ReportReason
  words: string | null
  received_at: Date
  outcome: ReportOutcome | null
  outcome_at: Date | null
}
