import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { Round } from '@takepart/shared/domain/round/round'

const day = 86_400_000
const trust = {
  name: 'Example Vale NHS Trust',
  note: 'Example Vale NHS Trust is made up, to try out backups.',
}
const inDays = (now: Date, days: number): string =>
  new Date(now.getTime() + days * day).toISOString()

/** A consultation to practise with: open now, one question to choose in and one to write in. */
export const drillConsultation = (id: string, now: Date): Consultation => ({
  format: 'takepart/consultation/1',
  id,
  slug: 'restore-drill',
  lang: 'en-GB',
  title: 'How do you come to us?',
  summary: 'We are looking at how people come to us. Nothing has been decided.',
  trust,
  opensAt: inDays(now, -1),
  closesAt: inDays(now, 30),
  grace: { days: 7, text: 'We keep what was finished in time.' },
  promise: { by: inDays(now, 60).slice(0, 10), text: 'A person reads every response.' },
  minutes: 3,
  contact: { name: 'Involvement team', phone: '0000 000 0000' },
  documents: [],
  sections: [
    {
      id: 'coming',
      title: 'Coming to us',
      questions: [
        {
          id: 'way',
          kind: 'one-of',
          title: 'How do you come to us?',
          about: 'how you come to us',
          mandatory: true,
          options: [
            { code: 'bus', label: 'By bus' },
            { code: 'car', label: 'By car' },
          ],
        },
        {
          id: 'words',
          kind: 'long-text',
          title: 'What should change?',
          about: 'what should change',
        },
      ],
    },
  ],
})

/** A discussion to practise with, open now. */
export const drillRound = (id: string, now: Date): Round => ({
  format: 'takepart/round/1',
  id,
  slug: 'restore-drill',
  kind: 'discussion',
  title: 'A later bus, or a nearer clinic?',
  lede: 'Which would help you more?',
  starters: [
    {
      id: 'bus',
      title: 'From the bus stop',
      paragraphs: ['The last bus leaves before my appointment ends.'],
      name: 'Amina',
      source: 'participant',
    },
  ],
  rules: ['Speak for yourself.'],
  opensAt: inDays(now, -1),
  closesAt: inDays(now, 30),
  summaryBy: inDays(now, 40).slice(0, 10),
  moderation: 'before-first',
  reading: 'usually within 4 hours',
  indexed: false,
  trust,
})
