import { mailAddressOf } from '@takepart/shared/domain/notification/mail'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import type { Transaction } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { addMailJob, type Mailing } from '../notification/notification.tasks.ts'
import { queueMail } from '../notification/queue-mail.ts'
import type { AccountWorld } from './account-world.ts'
import { noteMailedSecret } from './invitation.queries.ts'
import { makeSecret } from './secret.ts'

/** Queues the mail of an invitation, in the transaction that makes it. False: it will not go, since the address has had its mail for today. */
export async function mailInvitation(
  trx: Transaction<Schema>,
  { id, email, now }: { readonly id: string; readonly email: string; readonly now: Date },
): Promise<boolean> {
  const recipient = mailAddressOf(email)
  if (recipient === undefined) return false
  const queued = await queueMail(
    trx,
    {
      kind: 'staff-invitation',
      parameters: { invitationId: id },
      recipient,
      event: `invitation ${id}`,
    },
    { now, addJob: addMailJob },
  )
  return queued === 'queued'
}

/**
 * The path in the mail of an invitation: a secret made as the mail is sent, so that neither the row of the mail nor the job
 * holds one. An invitation that was used, taken back or is too old gets none, and its mail then leads to no way in.
 */
export const pathOfInvitation =
  ({ db, now, random }: AccountWorld): Mailing['secretPathOf'] =>
  async (kind, { invitationId }) => {
    if (kind !== 'staff-invitation' || typeof invitationId !== 'string') return undefined
    const { token, hash } = makeSecret(random)
    const isNoted = await noteMailedSecret(db, invitationId, { hash, now: now() })
    return isNoted ? deskPaths.join(token) : undefined
  }
