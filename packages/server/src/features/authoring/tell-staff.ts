import { hasClosed, statusOf } from '@takepart/shared/domain/consultation/consultation'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import { londonMoment } from '@takepart/shared/domain/core/london-time'
import {
  mailAddressOf,
  type MailKind,
  type MailParameters,
} from '@takepart/shared/domain/notification/mail'
import type { Kysely, Transaction } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { addMailJob } from '../notification/notification.tasks.ts'
import { queueMail } from '../notification/queue-mail.ts'
import { addressesFor } from './authoring-waiting.queries.ts'
import { listOnDesk } from './draft-list.queries.ts'

interface Told<Kind extends MailKind> {
  readonly kind: Kind
  readonly parameters: MailParameters[Kind]
  readonly consultation: string
  readonly roles: readonly ('author' | 'publisher')[]
  /** What happened; nobody is told of it twice. */
  readonly event: string
  /** Who did it, and need not be told. */
  readonly except?: string
}

/** Queues a mail to everybody on a consultation's team who has one of these roles and an address. */
export async function tellTeam<Kind extends MailKind>(
  trx: Transaction<Schema>,
  { kind, parameters, event, except, ...who }: Told<Kind>,
  now: Date,
): Promise<void> {
  for (const { id, email } of await addressesFor(trx, who)) {
    if (id === except || mailAddressOf(email) !== email) continue
    const mail = { kind, parameters, recipient: email, event: `${event} ${id}` }
    await queueMail(trx, mail, { now, addJob: addMailJob })
  }
}

const day = 24 * 3_600_000
const closesWithin = 3 * day
const dueWithin = 14 * day

/** Tells of consultations that close within 3 days, and of decisions that are due within 14. Run again, it tells nobody twice. */
export async function tellWhatIsNear(db: Kysely<Schema>, now: Date): Promise<void> {
  for (const one of await listOnDesk(db, 'every')) {
    const { id, slug, opensAt, closesAt, promiseBy, version, hasOutcome, retractedAt } = one
    if (version === null || !slug || !opensAt || !closesAt || retractedAt) continue
    const isOpen = statusOf({ opensAt, closesAt }, now) === 'open'
    const due = promiseBy ? Date.parse(londonMoment(promiseBy, '17:00') ?? promiseBy) : Infinity
    await db.transaction().execute(async (trx) => {
      if (isOpen && Date.parse(closesAt) - now.getTime() <= closesWithin) {
        const closesOn = dayOfMoment(closesAt)
        const parameters = { slug, closesOn }
        const event = `closing ${id} ${closesOn}`
        await tellTeam(
          trx,
          {
            kind: 'closing-soon',
            parameters,
            consultation: id,
            roles: ['author', 'publisher'],
            event,
          },
          now,
        )
      }
      if (
        promiseBy &&
        hasClosed({ closesAt }, now) &&
        !hasOutcome &&
        due - now.getTime() <= dueWithin
      )
        await tellTeam(
          trx,
          {
            kind: 'promise-due',
            parameters: { slug, dueOn: promiseBy },
            consultation: id,
            roles: ['author', 'publisher'],
            event: `promised ${id} ${promiseBy}`,
          },
          now,
        )
    })
  }
}
