import { onePiece } from './one-piece.ts'
import type { RecordRules } from './record-rules.ts'

/** Written and sent in one piece. It may be forgotten once somebody has decided. */
export const reportRules: RecordRules<'contribution-report'> = {
  ...onePiece,
  sent: (draft) => draft,
  isOver: ({ outcome }) => outcome !== null,
  isFor: ({ input }, receipt) => receipt.reportId === input.reportId,
  notUnderstood: { code: 'report-not-understood' },
  hasOwnLimit: true,
}
