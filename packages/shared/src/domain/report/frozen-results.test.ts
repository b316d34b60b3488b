import { describe, expect, it } from 'vitest'
import {
  numbersNotFrozen,
  openDataRows,
  tableCaption,
  tableRows,
  type FrozenResults,
  type ResultTable,
} from './frozen-results.ts'

const table: ResultTable = {
  key: 'hours',
  title: 'How long should visiting be?',
  rows: [
    { label: 'All day', count: 170 },
    { label: 'As now', count: 60 },
    { label: 'Agreed with each family', count: 'small' },
    { label: 'Something else', count: 'withheld' },
  ],
  answered: 415,
}
const frozen: FrozenResults = {
  at: '2027-01-18T09:00:00Z',
  responses: 428,
  ledger: ['468 responses came in.'],
  tables: [table],
}

describe('numbersNotFrozen', () => {
  it.each([
    ['170 of the 415 people who answered want visiting all day.', []],
    ['We had 428 responses, and 41% want it all day.', []],
    ['Nearly 200 people want visiting all day.', ['200']],
    ['171 of 415; 171 again', ['171']],
    ['About 40% or 41 per cent', ['40%']],
    ['41 people', ['41']],
    ['1,415 people', ['1,415']],
    ['Two of us, 2 days, 1 ward', []],
    ['No number at all', []],
  ])('%s', (words, missing) => {
    expect(numbersNotFrozen(words, frozen)).toEqual(missing)
  })
})

describe('a frozen table', () => {
  it('shows what is hidden and withheld as marks, never as numbers', () => {
    expect(tableRows(table)).toEqual([
      ['All day', '170'],
      ['As now', '60'],
      ['Agreed with each family', '*'],
      ['Something else', '–'],
      ['Answered', '415'],
    ])
  })

  it('says how its numbers were made', () => {
    expect(tableCaption(table)).toContain('nearest 5')
    expect(tableCaption({ ...table, equality: true, several: true })).toMatch(/several.*nearest 10/)
  })

  it('is open data with one row a number', () => {
    const rows = openDataRows([table])
    expect(rows).toHaveLength(6)
    expect(rows[1]).toEqual([
      'hours',
      'How long should visiting be?',
      'All day',
      '170',
      'Numbers go to the nearest 5; * stands for 1 to 7.',
    ])
  })
})
