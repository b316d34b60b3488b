import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateQuestion } from '../question.ts'
import { date } from './date.ts'

const question: DateQuestion = {
  id: 'when',
  kind: 'date',
  title: 'When was it?',
  about: 'when it was',
}
const answer = (day: string, month: string, year: string) =>
  ({ kind: 'date', day, month, year }) as const
const problems = (asked: DateQuestion, day: string, month: string, year: string) =>
  date.check(asked, answer(day, month, year)).map(({ code }) => code)
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const anyDay = fc.record({
  day: fc.integer({ min: 1, max: 31 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 1000, max: 9999 }),
})
const exists = ({ day, month, year }: { day: number; month: number; year: number }): boolean =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day

describe('a date in three fields', () => {
  it('is taken when there is such a day in the calendar, and otherwise refused as none', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        expect(problems(question, String(one.day), String(one.month), String(one.year))).toEqual(
          exists(one) ? [] : ['date-not-real'],
        )
      }),
      { numRuns: 1_000 },
    )
  })

  it('is the same day however it is written: 1st, Feb., february, with zeros and spaces', () => {
    const ending = fc.constantFrom('', 'st', 'nd', 'rd', 'th', 'TH')
    const spelling = fc.tuple(
      fc.integer({ min: 3, max: 9 }),
      fc.boolean(),
      fc.constantFrom('', '.'),
    )
    fc.assert(
      fc.property(
        anyDay.filter(exists),
        ending,
        spelling,
        ({ day, month, year }, end, [letters, shout, stop]) => {
          const name = (months[month - 1] ?? '').slice(0, letters) + stop
          const written = answer(` ${day}${end}`, shout ? name.toUpperCase() : name, `${year} `)
          const plain = answer(
            String(day).padStart(2, '0'),
            String(month).padStart(2, '0'),
            String(year),
          )
          expect(date.check(question, written)).toEqual([])
          expect(date.tidy(question, written)).toEqual(date.tidy(question, plain))
          expect(date.cells(question, written)).toEqual({
            when: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
          })
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['29', '2', '2000'],
    ['29', '2', '2024'],
    ['30', '4', '2027'],
    ['31', '12', '2027'],
  ])('knows %s/%s/%s', (...parts) => expect(problems(question, ...parts)).toEqual([]))

  it.each([
    ['29', '2', '1900'],
    ['29', '2', '2100'],
    ['29', '2', '2027'],
    ['31', '4', '2027'],
    ['31', '6', '2027'],
    ['31', '9', '2027'],
    ['31', '11', '2027'],
  ])('knows no %s/%s/%s', (...parts) =>
    expect(problems(question, ...parts)).toEqual(['date-not-real']),
  )

  it.each([
    [['1', 'ma', '2027'], 'month', 'two letters may be March or May'],
    [['1', 'Mayo', '2027'], 'month', 'more than the name'],
    [['1', '2', '27'], 'year', 'a year of two figures'],
    [['1', '2', '0999'], 'year', 'a year before 1000'],
    [['first', '2', '2027'], 'day', 'a day in words'],
    [['0', '1', '2027'], 'day', 'no day'],
    [['32', '1', '2027'], 'day', 'past every month'],
    [['1', '0', '2027'], 'month', 'no month'],
    [['1', '13', '2027'], 'month', 'past every year'],
  ] as const)('asks again for %j: %s (%s)', ([day, month, year], part, _why) => {
    expect(date.check(question, answer(day, month, year))).toEqual([
      { questionId: 'when', about: 'when it was', field: part, code: 'date-part-unclear', part },
    ])
  })

  it('says at once which parts are missing and which cannot be read, and goes to the first missing one', () => {
    expect(date.check(question, answer('40', ' ', '\u200b'))).toEqual([
      {
        questionId: 'when',
        about: 'when it was',
        field: 'month',
        code: 'date-part-missing',
        parts: ['month', 'year'],
      },
      {
        questionId: 'when',
        about: 'when it was',
        field: 'day',
        code: 'date-part-unclear',
        part: 'day',
      },
    ])
  })

  it.each([
    ['٣', '١٢', '٢٠٢٧'],
    ['３', '１２', '２０２７'],
    ['\u200f3', '12\u2069', '20\u00ad27'],
  ])('is read in the figures of any script: %s %s %s', (...parts) => {
    expect(problems(question, ...parts)).toEqual([])
    expect(date.cells(question, answer(...parts))).toEqual({ when: '2027-12-03' })
  })

  it('has both its bounds included', () => {
    const asked: DateQuestion = { ...question, earliest: '2027-02-10', latest: '2027-02-12' }
    expect([9, 10, 11, 12, 13].map((day) => problems(asked, String(day), 'Feb', '2027'))).toEqual([
      ['date-too-early'],
      [],
      [],
      [],
      ['date-too-late'],
    ])
  })

  it('is kept as typed while it is no date, and shown so', () => {
    const typed = answer(' 31 ', 'June', 'twenty')
    expect(date.tidy(question, typed)).toEqual(answer('31', 'June', 'twenty'))
    expect(date.read(question, typed)).toEqual(['31 June twenty'])
    expect(date.cells(question, undefined)).toEqual({ when: '' })
  })
})
