import type { KindExample } from './question-kind.contract.ts'

export const shortTextExample: KindExample<'short-text'> = {
  question: {
    id: 'town',
    kind: 'short-text',
    title: 'Which town do you live in?',
    about: 'the town you live in',
    maxCharacters: 20,
  },
  empty: [
    { kind: 'short-text', text: '' },
    { kind: 'short-text', text: ' \n\t\u200b\ufeff' },
  ],
  missing: 'Enter the town you live in',
  columns: [{ key: 'town', heading: 'The town you live in' }],
  good: [
    {
      what: 'with spaces, a line end and a letter in two parts',
      answer: { kind: 'short-text', text: '  Cafe\u0301 Town \r\n North ' },
      stored: { kind: 'short-text', text: 'Café Town North' },
      cells: { town: 'Café Town North' },
      read: ['Café Town North'],
    },
    {
      what: 'with exactly as many characters as there may be, some made of several code points',
      answer: { kind: 'short-text', text: '👩‍👩‍👧‍👦'.repeat(20) },
      cells: { town: '👩‍👩‍👧‍👦'.repeat(20) },
      read: ['👩‍👩‍👧‍👦'.repeat(20)],
    },
  ],
  bad: [
    {
      what: 'with one character too many',
      answer: { kind: 'short-text', text: 'A'.repeat(21) },
      problems: [
        {
          code: 'text-too-long',
          words: 'The town you live in must be 20 characters or fewer. You have used 21.',
        },
      ],
    },
    {
      what: 'with more than 200 characters where the question does not say',
      question: { maxCharacters: undefined, about: 'how you travel' },
      answer: { kind: 'short-text', text: 'A'.repeat(214) },
      problems: [
        {
          code: 'text-too-long',
          words: 'How you travel must be 200 characters or fewer. You have used 214.',
        },
      ],
    },
  ],
}

export const longTextExample: KindExample<'long-text'> = {
  question: {
    id: 'worries',
    kind: 'long-text',
    title: 'What worries you?',
    about: 'what worries you',
  },
  empty: [
    { kind: 'long-text', text: '' },
    { kind: 'long-text', text: '\n \u2060 \n' },
  ],
  missing: 'Enter what worries you',
  columns: [{ key: 'worries', heading: 'What worries you' }],
  good: [
    {
      what: 'in paragraphs',
      answer: { kind: 'long-text', text: '\nThe bus.\r\n\r\n  It stops at six.\u0000 ' },
      stored: { kind: 'long-text', text: 'The bus.\n\n  It stops at six.' },
      cells: { worries: 'The bus.\n\n  It stops at six.' },
      read: ['The bus.', 'It stops at six.'],
    },
    {
      what: 'with half a character, which no database can hold',
      answer: { kind: 'long-text', text: 'Lost \ud83d here' },
      stored: { kind: 'long-text', text: 'Lost \ufffd here' },
      cells: { worries: 'Lost \ufffd here' },
      read: ['Lost \ufffd here'],
    },
    {
      what: 'with 2,000 characters and spaces around them',
      answer: { kind: 'long-text', text: `  ${'A'.repeat(2000)}  ` },
      stored: { kind: 'long-text', text: 'A'.repeat(2000) },
      cells: { worries: 'A'.repeat(2000) },
      read: ['A'.repeat(2000)],
    },
  ],
  bad: [
    {
      what: 'with more than 2,000 characters',
      answer: { kind: 'long-text', text: 'A'.repeat(2150) },
      problems: [
        {
          code: 'text-too-long',
          words: 'What worries you must be 2,000 characters or fewer. You have used 2,150.',
        },
      ],
    },
    {
      what: 'with more than the one character there may be',
      question: { maxCharacters: 1 },
      answer: { kind: 'long-text', text: 'No' },
      problems: [
        {
          code: 'text-too-long',
          words: 'What worries you must be 1 character or fewer. You have used 2.',
        },
      ],
    },
  ],
}
