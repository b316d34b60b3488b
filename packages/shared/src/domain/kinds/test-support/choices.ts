import type { KindExample } from './question-kind.contract.ts'

/** One code is a name that every object has. */
const ways = [
  { code: 'bus', label: 'By bus' },
  { code: 'constructor', label: 'By crane' },
  { code: 'other', label: 'Another way', say: { label: 'Say how', maxCharacters: 10 } },
] as const

export const oneOfExample: KindExample<'one-of'> = {
  question: { id: 'travel', kind: 'one-of', title: 'How do you travel?', about: 'how you travel', options: ways },
  empty: [{ kind: 'one-of', choice: '' }, { kind: 'one-of', choice: '', say: { other: 'by canoe' } }],
  missing: 'Select how you travel',
  columns: [
    { key: 'travel', heading: 'How you travel (code)' },
    { key: 'travel.label', heading: 'How you travel' },
    { key: 'travel.other.say', heading: 'How you travel: Another way, in their own words' },
  ],
  good: [
    {
      what: 'with an option, after writing beside another',
      answer: { kind: 'one-of', choice: 'bus', say: { other: 'by canoe' } },
      stored: { kind: 'one-of', choice: 'bus' },
      cells: { travel: 'bus', 'travel.label': 'By bus' },
      read: ['By bus'],
      codes: ['bus'],
    },
    {
      what: 'with an option named like part of every object',
      answer: { kind: 'one-of', choice: 'constructor' },
      cells: { travel: 'constructor', 'travel.label': 'By crane' },
      read: ['By crane'],
      codes: ['constructor'],
    },
    {
      what: 'with another way, and which',
      answer: { kind: 'one-of', choice: 'other', say: { other: ' by\ncanoe ', bus: 'the 42' } },
      stored: { kind: 'one-of', choice: 'other', say: { other: 'by canoe' } },
      cells: { travel: 'other', 'travel.label': 'Another way', 'travel.other.say': 'by canoe' },
      read: ['Another way: by canoe'],
      codes: ['other'],
    },
    {
      what: 'with another way, and not which, where it may be skipped',
      answer: { kind: 'one-of', choice: 'other', say: { other: ' ' } },
      stored: { kind: 'one-of', choice: 'other' },
      cells: { travel: 'other', 'travel.label': 'Another way' },
      read: ['Another way'],
      codes: ['other'],
    },
  ],
  bad: [
    {
      what: 'with an option that is not there',
      answer: { kind: 'one-of', choice: 'toString' },
      problems: [{ code: 'choice-unknown', words: 'Select how you travel from the choices shown' }],
    },
    {
      what: 'with another way, and not which, where it must be answered',
      question: { mandatory: true },
      answer: { kind: 'one-of', choice: 'other' },
      problems: [{
        code: 'say-missing', field: 'other', words: 'Enter a few words beside ‘Another way’, or choose another answer',
      }],
    },
    {
      what: 'with another way in too many words',
      answer: { kind: 'one-of', choice: 'other', say: { other: 'in a hot air balloon' } },
      problems: [{
        code: 'say-too-long', field: 'other',
        words: 'What you wrote beside ‘Another way’ must be 10 characters or fewer. You have used 20.',
      }],
    },
  ],
}

export const severalOfExample: KindExample<'several-of'> = {
  question: {
    id: 'needs', kind: 'several-of', title: 'What would help you?', about: 'what would help you', most: 2,
    options: [...ways, { code: 'none', label: 'None of these', exclusive: true }],
  },
  empty: [{ kind: 'several-of', choices: [] }, { kind: 'several-of', choices: [], say: { other: 'a map' } }],
  missing: 'Select what would help you',
  columns: [
    { key: 'needs', heading: 'What would help you (codes)' },
    { key: 'needs.label', heading: 'What would help you' },
    { key: 'needs.other.say', heading: 'What would help you: Another way, in their own words' },
  ],
  good: [
    {
      what: 'in another order than the question’s, one of them twice',
      answer: { kind: 'several-of', choices: ['other', 'bus', 'other'], say: { other: 'a map' } },
      stored: { kind: 'several-of', choices: ['bus', 'other'], say: { other: 'a map' } },
      cells: { needs: 'bus; other', 'needs.label': 'By bus; Another way', 'needs.other.say': 'a map' },
      read: ['By bus', 'Another way: a map'],
      codes: ['bus', 'other'],
    },
    {
      what: 'with none of these',
      answer: { kind: 'several-of', choices: ['none'], say: { other: 'a map' } },
      stored: { kind: 'several-of', choices: ['none'] },
      cells: { needs: 'none', 'needs.label': 'None of these' },
      read: ['None of these'],
      codes: ['none'],
    },
  ],
  bad: [
    {
      what: 'with an option that is not there',
      answer: { kind: 'several-of', choices: ['bus', '__proto__'] },
      problems: [{ code: 'choice-unknown', words: 'Select what would help you from the choices shown' }],
    },
    {
      what: 'with too many',
      answer: { kind: 'several-of', choices: ['bus', 'constructor', 'other'] },
      problems: [{ code: 'choices-too-many', words: 'Select no more than 2 answers for what would help you' }],
    },
    {
      what: 'with two where one is allowed',
      question: { most: 1 },
      answer: { kind: 'several-of', choices: ['bus', 'other'] },
      problems: [{ code: 'choices-too-many', words: 'Select no more than 1 answer for what would help you' }],
    },
    {
      what: 'with something and with none of these',
      answer: { kind: 'several-of', choices: ['none', 'bus'] },
      problems: [{ code: 'choices-exclusive', words: 'Select what would help you, or select ‘None of these’ on its own' }],
    },
    {
      what: 'with another way, and not which, where it must be answered',
      question: { mandatory: true },
      answer: { kind: 'several-of', choices: ['bus', 'other'], say: { other: '\u200b' } },
      problems: [{
        code: 'say-missing', field: 'other', words: 'Enter a few words beside ‘Another way’, or choose another answer',
      }],
    },
  ],
}
