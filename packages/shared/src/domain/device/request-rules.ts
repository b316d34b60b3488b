import { hasClosed } from '../consultation/consultation.ts'
import { onePiece } from './one-piece.ts'
import type { RecordRules } from './record-rules.ts'

export const requestRules: RecordRules<'support-request'> = {
  ...onePiece,
  sent({ id, name, slug, title, revision, ownDevice }, { input: { request, completedAt } }) {
    return { id, name, slug, title, request, revision, changedAt: completedAt, ownDevice }
  },
  isOver: hasClosed,
  isFor: ({ input }, receipt) =>
    Boolean(receipt.reference) && receipt.requestId === input.requestId,
  notUnderstood: { code: 'request-not-understood' },
  hasOwnLimit: true,
}
