import { describe, expect, it } from 'vitest'
import type { DeviceRecord } from '../../packages/shared/src/domain/device/draft.ts'
import { canonical, troublesIn } from './oracle.ts'
import type { StoredResponse } from './stored-responses.ts'

const answers = { why: { kind: 'long-text', text: 'The gate' } } as const

const row: StoredResponse = {
  id: 'one',
  slug: 'garden',
  version: 1,
  reference: 'ABCD-1234',
  revision: 1,
  state: 'received',
  late: false,
  answers,
}

/** A record as a device has it, in the state that `more` names. */
const record = (more: object): DeviceRecord =>
  ({ draft: { id: 'one', answers }, ...more }) as unknown as DeviceRecord

const receipt = { reference: 'ABCD-1234', revision: 1, state: 'received', late: false }
const received = record({ state: 'received', receipt })
const waiting = record({
  state: 'waiting',
  command: { kind: 'response.submit', input: { answers } },
})

describe('troublesIn', () => {
  it.each([
    ['a receipt whose row is there', [received], [row], []],
    ['a response that waits and is not there', [waiting], [], []],
    ['a response that waits and has arrived', [waiting], [row], []],
    ['a draft', [record({ state: 'draft' })], [], []],
    ['a receipt that was shown, and kept nowhere', [], [row], [{ reference: 'ABCD-1234' }]],
    [
      'a response taken back',
      [record({ state: 'received', receipt: { ...receipt, state: 'withdrawn' } })],
      [{ ...row, state: 'withdrawn', answers: null }],
      [],
    ],
  ] as const)('has nothing against %s', (_, records, rows, shown) => {
    expect(troublesIn(records, rows as readonly StoredResponse[], shown)).toEqual([])
  })

  it.each([
    ['a receipt without a row', [received], [], [], /has receipt ABCD-1234 and is not stored/],
    [
      'a receipt shown without a row',
      [],
      [],
      [{ reference: 'ABCD-1234' }],
      /was shown and is not stored/,
    ],
    [
      'a receipt with another reference',
      [received],
      [{ ...row, reference: 'WXYZ-9876' }],
      [],
      /the database WXYZ-9876/,
    ],
    [
      'other words than the device has',
      [received],
      [{ ...row, answers: {} }],
      [],
      /and the database \{\}/,
    ],
    [
      'other words than those that wait',
      [waiting],
      [{ ...row, answers: {} }],
      [],
      /and the database \{\}/,
    ],
    [
      'a late one that is not called late',
      [received],
      [{ ...row, late: true }],
      [],
      /is late: false here and true/,
    ],
    [
      'a change that the device does not know of',
      [received],
      [{ ...row, revision: 2 }],
      [],
      /revision 1 here and 2/,
    ],
    [
      'a withdrawal that the device does not know of',
      [received],
      [{ ...row, state: 'withdrawn' }],
      [],
      /received here and withdrawn/,
    ],
    [
      'a change without its first receipt',
      [record({ state: 'draft', receipt })],
      [],
      [],
      /is not stored/,
    ],
    ['a row that nobody sent', [], [row], [], /nobody knows of it/],
    [
      'one response twice',
      [received],
      [row, { ...row, reference: 'WXYZ-9876' }],
      [],
      /two rows have one id/,
    ],
  ] as const)('names %s', (_, records, rows, shown, words) => {
    expect(troublesIn(records, rows as readonly StoredResponse[], shown).join('\n')).toMatch(words)
  })
})

describe('canonical', () => {
  it('is the same whatever the order of fields, and not whatever the order of a list', () => {
    expect(canonical({ b: { d: 1, c: [1, 2] }, a: 2 })).toBe(
      canonical({ a: 2, b: { c: [1, 2], d: 1 } }),
    )
    expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }))
  })
})
