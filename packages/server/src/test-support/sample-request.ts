import { randomUUID } from 'node:crypto'
import type { RequestId } from '@takepart/shared/domain/core/ids'
import type {
  AskForSupport,
  SupportRequest,
} from '@takepart/shared/domain/support-request/support-request'

/** A request for support on its way, about the small consultation. */
export const sentRequest = (
  request: Partial<SupportRequest> = {},
  changes: Partial<AskForSupport> = {},
): AskForSupport => ({
  requestId: randomUUID() as RequestId,
  slug: 'waiting-rooms',
  request: {
    needs: ['large-print', 'other-language'],
    say: { 'other-language': 'Polish' },
    reach: { by: 'phone', to: '01632 960 001' },
    remember: false,
    ...request,
  },
  completedAt: '2027-02-01T10:20:00.000Z',
  sentAt: '2027-02-01T10:20:01.000Z',
  ...changes,
})
