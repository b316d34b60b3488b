import type {
  ReportContribution,
  ReportOutcome,
  ReportProblem,
  ReportReason,
} from '../moderation/report.ts'
import type { DraftParts, RecordOf } from './record.ts'

/** Tells the moderators of a contribution; sent until it is answered, like every command. Sent again, it asks what came of it. */
export interface ReportCommand {
  readonly kind: 'report.send'
  readonly input: ReportContribution
}

/** A report as it is kept. `slug` is that of the round, `title` what it is called. */
export interface ReportDraft extends DraftParts {
  readonly number: number
  readonly reason: ReportReason
  readonly words?: string
  readonly deviceHash: string
}

/** What the server says: that it has the report, and what came of it so far. */
export interface ReportReceipt {
  readonly reportId: string
  readonly outcome: ReportOutcome | null
}

export type ReportRefusal = ReportProblem | { readonly code: 'report-not-understood' }

/** Everything this device knows of one report. */
export type ReportRecord = RecordOf<'contribution-report'>

/** The command that sends a report, or asks what came of one that was sent. */
export const reportCommand = ({
  id: reportId,
  slug,
  number,
  reason,
  words,
  deviceHash,
}: ReportDraft): ReportCommand => ({
  kind: 'report.send',
  input: {
    reportId,
    slug,
    number,
    reason,
    ...(words === undefined ? {} : { words }),
    deviceHash,
  },
})
