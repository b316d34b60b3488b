import type {
  AskCommand,
  AskedRequest,
  RequestDraft,
  RequestRecord,
} from '@takepart/shared/domain/device/request-record'
import {
  tidyRequest,
  type SupportRequest,
} from '@takepart/shared/domain/support-request/support-request'
import { sendRecord } from '../../app/send-record.ts'
import type { Services } from '../../app/services.ts'

/** The request for this consultation that was last written to and is not sent. */
export async function newestRequest(
  { records }: Services,
  slug: string,
): Promise<RequestRecord | undefined> {
  const all = await records.list('support-request').catch(() => [])
  return all
    .filter(({ state, draft }) => state === 'draft' && draft.slug === slug)
    .sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))[0]
}

/** Asks for support; see `sendRecord`. */
export function sendRequest(
  services: Services,
  { written: _, ...about }: RequestDraft,
  asked: SupportRequest,
): Promise<void> {
  const now = services.now().toISOString()
  const request = tidyRequest(asked)
  const draft: AskedRequest = { ...about, request, changedAt: now }
  const command: AskCommand = {
    kind: 'support-request.ask',
    input: { requestId: about.id, slug: about.slug, request, completedAt: now, sentAt: now },
  }
  return sendRecord(services, {
    kind: 'support-request',
    state: 'waiting',
    draft,
    command,
    queuedAt: now,
  })
}
