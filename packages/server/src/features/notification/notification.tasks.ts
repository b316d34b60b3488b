import { addJob } from '../../db/jobs/job.queries.ts'
import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import type { MailTransport } from './mail-transport.ts'
import type { QueueDeps } from './queue-mail.ts'
import { sendMail, sweepSending, type SecretPathOf } from './send-mail.ts'

/** How this server sends mail. */
export interface Mailing {
  readonly transport: MailTransport
  /** What people type to reach the site. */
  readonly origin: string
  readonly secretPathOf: SecretPathOf
}

interface MailJob {
  readonly mailId: string
}

const readMailJob = (payload: unknown): MailJob => {
  const { mailId } = (payload ?? {}) as { readonly mailId?: unknown }
  if (typeof mailId !== 'string') throw new TypeError('A job to send mail names no mail')
  return { mailId }
}

const sendTask = (mailing: Mailing | undefined) =>
  repeatableTask({
    name: 'send-mail',
    read: readMailJob,
    run: async ({ db, now }, { mailId }) => {
      if (mailing) await sendMail({ db, now, ...mailing }, mailId)
    },
  })

/** Adds the job that sends a mail, in the transaction that queues it. */
export const addMailJob: QueueDeps['addJob'] = (trx, mailId) =>
  addJob(trx, sendTask(undefined), { mailId }, { key: `mail ${mailId}` })

/**
 * Sends mail. A server without mail settings does not have the task to send: the job waits for one that has, and staff
 * see at the desk what would have been sent.
 */
export const notificationTasks = (mailing: Mailing | undefined) => [
  ...(mailing ? [sendTask(mailing)] : []),
  repeatableTask({
    name: 'sweep-sending-mail',
    cron: '*/15 * * * *',
    read: noPayload,
    run: async ({ db, now }) => void (await sweepSending(db, now())),
  }),
]
