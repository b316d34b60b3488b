import type { Contact } from '../domain/consultation/consultation.ts'
import { dateWords } from '../domain/core/dates.ts'
import type { MailKind, MailParameters } from '../domain/notification/mail.ts'

/** A mail as it is sent: plain text, one link. */
export interface MailText {
  readonly subject: string
  readonly text: string
}

interface Said {
  readonly subject: string
  readonly lines: readonly string[]
  /** The way to what the mail is about. */
  readonly path: string
}

type SaidBy = { readonly [Kind in MailKind]: (parameters: MailParameters[Kind]) => Said }

const bySeverity = {
  now: 'somebody may be in immediate danger',
  today: 'somebody needs an answer today',
  week: 'somebody needs an answer this week',
} as const

/** The path of links that only their reader may know is made when the mail is sent, and handed in. */
export interface SecretPath {
  readonly secretPath?: string
}

/** Who runs the site, and how to reach them. Absent: the Trust has not said so. */
export interface MailFrom {
  readonly from?: {
    readonly name: string
    readonly contact?: Pick<Contact, 'phone' | 'email'> | undefined
  }
}

/** The Trust's name, and how to reach it: the one link of a mail stays its only one. */
const signature = (from: MailFrom['from']): readonly string[] =>
  from === undefined
    ? []
    : [
        [from.name, from.contact?.phone, from.contact?.email]
          .filter((part) => part !== undefined)
          .join(', '),
      ]

const said: SaidBy = {
  'staff-invitation': () => ({
    subject: 'You are invited to the Takepart staff desk',
    lines: [
      'Somebody in your Trust has invited you to the Takepart staff desk.',
      'Open this link on the device you work with. It works once, for 72 hours.',
    ],
    path: '/desk/join',
  }),
  'sign-off-asked': ({ consultationId }) => ({
    subject: 'A consultation waits for your sign-off',
    lines: ['A colleague has finished a consultation and asks you to check it.'],
    path: `/desk/consultations/${consultationId}/sign-off`,
  }),
  'closing-soon': ({ slug, closesOn }) => ({
    subject: `A consultation closes on ${dateWords(closesOn)}`,
    lines: [
      `A consultation that you look after closes on ${dateWords(closesOn)}.`,
      'There is still time to tell the people you have not heard from.',
    ],
    path: `/consultations/${slug}`,
  }),
  'promise-due': ({ slug, dueOn }) => ({
    subject: `Your decision is due by ${dateWords(dueOn)}`,
    lines: [`We promised to publish what we decided by ${dateWords(dueOn)}.`],
    path: `/consultations/${slug}`,
  }),
  'concern-raised': ({ severity }) => ({
    subject: 'An urgent concern that nobody has taken',
    lines: [`An urgent concern is waiting: ${bySeverity[severity]}.`],
    path: '/desk/concerns',
  }),
  'concern-overdue': ({ severity }) => ({
    subject: 'An urgent concern is overdue',
    lines: [`The time to answer an urgent concern has passed: ${bySeverity[severity]}.`],
    path: '/desk',
  }),
  'moderation-waiting': ({ waiting }) => ({
    subject: 'Contributions are waiting to be checked',
    lines: [
      waiting === 1
        ? 'One contribution is waiting for a moderator.'
        : `${waiting} contributions are waiting for a moderator.`,
    ],
    path: '/desk/moderation',
  }),
  'confirm-address': () => ({
    subject: 'Confirm your email address',
    lines: [
      'Somebody asked us to tell this address about replies on Takepart.',
      'Open this link within 24 hours to say yes. If it was not you, do nothing: we will not write again.',
    ],
    path: '/confirm',
  }),
  'reply-published': ({ roundSlug, contributionId }) => ({
    subject: 'There is a reply to what you wrote',
    lines: ['Somebody has replied to what you wrote on Takepart.'],
    path: `/rounds/${roundSlug}#c-${contributionId}`,
  }),
  'decision-published': ({ slug }) => ({
    subject: 'What we decided',
    lines: ['We have published what we decided after a consultation you asked to hear about.'],
    path: `/consultations/${slug}/outcome`,
  }),
}

/**
 * The words of a mail, with who runs the site under them.
 *
 * @param origin what people type to reach the site, such as "https://takepart.example.nhs.uk", without a slash at the end
 * @param secretPath replaces the path of the link where only the reader of this mail may know it
 */
export function mailText<Kind extends MailKind>(
  kind: Kind,
  parameters: MailParameters[Kind],
  { origin, secretPath, from }: SecretPath & MailFrom & { readonly origin: string },
): MailText {
  const { subject, lines, path } = said[kind](parameters)
  const closing = ['This message was sent by Takepart. Nobody reads replies to this address.']
  return {
    subject,
    text: `${[...lines, `${origin}${secretPath ?? path}`, [...closing, ...signature(from)].join('\n')].join('\n\n')}\n`,
  }
}
