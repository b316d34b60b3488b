import { describe, expect, it } from 'vitest'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { ResponseId } from '../core/ids.ts'
import {
  acceptEntry,
  entryDifferences,
  longestBehalf,
  type EnterResponse,
} from './response-entry.ts'

const consultation: Consultation = {
  ...busConsultation,
  opensAt: '2027-01-04T09:00:00+00:00',
  closesAt: '2027-03-01T17:00:00+00:00',
  sections: [
    {
      id: 'rooms',
      title: 'Rooms',
      questions: [
        {
          id: 'how',
          kind: 'one-of',
          title: 'How do you travel?',
          about: 'how you travel',
          mandatory: true,
          options: [
            { code: 'bus', label: 'Bus' },
            { code: 'car', label: 'Car' },
          ],
        },
        {
          id: 'park',
          kind: 'yes-no',
          title: 'Can you park?',
          about: 'parking',
          showIf: { question: 'how', includes: ['car'] },
        },
      ],
    },
  ],
}
const version = { number: 1, consultation }
const now = new Date('2027-02-10T12:00:00Z')
const entry = (changes: Partial<EnterResponse> = {}): EnterResponse => ({
  responseId: '11111111-1111-4111-8111-111111111111' as ResponseId,
  consultationId: consultation.id,
  version: 1,
  way: 'paper',
  givenOn: '2027-02-01',
  arrivedOn: '2027-02-03',
  behalf: 'self',
  behalfWords: '',
  readBack: false,
  answers: { how: { kind: 'one-of', choice: 'bus' } },
  leftOut: [],
  codeHash: 'a'.repeat(64),
  ...changes,
})
const codes = (changes: Partial<EnterResponse>, at = now) => {
  const result = acceptEntry(version, entry(changes), at)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('acceptEntry', () => {
  it.each([
    ['as it is', {}, []],
    ['of another version', { version: 2 }, ['version-unknown']],
    ['given tomorrow', { givenOn: '2027-02-11', arrivedOn: '2027-02-11' }, ['given-in-the-future']],
    ['given today', { givenOn: '2027-02-10', arrivedOn: '2027-02-10' }, []],
    ['that arrived before it was given', { arrivedOn: '2027-01-31' }, ['arrived-before-given']],
    ['given before opening', { givenOn: '2027-01-03' }, ['given-before-opening']],
    ['given on the day of opening', { givenOn: '2027-01-04' }, []],
    ['by telephone, not read back', { way: 'telephone' }, ['not-read-back']],
    ['by telephone, read back', { way: 'telephone', readBack: true }, []],
    ['on behalf of nobody named', { behalf: 'organisation' }, ['behalf-words-missing']],
    ['on behalf of somebody', { behalf: 'organisation', behalfWords: 'Ward council' }, []],
    [
      'on behalf of too many words',
      { behalf: 'person', behalfWords: 'x'.repeat(longestBehalf + 1) },
      ['behalf-words-too-long'],
    ],
    ['with an answer missing', { answers: {} }, ['answer-missing']],
    ['left blank, and said so', { answers: {}, leftOut: ['how'] }, []],
    [
      'with an answer to what was not asked',
      {
        answers: { how: { kind: 'one-of', choice: 'bus' }, park: { kind: 'yes-no', choice: 'no' } },
      },
      ['question-not-asked'],
    ],
    [
      'with an answer to no question',
      { answers: { how: { kind: 'one-of', choice: 'bus' }, x: { kind: 'yes-no', choice: 'no' } } },
      ['question-unknown'],
    ],
    [
      'with a wrong answer',
      { answers: { how: { kind: 'one-of', choice: 'boat' } } },
      ['choice-unknown'],
    ],
    [
      'with a wrong answer that is called blank',
      { answers: { how: { kind: 'one-of', choice: 'boat' } }, leftOut: ['how'] },
      ['choice-unknown'],
    ],
  ] as [string, Partial<EnterResponse>, string[]][])('on an entry %s', (_, changes, problems) => {
    expect(codes(changes)).toEqual(problems)
  })

  it('takes what reached the Trust on the day of closing as in time, and a day later as late', () => {
    const after = new Date('2027-03-20T12:00:00Z')
    const late = (arrivedOn: string) => {
      const result = acceptEntry(version, entry({ arrivedOn }), after)
      return result.ok && result.value.late
    }
    expect([late('2027-03-01'), late('2027-03-02')]).toEqual([false, true])
  })

  it('notes what was left blank only where it was asked and is blank', () => {
    const result = acceptEntry(version, entry({ leftOut: ['how', 'park', 'x'] }), now)
    expect(result).toMatchObject({ ok: true, value: { leftOut: [] } })
    const blank = acceptEntry(version, entry({ answers: {}, leftOut: ['how', 'park'] }), now)
    expect(blank).toMatchObject({ ok: true, value: { answers: {}, leftOut: ['how'] } })
  })
})

describe('entryDifferences', () => {
  it('names each question on which two entries differ', () => {
    const one = {
      how: { kind: 'one-of', choice: 'car' },
      park: { kind: 'yes-no', choice: 'no' },
    } as const
    const other = {
      how: { kind: 'one-of', choice: 'car' },
      park: { kind: 'yes-no', choice: 'yes' },
    } as const
    expect(entryDifferences(version, one, one)).toEqual([])
    expect(entryDifferences(version, one, other)).toEqual([
      { questionId: 'park', question: 'Can you park?', one: ['No'], other: ['Yes'] },
    ])
    expect(entryDifferences(version, one, {})).toHaveLength(2)
  })
})
