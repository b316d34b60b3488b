import {
  mailAddressOf,
  type MailKind,
  type MailParameters,
} from '@takepart/shared/domain/notification/mail'
import type { Transaction } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { countQueuedSince, insertMail, lockRecipient } from './mail.queries.ts'

/** A mail to be sent because something happened. */
export interface MailToQueue<Kind extends MailKind> {
  readonly kind: Kind
  readonly parameters: MailParameters[Kind]
  /** An address in the form that {@link mailAddressOf} gives. */
  readonly recipient: string
  /** What happened, with its ids and who is told: an event is told to nobody twice. */
  readonly event: string
}

export interface QueueDeps {
  readonly now: Date
  /** Adds the job that sends it, in the same transaction. */
  readonly addJob: (trx: Transaction<Schema>, mailId: string) => Promise<void>
}

const day = 24 * 3_600_000
/** Mail to one address in 24 hours; what comes after is kept and shown to staff, not sent (S26). */
export const mostMailsADay = 20

/**
 * Queues a mail in the transaction of what it tells of: it is sent only if that is committed, and at most once.
 * Answers `held` when the address has had its mail for the day, and `told-already` for a repeated event.
 *
 * @throws RangeError when the recipient is not an address in its one form: its caller has checked it when it was typed
 */
export async function queueMail<Kind extends MailKind>(
  trx: Transaction<Schema>,
  { kind, parameters, recipient, event }: MailToQueue<Kind>,
  { now, addJob }: QueueDeps,
): Promise<'queued' | 'held' | 'told-already'> {
  if (mailAddressOf(recipient) !== recipient) throw new RangeError('Not an address to write to')
  await lockRecipient(trx, recipient)
  const recent = await countQueuedSince(trx, recipient, new Date(now.getTime() - day))
  const state = recent < mostMailsADay ? 'waiting' : 'held'
  const mail = { kind, parameters: { ...parameters }, recipient, event, state, at: now } as const
  const id = await insertMail(trx, mail)
  if (id === undefined) return 'told-already'
  if (state === 'held') return 'held'
  await addJob(trx, id)
  return 'queued'
}
