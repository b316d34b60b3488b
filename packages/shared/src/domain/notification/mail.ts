import type { Severity } from '../moderation/severity.ts'

/**
 * Mail that Takepart sends. A mail says that something waits and where; it never carries a word of what anybody wrote,
 * so its parameters are ids, slugs, counts and dates only (S26).
 */
export interface MailParameters {
  readonly 'staff-invitation': { readonly invitationId: string }
  readonly 'sign-off-asked': { readonly consultationId: string }
  readonly 'closing-soon': { readonly slug: string; readonly closesOn: string }
  readonly 'promise-due': { readonly slug: string; readonly dueOn: string }
  readonly 'concern-raised': { readonly severity: Severity }
  readonly 'concern-overdue': { readonly severity: Severity }
  readonly 'moderation-waiting': { readonly waiting: number }
  readonly 'confirm-address': { readonly subscriptionId: string }
  readonly 'reply-published': { readonly roundSlug: string; readonly contributionId: string }
  readonly 'decision-published': { readonly slug: string }
}

export type MailKind = keyof MailParameters

export const mailKinds = [
  'staff-invitation',
  'sign-off-asked',
  'closing-soon',
  'promise-due',
  'concern-raised',
  'concern-overdue',
  'moderation-waiting',
  'confirm-address',
  'reply-published',
  'decision-published',
] as const satisfies readonly MailKind[]

/** The longest address that SMTP carries (RFC 5321, 4.5.3.1.3, without the angle brackets). */
export const longestAddress = 254

const longestLocalPart = 64
const atom = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~-]+`
const localPart = new RegExp(`^${atom}(?:\\.${atom})*$`)
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const domainName = new RegExp(`^(?:${label}\\.)+[A-Za-z]{2,63}$`)

/**
 * The one form in which an email address is stored and written to, or `undefined` when mail to it could go astray:
 * ASCII only, no quoted or encoded parts, no comments, a domain with a dot (S25). Spaces around it are dropped and the
 * domain becomes lower case; the part before the @ stays as it was typed, since its capitals may matter.
 */
export function mailAddressOf(typed: string): string | undefined {
  const trimmed = typed.trim()
  const at = trimmed.lastIndexOf('@')
  const before = trimmed.slice(0, Math.max(at, 0))
  const domain = trimmed.slice(at + 1).toLowerCase()
  const fits =
    trimmed.length <= longestAddress &&
    before.length <= longestLocalPart &&
    localPart.test(before) &&
    domainName.test(domain)
  return fits ? `${before}@${domain}` : undefined
}
