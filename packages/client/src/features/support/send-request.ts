import type { RequestId } from '@takepart/shared/domain/ids'
import type { AskCommand, RequestDraft, RequestRecord } from '@takepart/shared/domain/request-record'
import { tidyRequest, type SupportRequest } from '@takepart/shared/domain/support-request'
import type { AnotherWayAbout } from '@takepart/shared/views/another-way.view'
import type { Services } from '../../app/services.ts'

/** Requests that were sent while the device could not store them: this page is the only place that knows of them. */
const unstored = new Map<string, RequestRecord>()

export const unstoredRequest = (id: string): RequestRecord | undefined => unstored.get(id)

/** The record of a request, wherever it is; undefined where there is none. */
export const findRequest = async ({ records }: Services, id: string): Promise<RequestRecord | undefined> =>
  unstored.get(id) ?? (await records.requests().catch(() => [])).find(({ draft }) => draft.id === id)

/**
 * Asks for support: from here on the request waits, until the server has answered; gives its id. Where the device cannot
 * store that it waits, it is sent straight away instead, and what came of it is held in this page only. Throws when that
 * cannot be done either: the words are still on the form.
 */
export async function sendRequest(services: Services, about: Pick<AnotherWayAbout, 'slug' | 'title'>, asked: { request: SupportRequest; ownDevice: boolean }): Promise<string> {
  const id = services.newId() as RequestId
  const now = services.now().toISOString()
  const request = tidyRequest(asked.request)
  const draft: RequestDraft = { id, slug: about.slug, title: about.title, request, revision: 0, changedAt: now, ownDevice: asked.ownDevice }
  const command: AskCommand = { kind: 'support-request.ask', input: { requestId: id, slug: about.slug, request, completedAt: now, sentAt: now } }
  if ((await services.records.adopt({ draft, state: 'waiting', command, queuedAt: now })).saved) {
    void services.outbox.flush()
    return id
  }
  const delivery = await services.send(command)
  const record: RequestRecord = delivery.outcome === 'accepted'
    ? { draft, state: 'received', receipt: delivery.receipt }
    : { draft, state: 'refused', command, problems: delivery.problems, refusedAt: now }
  if (!(await services.records.adopt(record)).saved) unstored.set(id, record)
  return id
}

/** Lets a request go from this device; false when it is still there. */
export async function forgetRequest({ records }: Services, id: string): Promise<boolean> {
  return unstored.delete(id) || records.discard(id)
}
