import { roundHasClosed } from '../round/round.ts'
import { onePiece } from './one-piece.ts'
import type { RecordRules } from './record-rules.ts'

export const contributionRules: RecordRules<'contribution'> = {
  ...onePiece,
  sent(draft, { input }) {
    return { ...draft, said: input.said, changedAt: input.completedAt }
  },
  isOver: roundHasClosed,
  isFor: ({ input }, receipt) => receipt.contributionId === input.contributionId,
  notUnderstood: { code: 'contribution-not-understood' },
  hasOwnLimit: true,
}
