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
import type { Services } from '../../app/services.ts'

/** Requests that were sent while the device could not store them: this page is the only place that knows of them. */
const unstored = new Map<string, RequestRecord>()

export const unstoredRequest = (id: string): RequestRecord | undefined => unstored.get(id)

/** The record of a request, wherever it is; undefined where there is none. */
export const findRequest = async (
  { records }: Services,
  id: string,
): Promise<RequestRecord | undefined> =>
  unstored.get(id) ??
  (await records.requests().catch(() => [])).find(({ draft }) => draft.id === id)

/** The request for this consultation that was last written to and is not sent. */
export async function newestRequest(
  { records }: Services,
  slug: string,
): Promise<RequestRecord | undefined> {
  const all = await records.requests().catch(() => [])
  return all
    .filter(({ state, draft }) => state === 'draft' && draft.slug === slug)
    .sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))[0]
}

/**
 * Asks for support: from here on the request waits, until the server has answered. Where the device cannot store that it
 * waits, it is sent straight away instead, and what came of it is held in this page only. Throws when that cannot be done
 * either: the words are still on the form.
 */
export async function sendRequest(
  services: Services,
  { written: _, ...about }: RequestDraft,
  asked: SupportRequest,
): Promise<void> {
  const { id } = about
  const now = services.now().toISOString()
  const request = tidyRequest(asked)
  const draft: AskedRequest = { ...about, request, changedAt: now }
  const command: AskCommand = {
    kind: 'support-request.ask',
    input: { requestId: id, slug: about.slug, request, completedAt: now, sentAt: now },
  }
  if ((await services.records.adopt({ draft, state: 'waiting', command, queuedAt: now })).saved) {
    void services.outbox.flush()
    return
  }
  const delivery = await services.send(command)
  const record: RequestRecord =
    delivery.outcome === 'accepted'
      ? { draft, state: 'received', receipt: delivery.receipt }
      : { draft, state: 'refused', command, problems: delivery.problems, refusedAt: now }
  if ((await services.records.adopt(record)).saved) return
  unstored.set(id, record)
  // What may be left of it as it was written is not what became of it.
  await services.records.discard(id)
}

/** Lets a request go from this device; false when it is still there. */
export async function forgetRequest({ records }: Services, id: string): Promise<boolean> {
  return unstored.delete(id) || records.discard(id)
}
