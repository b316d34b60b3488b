import {
  mailKinds,
  type MailKind,
  type MailParameters,
} from '@takepart/shared/domain/notification/mail'
import { siteContact } from '@takepart/shared/domain/site/site-settings'
import { mailText, type MailFrom } from '@takepart/shared/words/mail'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { readSite } from '../site/site.queries.ts'
import { claimMail, endSending, giveUpOnSending, type StoredMail } from './mail.queries.ts'
import type { MailOutcome, MailTransport } from './mail-transport.ts'

/** Makes the path that only the reader of a mail may know, such as an invitation: at sending, so that no row holds it. */
export type SecretPathOf = (
  kind: MailKind,
  parameters: StoredMail['parameters'],
) => Promise<string | undefined>

export interface SendDeps {
  readonly db: Kysely<Schema>
  readonly transport: MailTransport
  readonly now: () => Date
  /** What people type to reach the site. */
  readonly origin: string
  readonly secretPathOf: SecretPathOf
}

/** A mail that the mail server did not take this time. The job runner tries again with a growing pause. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken'
}

const mostAttempts = 10
const longestSendingMs = 15 * 60_000

/**
 * Sends a waiting mail, at most once: it is marked as handed over, and that is committed, before the mail server hears of
 * it. A worker that dies in between leaves it `sending`, and {@link sweepSending} later makes that `unknown` (F57).
 * A mail that is not waiting any more is left alone.
 *
 * @throws MailNotTaken when it should be tried again
 */
export async function sendMail(deps: SendDeps, id: string): Promise<void> {
  const mail = await claimMail(deps.db, id, deps.now())
  if (mail === undefined) return
  const outcome = await handOver(deps, mail)
  const again = outcome.kind === 'not-taken' && mail.attempts < mostAttempts
  const at = deps.now()
  if (outcome.kind === 'sent') return endSending(deps.db, id, { state: 'sent', at })
  const state = again ? 'waiting' : outcome.kind === 'unknown' ? 'unknown' : 'refused'
  await endSending(deps.db, id, { state, failure: outcome.failure, at })
  if (again) throw new MailNotTaken(outcome.failure)
}

async function handOver(deps: SendDeps, mail: StoredMail): Promise<MailOutcome> {
  const kind = mailKinds.find((one) => one === mail.kind)
  // Another release queued it; one that knows the kind cannot tell it from a mail that was given up.
  if (kind === undefined) return { kind: 'refused', failure: 'kind not known' }
  const secretPath = await deps.secretPathOf(kind, mail.parameters)
  // Somebody has used the invitation or taken it back since: a mail that leads nowhere helps nobody.
  if (kind === 'staff-invitation' && secretPath === undefined)
    return { kind: 'refused', failure: 'link not wanted any more' }
  const { subject, text } = mailText(
    kind,
    mail.parameters as unknown as MailParameters[typeof kind],
    {
      origin: deps.origin,
      ...(await signedBy(deps.db)),
      ...(secretPath === undefined ? {} : { secretPath }),
    },
  )
  const messageId = `<${mail.id}@${new URL(deps.origin).hostname}>`
  return deps.transport.send({ to: mail.recipient, subject, text, messageId })
}

/** The Trust as it has set itself up on the site. */
async function signedBy(db: Kysely<Schema>): Promise<MailFrom> {
  const { settings } = await readSite(db)
  return settings.name === ''
    ? {}
    : { from: { name: settings.name, contact: siteContact(settings) } }
}

/** Ends what has been `sending` for over 15 minutes as `unknown`. Answers how many mails that were. */
export const sweepSending = (db: Kysely<Schema>, now: Date): Promise<number> =>
  giveUpOnSending(db, new Date(now.getTime() - longestSendingMs), now)
