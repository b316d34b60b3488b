import type { BadCase, GoodCase, KindExample } from './question-kind.contract.ts'

const goodNumber = (
  text: string,
  stored: string,
  read = `${stored} minutes`,
): GoodCase<'number'> => ({
  what: `“${text}”`,
  answer: { kind: 'number', text },
  stored: { kind: 'number', text: stored },
  cells: { journey: stored },
  read: [read],
})

const about = 'how long your journey takes'

const notANumber = (text: string): BadCase<'number'> => ({
  what: `“${text.slice(0, 20)}”`,
  answer: { kind: 'number', text },
  problems: [
    { code: 'number-not-a-number', words: `Enter a number in figures, like 12, for ${about}` },
  ],
})

export const numberExample: KindExample<'number'> = {
  question: {
    id: 'journey',
    kind: 'number',
    title: 'How long does your journey take?',
    about,
    most: 1200,
    decimals: 1,
    unit: 'minutes',
  },
  empty: [
    { kind: 'number', text: '' },
    { kind: 'number', text: ' \u200b' },
  ],
  missing: 'Enter how long your journey takes',
  columns: [{ key: 'journey', heading: 'How long your journey takes (minutes)' }],
  good: [
    goodNumber('12', '12'),
    goodNumber(' 12 ', '12'),
    goodNumber('007', '7'),
    goodNumber('0', '0'),
    goodNumber('-0', '0'),
    goodNumber('12.5', '12.5'),
    goodNumber('12.50', '12.5'),
    goodNumber('12.0', '12'),
    goodNumber('.5', '0.5'),
    goodNumber('1,000', '1000', '1,000 minutes'),
    goodNumber('1200.0', '1200', '1,200 minutes'),
  ],
  bad: [
    ...[
      'twelve',
      '1e5',
      '12,5',
      '1,00',
      ',100',
      '1,0000',
      '½',
      '5.',
      '.',
      '-',
      '--5',
      '+5',
      '1 000',
      '0x10',
      'NaN',
      'Infinity',
      `${'1'.repeat(9000)}x`,
    ].map(notANumber),
    {
      what: 'with a minus where there is nothing below 0',
      answer: { kind: 'number', text: '-5' },
      problems: [
        { code: 'number-too-small', words: `Enter a number that is 0 or more for ${about}` },
      ],
    },
    {
      what: 'below the least, written with a true minus',
      question: { least: -10 },
      answer: { kind: 'number', text: '\u221210.5' },
      problems: [
        { code: 'number-too-small', words: `Enter a number that is -10 or more for ${about}` },
      ],
    },
    {
      what: 'above the most',
      question: { most: 120 },
      answer: { kind: 'number', text: '121' },
      problems: [
        { code: 'number-too-large', words: `Enter a number that is 120 or less for ${about}` },
      ],
    },
    {
      what: 'with more figures than can be counted, where there is no most',
      question: { most: undefined },
      answer: { kind: 'number', text: '9'.repeat(400) },
      problems: [
        {
          code: 'number-too-large',
          words: `Enter a number that is 999,999,999,999 or less for ${about}`,
        },
      ],
    },
    {
      what: 'with part of a whole',
      question: { decimals: undefined },
      answer: { kind: 'number', text: '12.5' },
      problems: [
        { code: 'number-not-whole', words: `Enter a whole number, like 12, for ${about}` },
      ],
    },
    {
      what: 'with too many figures after the point',
      answer: { kind: 'number', text: '12.25' },
      problems: [
        {
          code: 'number-too-many-decimals',
          words: `Enter a number with no more than 1 figure after the point for ${about}`,
        },
      ],
    },
  ],
}

const goodDate = (
  parts: readonly [string, string, string],
  iso: string,
  read: string,
): GoodCase<'date'> => {
  const [year, month, day] = iso.split('-').map((part) => String(Number(part))) as [
    string,
    string,
    string,
  ]
  return {
    what: parts.join(' '),
    answer: { kind: 'date', day: parts[0], month: parts[1], year: parts[2] },
    stored: { kind: 'date', day, month, year },
    cells: { visit: iso },
    read: [read],
  }
}

const badDate = (
  [day, month, year]: readonly [string, string, string],
  problem: BadCase<'date'>['problems'][number],
): BadCase<'date'> => ({
  what: [day, month, year].map((part) => part || '—').join(' '),
  answer: { kind: 'date', day, month, year },
  problems: [problem],
})

const monthUnclear = {
  code: 'date-part-unclear',
  field: 'month',
  words:
    'The month must be a number from 1 to 12, or its name, like March, for when you last visited',
}

const notReal = {
  code: 'date-not-real',
  words: 'When you last visited must be a real date, like 27 3 2026',
}

export const dateExample: KindExample<'date'> = {
  question: {
    id: 'visit',
    kind: 'date',
    title: 'When did you last visit?',
    about: 'when you last visited',
    earliest: '1900-03-01',
    latest: '2030-12-31',
  },
  empty: [
    { kind: 'date', day: '', month: '', year: '' },
    { kind: 'date', day: ' ', month: '\u200b', year: '\n' },
  ],
  missing: 'Enter when you last visited',
  columns: [{ key: 'visit', heading: 'When you last visited' }],
  good: [
    goodDate(['7', '2', '2026'], '2026-02-07', '7 February 2026'),
    goodDate([' 07 ', '02', '2026 '], '2026-02-07', '7 February 2026'),
    goodDate(['1st', 'February', '2026'], '2026-02-01', '1 February 2026'),
    goodDate(['2nd', 'feb', '2026'], '2026-02-02', '2 February 2026'),
    goodDate(['3', 'SEPT.', '2026'], '2026-09-03', '3 September 2026'),
    goodDate(['31', 'may', '2026'], '2026-05-31', '31 May 2026'),
    goodDate(['29', '2', '2028'], '2028-02-29', '29 February 2028'),
    goodDate(['29', '2', '2000'], '2000-02-29', '29 February 2000'),
    goodDate(['1', '3', '1900'], '1900-03-01', '1 March 1900'),
    goodDate(['31', '12', '2030'], '2030-12-31', '31 December 2030'),
  ],
  bad: [
    badDate(['', '2', '2026'], {
      code: 'date-part-missing',
      field: 'day',
      words: 'When you last visited must include a day',
    }),
    badDate(['7', '', '2026'], {
      code: 'date-part-missing',
      field: 'month',
      words: 'When you last visited must include a month',
    }),
    badDate(['7', '2', ' '], {
      code: 'date-part-missing',
      field: 'year',
      words: 'When you last visited must include a year',
    }),
    badDate(['', '', '2026'], {
      code: 'date-part-missing',
      field: 'day',
      words: 'When you last visited must include a day and a month',
    }),
    badDate(['seven', '2', '2026'], {
      code: 'date-part-unclear',
      field: 'day',
      words: 'The day must be a number from 1 to 31, for when you last visited',
    }),
    badDate(['0', '4', '2026'], {
      code: 'date-part-unclear',
      field: 'day',
      words: 'The day must be a number from 1 to 31, for when you last visited',
    }),
    badDate(['1', '13', '2026'], monthUnclear),
    badDate(['1', '0', '2026'], monthUnclear),
    badDate(['7', 'Ma', '2026'], monthUnclear),
    badDate(['7', '__proto__', '2026'], monthUnclear),
    badDate(['7', '2', '26'], {
      code: 'date-part-unclear',
      field: 'year',
      words: 'The year must have 4 numbers, like 2026, for when you last visited',
    }),
    badDate(['30', '2', '2028'], notReal),
    badDate(['29', '2', '2026'], notReal),
    badDate(['29', 'February', '1900'], notReal),
    badDate(['31', '4', '2026'], notReal),
    badDate(['28', '2', '1900'], {
      code: 'date-too-early',
      words: 'When you last visited must be 1 March 1900 or later',
    }),
    badDate(['1', '1', '2031'], {
      code: 'date-too-late',
      words: 'When you last visited must be 31 December 2030 or earlier',
    }),
  ],
}

export const consentExample: KindExample<'consent'> = {
  question: {
    id: 'publish',
    kind: 'consent',
    title: 'May we publish your words?',
    about: 'publishing your words',
    statement: 'You may publish my words without my name.',
  },
  empty: [{ kind: 'consent', given: false }],
  missing: 'Tick the box about publishing your words',
  columns: [{ key: 'publish', heading: 'Publishing your words' }],
  good: [
    {
      what: 'with a tick',
      answer: { kind: 'consent', given: true },
      cells: { publish: 'yes' },
      read: ['Yes. You may publish my words without my name.'],
      codes: ['given'],
    },
  ],
  bad: [],
}
