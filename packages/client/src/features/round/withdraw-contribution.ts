import type { ContributionRecord } from '@takepart/shared/domain/device/contribution-record'
import type { Services } from '../../app/services.ts'

/** Asks for a contribution to be taken back; sent until it is answered. False: the device could not note it, and nothing was sent. */
export async function withdrawContribution(
  services: Services,
  { draft, receipt }: ContributionRecord,
): Promise<boolean> {
  const at = services.now().toISOString()
  const contributionId = receipt?.contributionId ?? draft.id
  const command = {
    kind: 'contribution.withdraw',
    input: { contributionId, code: draft.code, completedAt: at, sentAt: at },
  } as const
  const outcome = await services.records.queue('contribution', draft.id, { command, at })
  if (outcome.saved) await services.outbox.flush()
  return outcome.saved
}
