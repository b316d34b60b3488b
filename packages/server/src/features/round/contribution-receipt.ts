import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type {
  ContributionReceipt,
  ContributionState,
} from '@takepart/shared/domain/round/contribution'
import { toTheHour } from '@takepart/shared/domain/response/response'
import type { Round } from '@takepart/shared/domain/round/round'

interface Received {
  readonly id: ContributionId
  readonly revision: number
  readonly state: ContributionState
  readonly number: number | null | undefined
  readonly reason?: string | null
  readonly late: boolean
  readonly receivedAt: Date
}

export const contributionReceipt = (
  { id, revision, state, number, reason, late, receivedAt }: Received,
  { slug, closesAt }: Pick<Round, 'slug' | 'closesAt'>,
): ContributionReceipt => ({
  contributionId: id,
  slug,
  revision,
  state,
  ...(typeof number === 'number' && state === 'accepted' ? { number } : {}),
  ...(reason && (state === 'rejected' || state === 'change-asked') ? { reason } : {}),
  late,
  receivedAt: toTheHour(receivedAt),
  closesAt,
})
