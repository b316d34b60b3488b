import type { KindExample } from './question-kind.contract.ts'

/** The code with words beside it is a name that every object has: what is inherited was never said. */
const ways = [
  { code: 'bus', label: 'By bus' },
  { code: 'crane', label: 'By crane' },
  { code: 'constructor', label: 'Another way', say: { label: 'Say how', maxCharacters: 10 } },
] as const

export const oneOfExample: KindExample<'one-of'> = {
  question: {
    id: 'travel',
    kind: 'one-of',
    title: 'How do you travel?',
    about: 'how you travel',
    options: ways,
  },
  empty: [
    { kind: 'one-of', choice: '' },
    { kind: 'one-of', choice: '', say: { constructor: 'by canoe' } },
  ],
  missing: 'Select how you travel',
  columns: [
    { key: 'travel', heading: 'How you travel (code)' },
    { key: 'travel.label', heading: 'How you travel' },
    { key: 'travel.constructor.say', heading: 'How you travel: Another way, in their own words' },
  ],
  good: [
    {
      what: 'with an option, after writing beside another',
      answer: { kind: 'one-of', choice: 'bus', say: { constructor: 'by canoe' } },
      stored: { kind: 'one-of', choice: 'bus' },
      cells: { travel: 'bus', 'travel.label': 'By bus' },
      read: ['By bus'],
      codes: ['bus'],
    },
    {
      what: 'with an option that has no words beside it',
      answer: { kind: 'one-of', choice: 'crane' },
      cells: { travel: 'crane', 'travel.label': 'By crane' },
      read: ['By crane'],
      codes: ['crane'],
    },
    {
      what: 'with another way, and which',
      answer: {
        kind: 'one-of',
        choice: 'constructor',
        say: { constructor: ' by\ncanoe ', bus: 'the 42' },
      },
      stored: { kind: 'one-of', choice: 'constructor', say: { constructor: 'by canoe' } },
      cells: {
        travel: 'constructor',
        'travel.label': 'Another way',
        'travel.constructor.say': 'by canoe',
      },
      read: ['Another way: by canoe'],
      codes: ['constructor'],
    },
    {
      what: 'with another way, and not which, where it may be skipped',
      answer: { kind: 'one-of', choice: 'constructor', say: { constructor: ' ' } },
      stored: { kind: 'one-of', choice: 'constructor' },
      cells: { travel: 'constructor', 'travel.label': 'Another way' },
      read: ['Another way'],
      codes: ['constructor'],
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
      answer: { kind: 'one-of', choice: 'constructor' },
      problems: [
        {
          code: 'say-missing',
          field: 'constructor',
          words: 'Enter a few words beside ‘Another way’, or choose another answer',
        },
      ],
    },
    {
      what: 'with another way in too many words',
      answer: {
        kind: 'one-of',
        choice: 'constructor',
        say: { constructor: 'in a hot air balloon' },
      },
      problems: [
        {
          code: 'say-too-long',
          field: 'constructor',
          words:
            'What you wrote beside ‘Another way’ must be 10 characters or fewer. You have used 20.',
        },
      ],
    },
  ],
}

export const severalOfExample: KindExample<'several-of'> = {
  question: {
    id: 'needs',
    kind: 'several-of',
    title: 'What would help you?',
    about: 'what would help you',
    most: 2,
    options: [...ways, { code: 'none', label: 'None of these', exclusive: true }],
  },
  empty: [
    { kind: 'several-of', choices: [] },
    { kind: 'several-of', choices: [], say: { constructor: 'a map' } },
  ],
  missing: 'Select what would help you',
  columns: [
    { key: 'needs', heading: 'What would help you (codes)' },
    { key: 'needs.label', heading: 'What would help you' },
    {
      key: 'needs.constructor.say',
      heading: 'What would help you: Another way, in their own words',
    },
  ],
  good: [
    {
      what: 'in another order than the question’s, one of them twice',
      answer: {
        kind: 'several-of',
        choices: ['constructor', 'bus', 'constructor'],
        say: { constructor: 'a map' },
      },
      stored: {
        kind: 'several-of',
        choices: ['bus', 'constructor'],
        say: { constructor: 'a map' },
      },
      cells: {
        needs: 'bus; constructor',
        'needs.label': 'By bus; Another way',
        'needs.constructor.say': 'a map',
      },
      read: ['By bus', 'Another way: a map'],
      codes: ['bus', 'constructor'],
    },
    {
      what: 'with none of these',
      answer: { kind: 'several-of', choices: ['none'], say: { constructor: 'a map' } },
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
      problems: [
        { code: 'choice-unknown', words: 'Select what would help you from the choices shown' },
      ],
    },
    {
      what: 'with too many',
      answer: { kind: 'several-of', choices: ['bus', 'crane', 'constructor'] },
      problems: [
        {
          code: 'choices-too-many',
          words: 'Select no more than 2 answers for what would help you',
        },
      ],
    },
    {
      what: 'with two where one is allowed',
      question: { most: 1 },
      answer: { kind: 'several-of', choices: ['bus', 'constructor'] },
      problems: [
        { code: 'choices-too-many', words: 'Select no more than 1 answer for what would help you' },
      ],
    },
    {
      what: 'with something and with none of these',
      answer: { kind: 'several-of', choices: ['none', 'bus'] },
      problems: [
        {
          code: 'choices-exclusive',
          words: 'Select what would help you, or select ‘None of these’ on its own',
        },
      ],
    },
    {
      what: 'with another way, and not which, where it must be answered',
      question: { mandatory: true },
      answer: {
        kind: 'several-of',
        choices: ['bus', 'constructor'],
        say: { constructor: '\u200b' },
      },
      problems: [
        {
          code: 'say-missing',
          field: 'constructor',
          words: 'Enter a few words beside ‘Another way’, or choose another answer',
        },
      ],
    },
  ],
}
