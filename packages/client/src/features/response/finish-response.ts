import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { DeviceRecord, Draft, ResponseCommand } from '@takepart/shared/domain/device/draft'
import type { ChangeId } from '@takepart/shared/domain/core/ids'
import { normaliseCode } from '@takepart/shared/domain/response/private-code'
import { answersToSend } from '@takepart/shared/domain/response/response'
import type { OpenDraft } from '../../app/open-draft.ts'
import type { Services } from '../../app/services.ts'
import { holdUnstored } from './unstored.ts'

/**
 * Finishes a draft: from here on it waits, until the server has answered. Where the device cannot store that it waits,
 * the response is sent straight away instead, and what came of it is held in this page only.
 * Throws when that cannot be done either: the words are still in the draft.
 */
export async function finish(
  services: Services,
  version: ConsultationVersion,
  open: OpenDraft,
): Promise<void> {
  const stored = await open.save()
  const { draft } = open
  const now = services.now().toISOString()
  const commandFor = await prepare(services, version, draft)
  const outcome = stored && (await services.records.queue(draft.id, commandFor, now))
  // Another tab has sent these same words already: there is nothing more to send.
  if (outcome && (outcome.saved || outcome.reason === 'not-a-draft'))
    return void services.outbox.flush()
  const command = commandFor(draft)
  const delivery = await services.send(command)
  const record: DeviceRecord =
    delivery.outcome === 'accepted'
      ? { draft, state: 'received', receipt: delivery.receipt }
      : { draft, state: 'refused', command, problems: delivery.problems, refusedAt: now }
  if ((await services.records.adopt(record)).saved) return
  holdUnstored(record)
  // The draft that lies there would be untrue from now on (P4). To remove it takes no room.
  if (record.state === 'received') await services.records.discard(draft.id, draft.revision)
}

/** What does not depend on the answers, made before them: the rest must be made at once from what the store holds. */
async function prepare(
  services: Services,
  { consultation }: ConsultationVersion,
  { code }: Draft,
): Promise<(draft: Draft) => ResponseCommand> {
  const now = services.now().toISOString()
  const times = { completedAt: now, sentAt: now }
  const changeId = services.newId() as ChangeId
  const codeHash = await sha256(normaliseCode(code) ?? code)
  return ({ id: responseId, slug, version, edition, changes, answers: written }) => {
    const answers = answersToSend(consultation, written)
    return changes
      ? {
          kind: 'response.change',
          input: {
            changeId,
            responseId,
            code,
            baseRevision: changes.baseRevision,
            edition,
            answers,
            ...times,
          },
        }
      : {
          kind: 'response.submit',
          input: { responseId, slug, version, edition, answers, codeHash, ...times },
        }
  }
}

/** Pages without a secure connection have no Web Cryptography; sending must work there too. */
async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const hash = crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes)
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
