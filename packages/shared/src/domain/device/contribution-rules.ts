import type { ContributionReceipt } from '../round/contribution.ts'
import { roundHasClosed } from '../round/round.ts'
import type { ContributionDraft, ContributionRecord } from './contribution-record.ts'
import { onePiece } from './one-piece.ts'
import type { NotADraft } from './record.ts'
import type { RecordRules } from './record-rules.ts'

/** Written and sent in one piece, as a request is; but what was received can be changed, and taken back at any time. */
export const contributionRules: RecordRules<'contribution'> = {
  ...onePiece,
  mayQueue: ({ receipt, state }, { kind }) =>
    kind === 'contribution.withdraw'
      ? receipt !== undefined && receipt.state !== 'withdrawn' && state !== 'waiting'
      : state === 'draft',
  sent: (draft, { kind, input }) =>
    kind === 'contribution.withdraw'
      ? draft
      : { ...draft, said: input.said, changedAt: input.completedAt },
  received: ({ changes: _, ...sent }) => sent,
  reopened,
  adopted,
  isOver: roundHasClosed,
  isFor: ({ input }, receipt) => receipt.contributionId === input.contributionId,
  notUnderstood: { code: 'contribution-not-understood' },
  hasOwnLimit: true,
}

/** What can be said of it no more: other words in its place, that is. It can be taken back all the same. */
export const mayChange = ({ state }: Pick<ContributionReceipt, 'state'>): boolean =>
  state !== 'withdrawn' && state !== 'rejected'

/**
 * What was received becomes a draft of other words in its place, and such a draft what was received again. What was refused
 * is a draft again; a taking back that did not happen leaves what was received. What waits has perhaps been sent. Something
 * that is with the server under this id with other words stays refused.
 */
function reopened(record: ContributionRecord): ContributionRecord | NotADraft {
  const { kind, draft, receipt } = record
  if (record.state === 'waiting') return 'not-a-draft'
  if (!receipt) return isOwnRefusal(record) ? { kind, state: 'draft', draft } : 'not-a-draft'
  const isBack =
    record.state === 'draft' ||
    (record.state === 'refused' &&
      (record.command.kind === 'contribution.withdraw' || !mayChange(receipt)))
  if (isBack) return { kind, state: 'received', draft: unchanged(draft), receipt }
  return mayChange(receipt)
    ? { kind, state: 'draft', draft: changing(draft, receipt), receipt }
    : 'not-a-draft'
}

const isOwnRefusal = (record: ContributionRecord): boolean =>
  record.state === 'refused' &&
  !record.problems.some(({ code }) => code === 'contribution-received-different')

/** As it was received, whatever has been written since. */
const unchanged = ({ changes, ...draft }: ContributionDraft): ContributionDraft =>
  changes ? { ...draft, said: changes.before } : draft

/** A change that was refused goes on from the words it had, over what is received now. */
const changing = (
  draft: ContributionDraft,
  { contributionId, revision }: ContributionReceipt,
): ContributionDraft => ({
  ...draft,
  changes: {
    contributionId,
    baseRevision: revision,
    before: draft.changes?.before ?? draft.said,
  },
})

/**
 * As of what is one piece. But while something is done about what was received (other words, or taking it back), news of it
 * from elsewhere puts nothing in the place of that; and a receipt is not lost to whoever has none.
 */
function adopted(
  here: ContributionRecord,
  record: ContributionRecord,
): ContributionRecord | NotADraft {
  const isNews =
    record.state === 'received' &&
    here.state !== 'received' &&
    here.receipt !== undefined &&
    record.draft.revision !== here.draft.revision
  if (isNews) return { ...here, receipt: record.receipt }
  const next = onePiece.adopted(here, record)
  if (next === 'not-a-draft' || next.state === 'received') return next
  const receipt = next.receipt ?? here.receipt
  return receipt ? { ...next, receipt } : next
}
