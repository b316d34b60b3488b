import type { KindExample } from './question-kind.contract.ts'

export const matrixExample: KindExample<'matrix'> = {
  question: {
    id: 'matters',
    kind: 'matrix',
    title: 'How much does each of these matter?',
    about: 'how much each thing matters',
    statements: [
      { code: 'parking', label: 'Parking' },
      { code: 'constructor', label: 'Buses' },
    ],
    scale: [
      { code: 'little', label: 'A little' },
      { code: 'much', label: 'Very much' },
    ],
  },
  empty: [
    { kind: 'matrix', rows: {} },
    { kind: 'matrix', rows: { parking: '' } },
  ],
  missing: 'Select how much each thing matters, for every statement',
  columns: [
    { key: 'matters.parking', heading: 'How much each thing matters: Parking (code)' },
    { key: 'matters.parking.label', heading: 'How much each thing matters: Parking' },
    { key: 'matters.constructor', heading: 'How much each thing matters: Buses (code)' },
    { key: 'matters.constructor.label', heading: 'How much each thing matters: Buses' },
  ],
  good: [
    {
      what: 'for every statement, last first',
      answer: { kind: 'matrix', rows: { constructor: 'much', parking: 'little' } },
      cells: {
        'matters.parking': 'little',
        'matters.parking.label': 'A little',
        'matters.constructor': 'much',
        'matters.constructor.label': 'Very much',
      },
      read: ['Parking: A little', 'Buses: Very much'],
    },
    {
      what: 'for one statement where the rest may be skipped',
      answer: { kind: 'matrix', rows: { constructor: 'much', parking: '' } },
      stored: { kind: 'matrix', rows: { constructor: 'much' } },
      cells: { 'matters.constructor': 'much', 'matters.constructor.label': 'Very much' },
      read: ['Buses: Very much'],
    },
  ],
  bad: [
    {
      what: 'for one statement where every one must be',
      question: { mandatory: true },
      answer: { kind: 'matrix', rows: { parking: 'little' } },
      problems: [
        { code: 'row-missing', field: 'constructor', words: 'Select an answer for ‘Buses’' },
      ],
    },
    {
      what: 'with a point that is not on the scale',
      answer: { kind: 'matrix', rows: { parking: 'toString' } },
      problems: [
        {
          code: 'choice-unknown',
          field: 'parking',
          words: 'Select how much each thing matters from the choices shown',
        },
      ],
    },
    {
      what: 'for a statement that is not there',
      answer: { kind: 'matrix', rows: { toString: 'much', parking: 'much' } },
      problems: [
        {
          code: 'choice-unknown',
          words: 'Select how much each thing matters from the choices shown',
        },
      ],
    },
  ],
}

export const rankingExample: KindExample<'ranking'> = {
  question: {
    id: 'first',
    kind: 'ranking',
    title: 'What should we do first?',
    about: 'what we should do first',
    options: [
      { code: 'doors', label: 'New doors' },
      { code: 'lifts', label: 'New lifts' },
      { code: 'signs', label: 'New signs' },
    ],
  },
  empty: [{ kind: 'ranking', order: [] }],
  missing: 'Put in order what we should do first',
  columns: [
    { key: 'first.doors', heading: 'What we should do first: place of New doors' },
    { key: 'first.lifts', heading: 'What we should do first: place of New lifts' },
    { key: 'first.signs', heading: 'What we should do first: place of New signs' },
  ],
  good: [
    {
      what: 'with all in order',
      answer: { kind: 'ranking', order: ['signs', 'doors', 'lifts'] },
      cells: { 'first.doors': '2', 'first.lifts': '3', 'first.signs': '1' },
      read: ['1. New signs', '2. New doors', '3. New lifts'],
      codes: ['signs', 'doors', 'lifts'],
    },
    {
      what: 'with some in order, one named twice',
      answer: { kind: 'ranking', order: ['lifts', 'signs', 'lifts'] },
      stored: { kind: 'ranking', order: ['lifts', 'signs'] },
      cells: { 'first.lifts': '1', 'first.signs': '2' },
      read: ['1. New lifts', '2. New signs'],
      codes: ['lifts', 'signs'],
    },
  ],
  bad: [
    {
      what: 'with something that is not there',
      answer: { kind: 'ranking', order: ['lifts', 'hasOwnProperty'] },
      problems: [
        { code: 'choice-unknown', words: 'Select what we should do first from the choices shown' },
      ],
    },
  ],
}
