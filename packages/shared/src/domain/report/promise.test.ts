import { describe, expect, it } from 'vitest'
import type { Outcome } from '../consultation/consultation.ts'
import { isPromiseMissed, promiseClock } from './promise.ts'

const closed = {
  closesAt: '2026-12-13T17:00:00Z',
  promise: { by: '2027-03-07', text: 'We tell you.' },
}
const at = (moment: string) => promiseClock(closed, new Date(moment))

describe('promiseClock', () => {
  it.each([
    ['2026-12-13T17:00:00Z', 84, 1],
    ['2026-12-19T23:59:00Z', 78, 1],
    ['2026-12-20T00:00:00Z', 77, 2],
    ['2027-02-02T10:00:00Z', 33, 8],
    ['2027-03-07T23:00:00Z', 0, 13],
    ['2027-03-08T00:00:00Z', -1, 13],
  ])('at %s has %i days left, in week %i', (moment, left, week) => {
    expect(at(moment)).toEqual({ by: '2027-03-07', left, week, of: 12 })
  })

  it('does not run before closing, nor once the outcome is there', () => {
    expect(at('2026-12-13T16:59:59Z')).toBeUndefined()
    const concluded = { ...closed, outcome: {} as Outcome }
    expect(promiseClock(concluded, new Date('2027-05-01'))).toBeUndefined()
    expect(isPromiseMissed(concluded, new Date('2027-05-01'))).toBe(false)
  })

  it('is missed on the day after the promised one, by the clock of London', () => {
    const summer = { ...closed, promise: { ...closed.promise, by: '2027-06-01' } }
    expect(isPromiseMissed(summer, new Date('2027-06-01T22:59:59Z'))).toBe(false)
    expect(isPromiseMissed(summer, new Date('2027-06-01T23:00:00Z'))).toBe(true)
  })

  it('counts a promise for the day of closing as one week', () => {
    const soon = { ...closed, promise: { ...closed.promise, by: '2026-12-13' } }
    expect(promiseClock(soon, new Date('2026-12-13T18:00:00Z'))).toMatchObject({ of: 1, left: 0 })
  })
})
