import type { Consultation } from '../../domain/consultation/consultation.ts'

/** Words that are longer than anybody plans for. */
export const longWords = {
  question:
    'Thinking about the last three times you or somebody you care for went to one of our clinics, which of these was the hardest part of getting there and back?',
  option:
    'Finding somewhere to leave the car or waiting for the bus, and then walking from there to the door in the dark or in the rain',
  word: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch',
} as const

/** A made-up consultation for the parts of pages that are about one. */
export const sampleConsultation: Consultation = {
  format: 'takepart/consultation/1',
  id: '5f0c7ad6-6b55-4d7f-93a6-0f6a54f0a001',
  slug: 'example',
  lang: 'en-GB',
  title: 'Where should the clinic be?',
  summary: 'We may move **one clinic** closer to the bus station. Nothing has been decided.',
  trust: { name: 'Example Vale NHS Trust' },
  opensAt: '2027-01-04T09:00:00+00:00',
  closesAt: '2027-02-14T17:00:00+00:00',
  grace: { days: 7, text: 'We count what was finished in time.' },
  promise: {
    by: '2027-05-07',
    text: 'A person reads every response. We publish what people said and what we decide.',
  },
  minutes: 15,
  contact: {
    name: 'Involvement team',
    phone: '0000 000 0000',
    hours: 'Monday to Friday, 9 am to 5 pm',
    email: 'involvement@example-vale.example',
    post: 'Example Vale NHS Trust, 1 Example Street, XX1 1AA',
  },
  documents: [
    { id: 'why', title: 'Why we are asking', minutes: 3, blocks: [] },
    { id: 'options', title: 'The options, and what each would cost', minutes: 6, blocks: [] },
  ],
  sections: [
    {
      id: 'travel',
      title: 'Getting there',
      questions: [{ id: 'how', kind: 'yes-no', title: 'Is the bus a problem?', about: 'the bus' }],
    },
  ],
}

export const whileOpen = new Date('2027-01-20T12:00:00Z')
export const onceClosed = new Date('2027-03-01T12:00:00Z')
