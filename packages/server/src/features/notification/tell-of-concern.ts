import type { Kysely, Transaction } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { ToTell } from '../concern/concern.queries.ts'
import { listOnDuty } from '../concern/on-duty.queries.ts'
import { addMailJob } from './notification.tasks.ts'
import { queueMail } from './queue-mail.ts'

/**
 * Queues the mail that tells of a concern: to everybody who may see it when it is raised, and once its clock has passed to
 * the administrators as well, who see to it that somebody answers. The mail names the severity and the desk, and never a word
 * of what was written. Told again of the same thing, it queues nothing.
 */
export async function tellOfConcern(
  trx: Transaction<Schema>,
  { id, severity, escalations, told }: ToTell,
  now: Date,
): Promise<void> {
  const isNew = told < 0 && escalations === 0
  for (const { id: staffId, recipient } of await whoIsTold(trx, isNew))
    await queueMail(
      trx,
      {
        kind: isNew ? 'concern-raised' : 'concern-overdue',
        parameters: { severity },
        recipient,
        event: `concern ${id} ${escalations} ${staffId}`,
      },
      { now, addJob: addMailJob },
    )
}

/** In order of their addresses, since each is locked until the transaction ends. */
async function whoIsTold(db: Kysely<Schema>, isNew: boolean) {
  const people = [
    ...(await listOnDuty(db, 'moderator')),
    ...(isNew ? [] : await listOnDuty(db, 'administrator')),
  ]
  const byAddress = new Map(
    people.flatMap(({ id, email }) => (email === null ? [] : [[email, id] as const])),
  )
  return [...byAddress]
    .map(([recipient, id]) => ({ recipient, id }))
    .sort((one, other) => (one.recipient < other.recipient ? -1 : 1))
}
