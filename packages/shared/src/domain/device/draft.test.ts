import { describe, expect, it } from 'vitest'
import type { Answer, Answers } from '../question/answer.ts'
import { busVersion } from '../consultation/bus-consultation.fixture.ts'
import { busInEditions } from '../consultation/bus-editions.fixture.ts'
import type { Draft, OtherVersion } from './draft.ts'
import { draftExpired, mergeDrafts, newDraft, withAnswer } from './draft.ts'
import type { ResponseId } from '../core/ids.ts'

const start = {
  id: '7c0e9a52-5a3e-4c0e-9d0a-3f1f3a6c2b22' as ResponseId,
  version: busVersion,
  code: '0123-4567-89AB-CDEF-GHJK',
  ownDevice: true,
  now: '2027-05-10T12:00:00.000Z',
}
const text = (words: string): Answer => ({ kind: 'long-text', text: words })
const car: Answer = { kind: 'one-of', choice: 'car' }
const bus: Answer = { kind: 'one-of', choice: 'bus' }
const draftWith = (answers: Answers, rest: Partial<Draft> = {}): Draft => ({
  ...newDraft(start),
  answers,
  ...rest,
})

describe('newDraft', () => {
  it('begins empty, never stored, with one question a page', () => {
    expect(newDraft(start)).toEqual({
      id: start.id,
      slug: 'bus-to-the-clinic',
      version: 3,
      edition: 'standard',
      title: 'The bus to the clinic',
      revision: 0,
      answers: {},
      others: [],
      paging: 'question',
      startedAt: start.now,
      changedAt: start.now,
      ownDevice: true,
      code: start.code,
    })
  })

  it('begins a change from the answers that were received', () => {
    expect(
      newDraft({ ...start, paging: 'all', answers: { a: car }, changes: { baseRevision: 4 } }),
    ).toMatchObject({ answers: { a: car }, changes: { baseRevision: 4 }, paging: 'all' })
  })
})

describe('the edition of a draft', () => {
  it('is the one that it was begun in; its title is the standard one, as in every list', () =>
    expect(
      newDraft({ ...start, version: { number: 3, consultation: busInEditions }, edition: 'ar' }),
    ).toMatchObject({ edition: 'ar', title: 'The bus to the clinic' }))
  it('is mine when two tabs come together, and every answer of both is there', () => {
    const [mine, theirs] = [
      draftWith({ a: car }, { edition: 'ar' }),
      draftWith({ b: bus }, { edition: 'standard', revision: 4 }),
    ]
    expect(mergeDrafts({}, mine, theirs)).toMatchObject({
      edition: 'ar',
      revision: 4,
      answers: { a: car, b: bus },
      others: [],
    })
  })
})

describe('withAnswer', () => {
  const later = '2027-05-10T12:05:00.000Z'
  const draft = draftWith({ a: car })
  it.each([
    ['writes a first answer', 'b', bus, { a: car, b: bus }],
    ['replaces an answer', 'a', bus, { a: bus }],
    ['takes an answer away', 'a', null, {}],
    ['takes away what is not there', 'b', null, { a: car }],
    [
      'writes an answer under a name every object has',
      'constructor',
      bus,
      { a: car, constructor: bus },
    ],
  ])('%s', (_what, id, answer, answers) => {
    expect(withAnswer(draft, id, answer, later)).toEqual({ ...draft, answers, changedAt: later })
    expect(draft.answers).toEqual({ a: car })
  })
})

describe('mergeDrafts', () => {
  const merged = (base: Answers, mine: Answers, theirs: Answers) =>
    mergeDrafts(
      base,
      draftWith(mine, { changedAt: '2027-05-10T12:01:00.000Z' }),
      draftWith(theirs, { changedAt: '2027-05-10T12:02:00.000Z', revision: 5 }),
    )
  const other = (answer: Answer | null): readonly OtherVersion[] => [
    { questionId: 'a', answer, writtenAt: '2027-05-10T12:02:00.000Z' },
  ]

  it.each([
    ['nobody changed anything', { a: car }, { a: car }, { a: car }, { a: car }, []],
    ['only I changed it', { a: car }, { a: bus }, { a: car }, { a: bus }, []],
    ['only they changed it', { a: car }, { a: car }, { a: bus }, { a: bus }, []],
    [
      'I answered one and they answered another',
      {},
      { a: car },
      { b: bus },
      { a: car, b: bus },
      [],
    ],
    [
      'both wrote the same',
      {},
      { a: bus },
      { a: { choice: 'bus', kind: 'one-of' } },
      { a: bus },
      [],
    ],
    ['both wrote something else', {}, { a: car }, { a: bus }, { a: car }, other(bus)],
    ['I took it away', { a: car }, {}, { a: car }, {}, []],
    ['they took it away', { a: car }, { a: car }, {}, {}, []],
    ['both took it away', { a: car }, {}, {}, {}, []],
    ['I changed what they took away', { a: car }, { a: bus }, {}, { a: bus }, other(null)],
    ['I took away what they changed', { a: car }, {}, { a: bus }, {}, other(bus)],
    [
      'my words go on from theirs',
      {},
      { a: text('The bus is late') },
      { a: text('The bus') },
      { a: text('The bus is late') },
      [],
    ],
    [
      'their words go on from mine',
      {},
      { a: text('The bus') },
      { a: text('The bus is late') },
      { a: text('The bus') },
      other(text('The bus is late')),
    ],
  ] satisfies [string, Answers, Answers, Answers, Answers, readonly OtherVersion[]][])(
    '%s',
    (...row) => {
      const [, base, mine, theirs, answers, others] = row
      const result = merged(base, mine, theirs)
      expect(result.answers).toEqual(answers)
      expect(result.others).toEqual(others)
    },
  )

  it('keeps the higher revision, the first start, the last change and everything else of mine', () => {
    const mine = draftWith(
      {},
      {
        revision: 2,
        startedAt: '2027-05-09',
        changedAt: '2027-05-10',
        paging: 'all',
        place: 'helps',
      },
    )
    const theirs = draftWith(
      {},
      { revision: 7, startedAt: '2027-05-08', changedAt: '2027-05-11', paging: 'section' },
    )
    expect(mergeDrafts({}, mine, theirs)).toMatchObject({
      revision: 7,
      startedAt: '2027-05-08',
      changedAt: '2027-05-11',
      paging: 'all',
      place: 'helps',
    })
    expect(mergeDrafts({}, theirs, mine)).toMatchObject({
      revision: 7,
      startedAt: '2027-05-08',
      changedAt: '2027-05-11',
      paging: 'section',
    })
  })

  it('keeps the longest of what somebody goes on typing elsewhere, not one version for each key', () => {
    let mine = draftWith({ a: text('Mine') })
    for (const [minute, words] of ['L', 'La', 'Lat', 'Late', 'Lat', 'Later'].entries()) {
      mine = mergeDrafts(
        {},
        mine,
        draftWith({ a: text(words) }, { changedAt: `2027-05-10T12:0${minute}:00.000Z` }),
      )
    }
    expect(mine.others.map((version) => version.answer)).toEqual([text('Later')])
  })

  it('keeps other versions of both, newest last, each once', () => {
    const version = (words: string, writtenAt: string): OtherVersion => ({
      questionId: 'a',
      answer: text(words),
      writtenAt,
    })
    const [one, two, three] = [
      version('One', '2027-05-01'),
      version('Two', '2027-05-02'),
      version('Three', '2027-05-03'),
    ]
    const result = mergeDrafts(
      {},
      draftWith({}, { others: [one, three] }),
      draftWith({}, { others: [two, three] }),
    )
    expect(result.others).toEqual([one, two, three])
  })
})

describe('draftExpired', () => {
  it.each([
    ['2027-05-10T12:00:00Z', '2027-08-08T12:00:00Z', false],
    ['2027-05-10T12:00:00Z', '2027-08-08T12:00:01Z', true],
    ['2027-05-10T12:00:00Z', '2020-01-01T00:00:00Z', false],
    ['no time at all', '2027-08-09T12:00:00Z', false],
  ])('last changed %s, now %s: %s', (changedAt, now, expired) => {
    expect(draftExpired({ changedAt }, new Date(now))).toBe(expired)
  })
})
