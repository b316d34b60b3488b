import { describe, expect, it } from 'vitest'
import { clinicRound } from './round.fixture.ts'
import { roundChangesAt, roundStatus, type RoundSummary } from './round.ts'

const at = (time: string) => new Date(time)
const summary: RoundSummary = {
  publishedOn: '2027-03-25',
  said: ['A'],
  notSettled: [],
  next: ['B'],
}

describe('roundStatus', () => {
  it.each([
    ['2027-03-01T08:59:59.999Z', undefined, 'scheduled'],
    ['2027-03-01T09:00:00Z', undefined, 'open'],
    ['2027-03-20T16:59:59.999Z', summary, 'open'],
    ['2027-03-20T17:00:00Z', undefined, 'closed'],
    ['2027-03-20T17:00:00Z', summary, 'concluded'],
  ])('at %s with summary %o is %s', (time, written, status) => {
    expect(roundStatus(clinicRound({ summary: written }), at(time))).toBe(status)
  })
})

describe('roundChangesAt', () => {
  it.each([
    ['the opening, when that is sooner', '2027-03-01T08:00:00Z', '2027-03-01T09:00:00Z'],
    ['the closing, when that is sooner', '2027-03-20T16:00:00Z', '2027-03-20T17:00:00Z'],
    ['midnight otherwise', '2027-03-10T12:00:00Z', '2027-03-11T00:00:00Z'],
    ['midnight by the clock of London in summer', '2027-07-10T12:00:00Z', '2027-07-10T23:00:00Z'],
    ['the next midnight, at midnight', '2027-03-11T00:00:00Z', '2027-03-12T00:00:00Z'],
  ])('is %s', (_what, now, next) => {
    expect(roundChangesAt(clinicRound(), at(now))).toBe(Date.parse(next))
  })
})
