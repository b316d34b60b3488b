import { describe, expect, it } from 'vitest'
import type { FrozenResults } from './frozen-results.ts'
import {
  emptyOutcome,
  emptyPoint,
  outcomeFrom,
  outcomeProblems,
  type OutcomeDraft,
  type OutcomeGround,
} from './outcome-draft.ts'

const frozen: FrozenResults = {
  at: '2027-01-18T09:00:00Z',
  responses: 428,
  ledger: [],
  tables: [
    {
      key: 'hours',
      title: 'How long should visiting be?',
      rows: [
        { label: 'All day', count: 170 },
        { label: 'Other', count: 'small' },
      ],
      answered: 415,
    },
  ],
}
const ground: OutcomeGround = { frozen, closed: true, lateWaiting: 0, addsUp: true }
const draft: OutcomeDraft = {
  summary: 'Families may come all day.',
  weAsked: 'How long should visiting be open?',
  points: [
    {
      ...emptyPoint('p1'),
      title: 'Visiting times',
      youSaid: '170 of 415 people want visiting all day.',
      tables: ['hours'],
      did: 'part',
      weDid: 'From 1 April, from 11 am to 8 pm.',
    },
  ],
  next: '',
  elsewhere: [],
}
const withPoint = (changes: object): OutcomeDraft => ({
  ...draft,
  points: draft.points.map((point) => ({ ...point, ...changes })),
})

describe('outcomeProblems', () => {
  it('has nothing against an outcome that is whole', () => {
    expect(outcomeProblems(draft, ground)).toEqual([])
  })

  it('names every field that has no words', () => {
    const found = outcomeProblems({ ...emptyOutcome, points: [emptyPoint('p1')] }, ground)
    expect(found.map(({ at }) => at)).toEqual([
      'summary',
      'weAsked',
      'points.p1.title',
      'points.p1.youSaid',
      'points.p1.did',
      'points.p1.weDid',
    ])
    expect(outcomeProblems(emptyOutcome, ground)).toContainEqual({
      code: 'no-points',
      at: 'points',
    })
  })

  it('holds the numbers of what was said against the frozen results, unless they are about something else', () => {
    const slip = withPoint({ youSaid: 'Nearly 200 people want it.' })
    expect(outcomeProblems(slip, ground)).toEqual([
      { code: 'number-not-frozen', at: 'points.p1.youSaid', number: '200' },
    ])
    expect(outcomeProblems({ ...slip, elsewhere: ['200'] }, ground)).toEqual([])
  })

  it('waits for closing, for late responses, for the ledger and for frozen results', () => {
    const found = outcomeProblems(draft, {
      frozen: undefined,
      closed: false,
      lateWaiting: 2,
      addsUp: false,
    })
    expect(found.map(({ code }) => code)).toEqual([
      'not-closed',
      'does-not-add-up',
      'late-waiting',
      'not-frozen',
    ])
  })

  it('notices a table that the frozen results do not have', () => {
    expect(outcomeProblems(withPoint({ tables: ['parking'] }), ground)).toEqual([
      { code: 'table-gone', at: 'points.p1.tables' },
    ])
  })
})

describe('outcomeFrom', () => {
  it('puts the tables below what was said, and what was done before the reasons', () => {
    const outcome = outcomeFrom(draft, frozen, '2027-02-20')
    expect(outcome).toMatchObject({
      publishedOn: '2027-02-20',
      responses: 428,
      next: [],
      results: frozen.tables,
    })
    const [point] = outcome.points
    expect(point?.youSaid.map(({ kind }) => kind)).toEqual(['paragraph', 'table'])
    expect(point?.youSaid[1]).toMatchObject({
      rows: [
        ['All day', '170'],
        ['Other', '*'],
        ['Answered', '415'],
      ],
    })
    expect(point?.weDid[0]).toEqual({ kind: 'paragraph', text: '**We did part of this.**' })
  })
})
