import type {
  ContributionDraft,
  ContributionRecord,
} from '@takepart/shared/domain/device/contribution-record'
import { makeCode } from '@takepart/shared/domain/response/private-code'
import { tidySaid } from '@takepart/shared/domain/round/contribution'
import type { Round } from '@takepart/shared/domain/round/round'
import { hashOfCode } from '../../app/hash-of-code.ts'
import { sendRecord } from '../../app/send-record.ts'
import type { Services } from '../../app/services.ts'

type Where = Pick<ContributionDraft, 'slug' | 'inReplyTo'>

/** What was last written for this place of a round and is not sent. */
export async function newestContribution(
  { records }: Services,
  { slug, inReplyTo }: Where,
): Promise<ContributionRecord | undefined> {
  const all = await records.list('contribution').catch(() => [])
  return all
    .filter(
      ({ state, draft }) =>
        state === 'draft' && draft.slug === slug && draft.inReplyTo === inReplyTo,
    )
    .sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))[0]
}

/** The private code of this person in this round: the one they have, or a new one. On a shared device everybody begins anew. */
export async function codeForRound({ records, random }: Services, slug: string): Promise<string> {
  const all = await records.list('contribution').catch(() => [])
  return (
    all.find(({ draft }) => draft.slug === slug && draft.ownDevice)?.draft.code ?? makeCode(random)
  )
}

/** Sends a contribution; see `sendRecord`. */
export async function sendContribution(
  services: Services,
  written: ContributionDraft,
  round: Pick<Round, 'position'>,
): Promise<void> {
  const said = tidySaid(round, written.said)
  const codeHash = await hashOfCode(written.code)
  const now = services.now().toISOString()
  const { id: contributionId, slug, inReplyTo } = written
  await sendRecord(services, {
    kind: 'contribution',
    state: 'waiting',
    draft: { ...written, said, changedAt: now },
    command: {
      kind: 'contribution.send',
      input: {
        contributionId,
        slug,
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
        said,
        codeHash,
        completedAt: now,
        sentAt: now,
      },
    },
    queuedAt: now,
  })
}
