import { describe, expect, it } from 'vitest'
import { checkDateRange, checkDates } from './check-dates.ts'

const said = (document: Record<string, unknown>) =>
  checkDates(document).map(({ level, path, words }) => [level, path.join('.'), words])
const good = {
  opensAt: '2027-03-01T09:00:00+00:00',
  closesAt: '2027-05-24T17:00:00+01:00',
  promise: { by: '2027-08-16' },
}

describe('the dates of a consultation', () => {
  it('have nothing said of them when they are in order', () =>
    expect(said({ ...good, outcome: { publishedOn: '2027-08-01' } })).toEqual([]))

  it.each(['2027-01-24T14:59:59Z', '2027-01-24T15:00:00Z', '2027-01-24T15:00:00+00:00'])(
    'close after they open, by the moment and not by how it is written: not %s',
    (closesAt) => {
      expect(said({ opensAt: '2027-01-24T15:00:00Z', closesAt })).toEqual([
        ['error', 'closesAt', 'Closing must come after opening'],
      ])
    },
  )

  it.each([
    [
      '2027-07-01T17:00:00+00:00',
      'This is Thursday 1 July 2027 at 6 pm by the clock in the United Kingdom, not 17:00. Write +01:00 at its end if you mean 17:00',
    ],
    [
      '2027-07-01T17:00:00Z',
      'This is Thursday 1 July 2027 at 6 pm by the clock in the United Kingdom, not 17:00. Write +01:00 at its end if you mean 17:00',
    ],
    [
      '2027-12-01T17:00:00+01:00',
      'This is Wednesday 1 December 2027 at 4 pm by the clock in the United Kingdom, not 17:00. Write +00:00 at its end if you mean 17:00',
    ],
    [
      '2027-10-31T01:30:00+01:00',
      'This is Sunday 31 October 2027 at 1:30 am (the first time): the clocks go back that night, so choose a time that comes once',
    ],
    [
      '2027-10-31T01:30:00+00:00',
      'This is Sunday 31 October 2027 at 1:30 am (the second time): the clocks go back that night, so choose a time that comes once',
    ],
    ['2027-07-01T17:00:00+01:00', undefined],
    ['2027-12-01T17:00:00Z', undefined],
    ['2027-10-31T02:00:00Z', undefined],
    ['2027-03-28T02:00:00+01:00', undefined],
  ])('warn of a time that is another by the clock people go by: %s', (opensAt, words) =>
    expect(said({ opensAt })).toEqual(words === undefined ? [] : [['warning', 'opensAt', words]]),
  )

  it('may close a second after they open', () =>
    expect(
      said({ opensAt: '2027-05-24T16:00:00+01:00', closesAt: '2027-05-24T16:00:01+01:00' }),
    ).toEqual([]))

  it.each([
    ['2027-05-24', ['error', 'promise.by', 'The promised date must come after closing']],
    ['2027-05-25', undefined],
    ['2027-08-16', undefined],
    [
      '2027-08-17',
      [
        'warning',
        'promise.by',
        'The promised date is more than 12 weeks after closing. Say in the promise why it takes longer',
      ],
    ],
  ])('promise an answer within 12 weeks of closing, or say why not: %s', (by, finding) =>
    expect(said({ ...good, promise: { by } })).toEqual(finding ? [finding] : []),
  )

  it.each([
    ['2027-05-23', ['error', 'outcome.publishedOn', 'The outcome must come after closing']],
    ['2027-05-24', undefined],
    ['2027-05-25', undefined],
  ])('may have their outcome on the day of closing, and not before: %s', (publishedOn, finding) =>
    expect(said({ ...good, outcome: { publishedOn } })).toEqual(finding ? [finding] : []),
  )

  it.each(['2027-02-29', '2027-02-30', '2027-13-01', '2027-00-10', '2027-04-31'])(
    'are days that there are: %s',
    (by) => {
      expect(said({ ...good, promise: { by } })).toEqual([
        ['error', 'promise.by', `There is no such date as ${by}`],
      ])
    },
  )

  it('are moments that there are', () => {
    expect(said({ ...good, closesAt: '2027-05-24T25:00:00+01:00' })).toEqual([
      ['error', 'closesAt', 'There is no such date as 2027-05-24T25:00:00+01:00'],
    ])
    expect(said({ ...good, opensAt: '2027-02-30T09:00:00Z' })).toEqual([
      ['error', 'opensAt', 'There is no such date as 2027-02-30T09:00:00Z'],
    ])
  })

  it.each([
    [{}],
    [{ opensAt: 7, closesAt: null, promise: 'soon', outcome: [] }],
    [{ opensAt: 'soon', closesAt: '24 May' }],
    [{ ...good, promise: { by: '16.8.2027' } }],
  ])('are passed over where their shape is wrong, which is said elsewhere: %j', (document) =>
    expect(said(document)).toEqual([]),
  )
})

describe('the bounds of a date question', () => {
  const range = (earliest: unknown, latest: unknown) =>
    checkDateRange({ earliest, latest }, ['sections', 0]).map(({ path, words }) => [
      path.join('.'),
      words,
    ])

  it.each([
    ['2027-01-01', '2027-01-02'],
    ['2027-01-01', '2027-01-01'],
    [undefined, '2027-01-01'],
    ['2027-01-01', undefined],
  ])('may be %s and %s', (earliest, latest) => expect(range(earliest, latest)).toEqual([]))

  it('are in order, and there', () => {
    expect(range('2027-01-02', '2027-01-01')).toEqual([
      ['sections.0.latest', 'The latest date must not come before the earliest'],
    ])
    expect(range('2027-02-29', '2027-01-01')).toEqual([
      ['sections.0.earliest', 'There is no such date as 2027-02-29'],
    ])
  })
})
