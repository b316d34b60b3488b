import { describe, expect, it } from 'vitest'
import { mailKinds, type MailKind, type MailParameters } from '../domain/notification/mail.ts'
import { mailText } from './mail.ts'

const origin = 'https://takepart.example.nhs.uk'

const parameters: MailParameters = {
  'staff-invitation': { invitationId: 'i-1' },
  'sign-off-asked': { consultationId: 'c-1' },
  'closing-soon': { slug: 'night-buses', closesOn: '2027-03-04' },
  'promise-due': { slug: 'night-buses', dueOn: '2027-05-27' },
  'concern-raised': { severity: 'now' },
  'concern-overdue': { severity: 'today' },
  'moderation-waiting': { waiting: 3 },
  'confirm-address': { subscriptionId: 's-1' },
  'reply-published': { roundSlug: 'waiting-rooms', contributionId: 'k-1' },
  'decision-published': { slug: 'night-buses' },
}

const textOf = <Kind extends MailKind>(kind: Kind, secretPath?: string) =>
  mailText(kind, parameters[kind], { origin, ...(secretPath ? { secretPath } : {}) })

describe('mailText', () => {
  it.each(mailKinds)('says in %s what waits and where, with one link to the site', (kind) => {
    const { subject, text } = textOf(kind)
    expect(subject).toMatch(/^[A-Z][\x20-\x7e]{8,70}$/)
    expect(text.match(/https?:\/\/\S+/g)).toHaveLength(1)
    expect(text).toContain(`\n\n${origin}/`)
    expect(text).not.toMatch(/undefined|please|sorry/i)
  })

  it('names days and counts in words', () => {
    expect(textOf('closing-soon').subject).toBe('A consultation closes on 4 March 2027')
    expect(textOf('moderation-waiting').text).toContain('3 contributions are waiting')
    const one = mailText('moderation-waiting', { waiting: 1 }, { origin })
    expect(one.text).toContain('One contribution is waiting')
  })

  it('is signed by the Trust, with how to reach it, and with nothing where it has not said so', () => {
    const from = { name: 'Riverside NHS Trust', contact: { phone: '01632 960 001' } }
    const { text } = mailText('moderation-waiting', { waiting: 1 }, { origin, from })
    expect(text).toMatch(/\nRiverside NHS Trust, 01632 960 001\n$/)
    expect(textOf('moderation-waiting').text).toMatch(/replies to this address\.\n$/)
  })

  it('puts the link that only its reader may know in the place of the other', () => {
    const { text } = textOf('staff-invitation', '/desk/join/secret')
    expect(text).toContain(`\n\n${origin}/desk/join/secret\n`)
  })
})
