import type { Consultation, ConsultationVersion, Section } from './consultation.ts'
import type { Question } from '../question/question.ts'

/** A consultation for tests: every kind of question, a chain of conditions, an equality section. Open for May 2027. */
export const travelQuestions: readonly Question[] = [
  {
    id: 'how-travel',
    kind: 'one-of',
    title: 'How do you travel to us?',
    about: 'how you travel',
    mandatory: true,
    options: [
      { code: 'bus', label: 'By bus' },
      { code: 'car', label: 'By car' },
      { code: 'other', label: 'Another way', say: { label: 'Which way', maxCharacters: 50 } },
    ],
  },
  {
    id: 'bus-trouble',
    kind: 'yes-no',
    title: 'Is the bus a problem?',
    about: 'the bus',
    mandatory: true,
    showIf: { question: 'how-travel', includes: ['bus'] },
  },
  {
    id: 'bus-words',
    kind: 'long-text',
    title: 'What is the problem?',
    about: 'the problem with the bus',
    maxCharacters: 100,
    showIf: { question: 'bus-trouble', includes: ['yes', 'dont-know'] },
  },
  {
    id: 'helps',
    kind: 'several-of',
    title: 'What would help?',
    about: 'what would help',
    most: 2,
    options: [
      { code: 'later', label: 'Later times' },
      { code: 'nearer', label: 'Nearer places' },
      { code: 'phone', label: 'Telephone' },
      { code: 'none', label: 'None of these', exclusive: true },
    ],
  },
  {
    id: 'minutes',
    kind: 'number',
    title: 'How many minutes does it take?',
    about: 'how many minutes',
    least: 0,
    most: 600,
    unit: 'minutes',
  },
  {
    id: 'order',
    kind: 'ranking',
    title: 'What matters most?',
    about: 'what matters most',
    options: [
      { code: 'near', label: 'Near' },
      { code: 'soon', label: 'Soon' },
      { code: 'same', label: 'The same person' },
    ],
  },
]

export const viewQuestions: readonly Question[] = [
  {
    id: 'one-place',
    kind: 'agreement',
    title: 'How far do you agree?',
    about: 'one place',
    statement: 'One is better than two.',
  },
  {
    id: 'rating',
    kind: 'number-scale',
    title: 'How good is it now?',
    about: 'how good it is',
    from: 0,
    to: 10,
    fromLabel: 'Poor',
    toLabel: 'Good',
  },
  {
    id: 'parts',
    kind: 'matrix',
    title: 'How good is each part?',
    about: 'each part',
    statements: [
      { code: 'staff', label: 'The staff' },
      { code: 'rooms', label: 'The rooms' },
    ],
    scale: [
      { code: 'good', label: 'Good' },
      { code: 'poor', label: 'Poor' },
    ],
  },
  {
    id: 'last-visit',
    kind: 'date',
    title: 'When did you last come?',
    about: 'your last visit',
    earliest: '2020-01-01',
    latest: '2027-05-31',
  },
  {
    id: 'publish',
    kind: 'consent',
    title: 'May we publish?',
    about: 'publishing',
    statement: 'You may publish my words.',
  },
  {
    id: 'publish-name',
    kind: 'short-text',
    title: 'Which name?',
    about: 'your name',
    maxCharacters: 20,
    showIf: { question: 'publish', includes: ['given'] },
  },
]

const sections: readonly Section[] = [
  { id: 'travel', title: 'Travel', read: ['plan'], questions: travelQuestions },
  {
    id: 'views',
    title: 'Your views',
    introduction: [{ kind: 'paragraph', text: 'Read **this** first.' }],
    questions: viewQuestions,
  },
  {
    id: 'you',
    title: 'About you',
    purpose: 'equality',
    questions: [{ id: 'carer', kind: 'yes-no', title: 'Are you a carer?', about: 'caring' }],
  },
]

export const busConsultation: Consultation = {
  format: 'takepart/consultation/1',
  id: '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
  slug: 'bus-to-the-clinic',
  lang: 'en-GB',
  title: 'The bus to the clinic',
  summary: 'We may move the clinic. Nothing has been decided.',
  trust: { name: 'Example Trust', note: 'This Trust is made up.' },
  opensAt: '2027-05-01T09:00:00+01:00',
  closesAt: '2027-05-31T17:00:00+01:00',
  grace: { days: 7, text: 'We decide on late responses one by one.' },
  promise: { by: '2027-07-31', text: 'We say here what we decided.' },
  minutes: 10,
  contact: {
    name: 'The involvement team',
    email: 'involve@example.nhs.uk',
    phone: '01632 960 001',
  },
  documents: [
    {
      id: 'plan',
      title: 'The plan',
      minutes: 3,
      blocks: [{ kind: 'paragraph', text: 'See [our page](/help).' }],
    },
  ],
  sections,
}

export const busVersion: ConsultationVersion = { number: 3, consultation: busConsultation }
