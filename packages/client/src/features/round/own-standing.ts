import type {
  ContributionDraft,
  ContributionRecord,
} from '@takepart/shared/domain/device/contribution-record'
import { nothingSaid, type OwnContribution } from '@takepart/shared/domain/round/contribution'
import { isFailure } from '../../app/is-failure.ts'
import { holdUnstored, unstoredRecord } from '../../app/send-record.ts'
import type { Services } from '../../app/services.ts'

type Known = Pick<ContributionDraft, 'code' | 'ownDevice'>

/** How one contribution stands with the server now, kept with it on this device; undefined where it could not be asked. */
export async function askHowItStands(
  services: Services,
  { draft, receipt }: ContributionRecord,
): Promise<OwnContribution | undefined> {
  try {
    const result = await services.rounds.readOwn({ slug: draft.slug, code: draft.code })
    if (!result.ok) return undefined
    const own = result.value.find((one) => one.receipt.contributionId === receipt?.contributionId)
    if (own) await keepOwn(services, own, draft)
    return own
  } catch (error) {
    if (isFailure(error)) return undefined
    throw error
  }
}

/** Takes what the server says of a contribution into the record of it; words that are being changed here stay. */
export async function keepOwn(
  services: Services,
  { receipt, title, inReplyTo, said }: OwnContribution,
  { code, ownDevice }: Known,
): Promise<void> {
  const { contributionId: id, slug, receivedAt } = receipt
  const known = await services.records.read('contribution', id).catch(() => undefined)
  const record = {
    kind: 'contribution',
    state: 'received',
    receipt,
    draft: {
      id,
      slug,
      title,
      ...(inReplyTo === undefined ? {} : { inReplyTo }),
      said: said ?? known?.draft.said ?? nothingSaid,
      code,
      // Built on nothing that is here: see the rules of contributions.
      revision: 0,
      changedAt: known?.draft.changedAt ?? receivedAt,
      ownDevice: known?.draft.ownDevice ?? ownDevice,
    },
  } as const
  if ((await services.records.adopt(record)).saved || known) return
  if (!unstoredRecord('contribution', id)) holdUnstored(services, record)
}
