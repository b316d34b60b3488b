import type {
  ContributionDraft,
  ContributionRecord,
} from '@takepart/shared/domain/device/contribution-record'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import { makeCode } from '@takepart/shared/domain/response/private-code'
import { nothingSaid } from '@takepart/shared/domain/round/contribution'
import type { SayAbout } from '@takepart/shared/views/round/say-model'
import { recordAt } from '../../app/send-record.ts'
import type { Services } from '../../app/services.ts'

/** What somebody goes on with: the record that the address names, else what they wrote here last and did not send, else nothing yet. */
export async function beginContribution(
  services: Services,
  about: SayAbout,
  named: string | undefined,
): Promise<ContributionDraft> {
  const before = named
    ? await recordAt(services, 'contribution', named)
    : await newestContribution(services, about)
  if (before?.state === 'draft') return before.draft
  const fresh = await emptyContribution(services, about)
  if (before?.state !== 'refused') return fresh
  // What was refused stays as it is: other words are another record.
  const { said, ownDevice, code } = before.draft
  return { ...fresh, said, ownDevice, code }
}

async function emptyContribution(
  services: Services,
  { slug, title, answering }: SayAbout,
): Promise<ContributionDraft> {
  const all = await services.records.all().catch(() => [])
  return {
    id: services.newId() as ContributionId,
    slug,
    title,
    ...(answering ? { inReplyTo: answering.number } : {}),
    said: nothingSaid,
    code: await codeForRound(services, slug),
    revision: 0,
    changedAt: services.now().toISOString(),
    // Somebody who has said so for what they wrote before need not say it again.
    ownDevice: all.some(({ draft }) => draft.ownDevice),
  }
}

/** What was last written for this place of a round and is not sent. */
async function newestContribution(
  { records }: Services,
  { slug, answering }: SayAbout,
): Promise<ContributionRecord | undefined> {
  const all = await records.list('contribution').catch(() => [])
  return all
    .filter(({ state }) => state === 'draft')
    .filter(({ draft }) => draft.slug === slug && draft.inReplyTo === answering?.number)
    .sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))[0]
}

/** The private code of this person in this round: the one they have, or a new one. On a shared device everybody begins anew. */
async function codeForRound({ records, random }: Services, slug: string): Promise<string> {
  const all = await records.list('contribution').catch(() => [])
  return (
    all.find(({ draft }) => draft.slug === slug && draft.ownDevice)?.draft.code ?? makeCode(random)
  )
}
