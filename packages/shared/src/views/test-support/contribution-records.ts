import type { ChangeId, ContributionId } from '../../domain/core/ids.ts'
import type {
  ContributionDraft,
  ContributionRecord,
} from '../../domain/device/contribution-record.ts'
import type { Command } from '../../domain/device/record.ts'
import type { ContributionReceipt, Said } from '../../domain/round/contribution.ts'
import { clinicRound, contributionId, something } from '../../domain/round/round.fixture.ts'

const at = '2027-03-10T12:00:00Z'
const times = { completedAt: at, sentAt: at }
const { slug, title, closesAt } = clinicRound()
const code = 'ABCD-EFGH-JKMN-PQRS-TVWX'
const changeId = '00000000-0000-4000-8000-000000000022' as ChangeId

export const said: Said = something({
  text: 'There is no lift to that room.\n\nI counted nineteen stairs.',
  self: 'a neighbour',
  stance: 'conditional',
  condition: 'there is a late bus',
  quotations: [
    {
      of: { kind: 'starter', id: 'waiting-room' },
      exact: 'Near is not a comfort.',
      prefix: '',
      suffix: ' It is whether I come at all.',
    },
  ],
})
export const otherWords: Said = { ...said, text: 'There is a lift by now.' }

export const contributionDraft = (parts: Partial<ContributionDraft> = {}): ContributionDraft => ({
  id: contributionId,
  name: '5b0f1d1c-2f36-4a36-9a3d-0d2a86bb3a12',
  slug,
  title,
  said,
  code,
  revision: 1,
  changedAt: at,
  ownDevice: true,
  ...parts,
})

export const contributionReceipt = (
  parts: Partial<ContributionReceipt> = {},
): ContributionReceipt => ({
  contributionId,
  slug,
  revision: 1,
  state: 'accepted',
  ...(parts.state === undefined || parts.state === 'accepted' ? { number: 3 } : {}),
  late: false,
  receivedAt: at,
  closesAt,
  ...parts,
})

export const contributionCommands = {
  send: {
    kind: 'contribution.send',
    input: { contributionId, slug, inReplyTo: 1, said, codeHash: 'a'.repeat(64), ...times },
  },
  edit: {
    kind: 'contribution.edit',
    input: { changeId, contributionId, code, baseRevision: 1, said: otherWords, ...times },
  },
  withdraw: { kind: 'contribution.withdraw', input: { contributionId, code, ...times } },
} as const satisfies Readonly<Record<string, Command>>

const changing = contributionDraft({
  said: otherWords,
  changes: { contributionId, baseRevision: 1, before: said },
})
const rejected = contributionReceipt({
  state: 'rejected',
  reason: 'We have not published what you wrote, because it sells something.',
})
const received = {
  kind: 'contribution',
  state: 'received',
  draft: contributionDraft(),
} as const

/** A contribution in every state it can be in, by name. */
export const contributions = {
  draft: { kind: 'contribution', state: 'draft', draft: contributionDraft({ inReplyTo: 1 }) },
  'draft of a change': {
    kind: 'contribution',
    state: 'draft',
    draft: changing,
    receipt: contributionReceipt(),
  },
  waiting: {
    kind: 'contribution',
    state: 'waiting',
    draft: contributionDraft({ inReplyTo: 1 }),
    command: contributionCommands.send,
    queuedAt: at,
  },
  'change waiting': {
    kind: 'contribution',
    state: 'waiting',
    draft: changing,
    receipt: contributionReceipt(),
    command: contributionCommands.edit,
    queuedAt: at,
  },
  'withdrawal waiting': {
    kind: 'contribution',
    state: 'waiting',
    draft: contributionDraft(),
    receipt: contributionReceipt(),
    command: contributionCommands.withdraw,
    queuedAt: at,
  },
  received: { ...received, receipt: contributionReceipt() },
  unread: { ...received, receipt: contributionReceipt({ state: 'waiting' }) },
  late: {
    ...received,
    receipt: contributionReceipt({ state: 'waiting', late: true }),
  },
  rejected: { ...received, receipt: rejected },
  'change asked': {
    ...received,
    receipt: contributionReceipt({
      state: 'change-asked',
      reason: 'We ask you to change what you wrote.',
    }),
  },
  withdrawn: { ...received, receipt: contributionReceipt({ state: 'withdrawn' }) },
  refused: {
    kind: 'contribution',
    state: 'refused',
    draft: contributionDraft(),
    command: contributionCommands.send,
    problems: [{ code: 'round-closed', closedAt: closesAt }],
    refusedAt: at,
  },
  'change refused': {
    kind: 'contribution',
    state: 'refused',
    draft: changing,
    receipt: contributionReceipt({ revision: 2 }),
    command: contributionCommands.edit,
    problems: [{ code: 'contribution-changed-elsewhere' }],
    refusedAt: at,
  },
  'withdrawal refused': {
    kind: 'contribution',
    state: 'refused',
    draft: contributionDraft(),
    receipt: contributionReceipt(),
    command: contributionCommands.withdraw,
    problems: [{ code: 'contribution-not-found' }],
    refusedAt: at,
  },
} as const satisfies Readonly<Record<string, ContributionRecord>>

export type ContributionName = keyof typeof contributions

/** Of another contribution, which no receipt here is for. */
export const anotherId = '00000000-0000-4000-8000-000000000099' as ContributionId
