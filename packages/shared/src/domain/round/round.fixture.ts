import type { ContributionId } from '../core/ids.ts'
import type { Said } from './contribution.ts'
import type { Round } from './round.ts'

/** A round to test with: open in March 2027, paired starters, read by a moderator before anybody sees it. */
export const clinicRound = (changes: Partial<Round> = {}): Round => ({
  format: 'takepart/round/1',
  id: '5b1f0f6e-0a39-4b7e-9a52-2f6d0c1e7a11',
  slug: 'one-clinic-or-rooms',
  kind: 'discussion',
  title: 'One better clinic, or rooms nearer home?',
  lede: 'Two people see it from different sides of the desk. What do you see?',
  position: 'one clinic',
  starters: [
    {
      id: 'clinic',
      title: 'From the clinic',
      paragraphs: [
        'In one good building I can keep the doors open until nine at night.',
        'I would rather you came a little further.',
      ],
      name: 'Jo Fenn',
      self: 'a nurse for 22 years',
      source: 'staff',
    },
    {
      id: 'waiting-room',
      title: 'From the waiting room',
      paragraphs: ['Near is not a comfort. It is whether I come at all.'],
      name: 'Amina',
      source: 'participant',
    },
  ],
  rules: ['Speak for yourself.'],
  opensAt: '2027-03-01T09:00:00+00:00',
  closesAt: '2027-03-20T17:00:00+00:00',
  summaryBy: '2027-03-27',
  moderation: 'before-first',
  reading: 'usually within 4 hours, between 8 am and 8 pm',
  indexed: true,
  trust: { name: 'Example Vale NHS Trust' },
  ...changes,
})

export const whileRoundOpen = new Date('2027-03-10T12:00:00Z')

export const contributionId = '3f0d6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11' as ContributionId

export const something = (changes: Partial<Said> = {}): Said => ({
  text: 'There is no lift to that room.',
  name: 'Bernard',
  quotations: [],
  onBehalf: false,
  helpNow: false,
  ...changes,
})
