import { describe, expect, it } from 'vitest'
import { finishedAt } from './finished-at.ts'

const span = { opensAt: '2027-03-01T09:00:00Z', closesAt: '2027-03-20T17:00:00Z' }
const now = new Date('2027-03-20T18:00:00Z')
const finished = (completedAt: string, sentAt: string): string =>
  finishedAt(span, { completedAt, sentAt }, now).toISOString()

describe('finishedAt', () => {
  it.each([
    [
      'waited two hours',
      '2027-03-20T16:00:00Z',
      '2027-03-20T18:00:00Z',
      '2027-03-20T16:00:00.000Z',
    ],
    [
      'waited, by a clock in 1999',
      '1999-01-01T00:00:00Z',
      '1999-01-01T02:00:00Z',
      '2027-03-20T16:00:00.000Z',
    ],
    ['sent at once', '2027-03-20T18:00:00Z', '2027-03-20T18:00:00Z', '2027-03-20T18:00:00.000Z'],
    [
      'put back in between',
      '2028-03-20T16:58:00Z',
      '2027-03-20T18:00:00Z',
      '2027-03-20T16:59:59.999Z',
    ],
    [
      'before it opened',
      '2020-01-01T00:00:00Z',
      '2027-03-20T18:00:00Z',
      '2027-03-01T09:00:00.000Z',
    ],
    ['not to be read', 'soon', '2027-03-20T18:00:00Z', '2027-03-20T18:00:00.000Z'],
    ['empty', '', '', '2027-03-20T18:00:00.000Z'],
  ])('%s', (_, completedAt, sentAt, expected) => {
    expect(finished(completedAt, sentAt)).toBe(expected)
  })
})
