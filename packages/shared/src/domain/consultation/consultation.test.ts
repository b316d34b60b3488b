import { describe, expect, it } from 'vitest'
import { busConsultation } from './bus-consultation.fixture.ts'
import { hasClosed, statusOf, type Consultation, type Outcome } from './consultation.ts'

const consultation: Consultation = {
  ...busConsultation,
  opensAt: '2027-05-01T09:00:00+01:00',
  closesAt: '2027-07-01T17:00:00+01:00',
}
const decided: Consultation = { ...consultation, outcome: { publishedOn: '2027-09-01' } as Outcome }

describe('where a consultation stands', () => {
  it.each([
    ['the moment before it opens', '2027-05-01T07:59:59.999Z', 'scheduled', false],
    ['as it opens', '2027-05-01T08:00:00.000Z', 'open', false],
    ['the moment before it closes', '2027-07-01T15:59:59.999Z', 'open', false],
    ['as it closes', '2027-07-01T16:00:00.000Z', 'closed', true],
    ['long after', '2028-01-01T00:00:00.000Z', 'closed', true],
  ] as const)('is told by the dates, %s', (_when, at, status, closed) => {
    const now = new Date(at)
    expect(statusOf(consultation, now)).toBe(status)
    expect(hasClosed(consultation, now)).toBe(closed)
  })

  it('is concluded when it has closed and the outcome is published, and not before', () => {
    expect(statusOf(decided, new Date('2027-07-01T16:00:00Z'))).toBe('concluded')
    expect(statusOf(decided, new Date('2027-06-30T16:00:00Z'))).toBe('open')
  })

  it('has not closed where the time of closing cannot be read', () => {
    expect(hasClosed({ closesAt: 'soon' }, new Date('2027-07-01T16:00:00Z'))).toBe(false)
  })
})
