import type { KindExample } from './question-kind.contract.ts'

export const yesNoExample: KindExample<'yes-no'> = {
  question: {
    id: 'visited',
    kind: 'yes-no',
    title: 'Have you been here this year?',
    about: 'if you have been here this year',
  },
  empty: [{ kind: 'yes-no', choice: '' }],
  missing: 'Select if you have been here this year',
  columns: [
    { key: 'visited', heading: 'If you have been here this year (code)' },
    { key: 'visited.label', heading: 'If you have been here this year' },
  ],
  good: [
    {
      what: 'yes',
      answer: { kind: 'yes-no', choice: 'yes' },
      cells: { visited: 'yes', 'visited.label': 'Yes' },
      read: ['Yes'],
      codes: ['yes'],
    },
    {
      what: 'no',
      answer: { kind: 'yes-no', choice: 'no' },
      cells: { visited: 'no', 'visited.label': 'No' },
      read: ['No'],
      codes: ['no'],
    },
    {
      what: 'I do not know',
      answer: { kind: 'yes-no', choice: 'dont-know' },
      cells: { visited: 'dont-know', 'visited.label': 'I do not know' },
      read: ['I do not know'],
      codes: ['dont-know'],
    },
  ],
  bad: [
    {
      what: 'with a word that is no option',
      answer: { kind: 'yes-no', choice: 'Yes' },
      problems: [
        {
          code: 'choice-unknown',
          words: 'Select if you have been here this year from the choices shown',
        },
      ],
    },
  ],
}

export const agreementExample: KindExample<'agreement'> = {
  question: {
    id: 'evenings',
    kind: 'agreement',
    title: 'Opening in the evening',
    about: 'how far you agree with opening in the evening',
    statement: 'The clinic should open in the evening.',
  },
  empty: [{ kind: 'agreement', choice: '' }],
  missing: 'Select how far you agree with opening in the evening',
  columns: [
    { key: 'evenings', heading: 'How far you agree with opening in the evening (code)' },
    { key: 'evenings.label', heading: 'How far you agree with opening in the evening' },
  ],
  good: (
    [
      ['strongly-agree', 'Strongly agree'],
      ['agree', 'Agree'],
      ['neither', 'Neither agree nor disagree'],
      ['disagree', 'Disagree'],
      ['strongly-disagree', 'Strongly disagree'],
      ['dont-know', 'I do not know'],
    ] as const
  ).map(([code, label]) => ({
    what: code,
    answer: { kind: 'agreement', choice: code },
    cells: { evenings: code, 'evenings.label': label },
    read: [label],
    codes: [code],
  })),
  bad: [
    {
      what: 'with something that is not on the scale',
      answer: { kind: 'agreement', choice: '__proto__' },
      problems: [
        {
          code: 'choice-unknown',
          words: 'Select how far you agree with opening in the evening from the choices shown',
        },
      ],
    },
  ],
}

export const numberScaleExample: KindExample<'number-scale'> = {
  question: {
    id: 'food',
    kind: 'number-scale',
    title: 'How good is the food?',
    about: 'how good the food is',
    from: -1,
    to: 3,
    fromLabel: 'Very poor',
    toLabel: 'Very good',
  },
  empty: [{ kind: 'number-scale', choice: '' }],
  missing: 'Select how good the food is',
  columns: [
    { key: 'food', heading: 'How good the food is (code)' },
    { key: 'food.label', heading: 'How good the food is' },
  ],
  good: [
    {
      what: 'with the lowest point',
      answer: { kind: 'number-scale', choice: '-1' },
      cells: { food: '-1', 'food.label': '-1 – Very poor' },
      read: ['-1 – Very poor'],
      codes: ['-1'],
    },
    {
      what: 'with a point between',
      answer: { kind: 'number-scale', choice: '2' },
      cells: { food: '2', 'food.label': '2' },
      read: ['2'],
      codes: ['2'],
    },
    {
      what: 'with the highest point',
      answer: { kind: 'number-scale', choice: '3' },
      cells: { food: '3', 'food.label': '3 – Very good' },
      read: ['3 – Very good'],
      codes: ['3'],
    },
  ],
  bad: ['4', '1.5', '02', 'good'].map((choice) => ({
    what: `with ${choice}, which is not on the scale`,
    answer: { kind: 'number-scale', choice },
    problems: [
      { code: 'choice-unknown', words: 'Select how good the food is from the choices shown' },
    ],
  })),
}
