import { onePiece } from './one-piece.ts'
import type { RecordRules } from './record-rules.ts'

/** Written and sent in one piece. It is never over for being late; once received it may be forgotten by the device. */
export const helpRules: RecordRules<'help-request'> = {
  ...onePiece,
  sent: (draft, { input: { words, reach, completedAt } }) => ({
    ...draft,
    written: { words, ...(reach === undefined ? {} : { reach }) },
    changedAt: completedAt,
  }),
  isOver: () => true,
  isFor: ({ input }, receipt) => receipt.concernId === input.concernId,
  notUnderstood: { code: 'help-not-understood' },
  hasOwnLimit: true,
}
