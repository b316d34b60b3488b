import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { Draft, ResponseCommand } from '@takepart/shared/domain/device/draft'
import type { ChangeId } from '@takepart/shared/domain/core/ids'
import { hashOfCode } from '../../app/hash-of-code.ts'
import { answersToSend } from '@takepart/shared/domain/response/response'
import type { OpenDraft } from '../../app/open-draft.ts'
import { keepAnswer } from '../../app/send-record.ts'
import type { Services } from '../../app/services.ts'

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
  const { id } = draft
  const outcome =
    stored && (await services.records.queue('response', id, { command: commandFor, at: now }))
  // Another tab has sent these same words already: there is nothing more to send.
  if (outcome && (outcome.saved || outcome.reason === 'not-a-draft'))
    return void services.outbox.flush()
  const command = commandFor(draft)
  const delivery = await services.send('response', command)
  const waiting = { kind: 'response', state: 'waiting', draft, command, queuedAt: now } as const
  if (await keepAnswer(services, waiting, delivery)) return
  // The draft that lies there would be untrue from now on (P4). To remove it takes no room.
  if (delivery.outcome === 'accepted') await services.records.discard(id, draft.revision)
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
  const codeHash = await hashOfCode(code)
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
