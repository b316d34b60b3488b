import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'

/** A mail, ready for the mail server. */
export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Stable for one mail, so that a mail server or a reader's program can tell a repeat. */
  readonly messageId: string
}

/**
 * What became of a mail that was handed over:
 * - `sent`: the mail server took it
 * - `refused`: it will never take it, and `failure` is its reply code
 * - `not-taken`: it certainly did not take it this time; try again later
 * - `unknown`: the connection broke where it may have taken it
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'not-taken' | 'unknown'; readonly failure: string }

export interface MailTransport {
  send(mail: OutgoingMail): Promise<MailOutcome>
  close(): void
}

export interface SmtpSettings {
  /** smtp://name:password@host:port, or smtps:// for TLS from the start. */
  readonly url: string
  /** The sender, such as "Takepart <takepart@garden.example>". */
  readonly from: string
}

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Sends by SMTP. Bodies are plain text; the library may open no file and no other address for a mail. */
export function smtpTransport({ url, from }: SmtpSettings): MailTransport {
  const transporter = createTransport(
    { url, disableFileAccess: true, disableUrlAccess: true, ...timeouts },
    { from },
  )
  return {
    async send({ text, ...mail }) {
      // The library reads the text when the mail server has said that it may come. Its errors do not tell how far it
      // got: a connection cut after the text is reported like one that was never made.
      let begun = false
      const body = Readable.from(
        (function* () {
          begun = true
          yield text
        })(),
      )
      const headers = { 'Auto-Submitted': 'auto-generated' }
      try {
        await transporter.sendMail({ ...mail, text: body, headers })
        return { kind: 'sent' }
      } catch (cause) {
        return outcomeOf(cause, begun)
      }
    },
    close: () => transporter.close(),
  }
}

/** @throws whatever is not a failure to deliver: that is a bug */
function outcomeOf(cause: unknown, begun: boolean): MailOutcome {
  const { code, responseCode } = cause as {
    readonly code?: unknown
    readonly responseCode?: unknown
  }
  if (typeof code !== 'string') throw cause
  if (typeof responseCode !== 'number')
    return { kind: begun ? 'unknown' : 'not-taken', failure: code }
  // A wrong password is for the Trust to mend in its settings; the mail itself can still be taken.
  const forGood = responseCode >= 500 && code !== 'EAUTH'
  return { kind: forGood ? 'refused' : 'not-taken', failure: `${code} ${responseCode}` }
}
