import type {
  ContributionCommand,
  ContributionDraft,
} from '@takepart/shared/domain/device/contribution-record'
import type { ChangeId } from '@takepart/shared/domain/core/ids'
import { tidySaid } from '@takepart/shared/domain/round/contribution'
import type { Round } from '@takepart/shared/domain/round/round'
import { hashOfCode } from '../../app/hash-of-code.ts'
import { sendRecord } from '../../app/send-record.ts'
import type { Services } from '../../app/services.ts'

/** Sends a contribution, or other words for one that was received; see `sendRecord`. */
export async function sendContribution(
  services: Services,
  written: ContributionDraft,
  round: Pick<Round, 'position'>,
): Promise<void> {
  const now = services.now().toISOString()
  const draft = { ...written, said: tidySaid(round, written.said), changedAt: now }
  const command = await commandOf(services, draft)
  await sendRecord(services, {
    kind: 'contribution',
    state: 'waiting',
    draft,
    command,
    queuedAt: now,
  })
}

async function commandOf(
  services: Services,
  { id, slug, inReplyTo, said, code, changes, changedAt }: ContributionDraft,
): Promise<ContributionCommand> {
  const times = { completedAt: changedAt, sentAt: changedAt }
  if (changes) {
    const changeId = services.newId() as ChangeId
    const { contributionId, baseRevision } = changes
    const input = { changeId, contributionId, code, baseRevision, said, ...times }
    return { kind: 'contribution.edit', input }
  }
  const reply = inReplyTo === undefined ? {} : { inReplyTo }
  const codeHash = await hashOfCode(code)
  const input = { contributionId: id, slug, ...reply, said, codeHash, ...times }
  return { kind: 'contribution.send', input }
}
