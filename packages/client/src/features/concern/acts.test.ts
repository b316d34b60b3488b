import {
  nothingActed,
  recordKinds,
  type ActingState,
} from '@takepart/shared/views/concern/concern-model'
import { describe, expect, it } from 'vitest'
import { actOf } from './concern-page.ts'
import { fieldWith } from './word-list-page.ts'

const state = (change: Partial<ActingState>): ActingState => ({
  ...nothingActed,
  what: 'They ring before noon',
  to: 'pals',
  severity: 'week',
  ...change,
})

describe('actOf', () => {
  it.each([
    ['acknowledge', { kind: 'acknowledge', how: 'They ring before noon' }],
    ['pass-on', { kind: 'pass-on', to: 'pals', what: 'They ring before noon' }],
    ['confirm', { kind: 'confirm', what: 'They ring before noon' }],
    [
      'change-severity',
      { kind: 'change-severity', severity: 'week', why: 'They ring before noon' },
    ],
    ['close', { kind: 'close', how: 'done', what: 'They ring before noon' }],
    ['false-alarm', { kind: 'close', how: 'false-alarm', what: 'They ring before noon' }],
  ] as const)('sends what somebody chose: %s', (kind, act) => {
    expect(actOf(state({ kind }))).toEqual(act)
  })

  it('sends nothing until something is chosen, and knows everything that can be', () => {
    expect(actOf(state({}))).toBeUndefined()
    for (const kind of recordKinds) expect(actOf(state({ kind }))).toBeDefined()
  })
})

describe('fieldWith', () => {
  const lines = { now: 'want to die\nkms', today: 'kms', week: '', leaveAlone: 'killing me' }

  it('leads to the second of two, and to what is to be left alone', () => {
    expect(fieldWith({ code: 'phrase-twice', phrase: 'kms' }, lines)).toBe('today')
    expect(fieldWith({ code: 'phrase-empty', phrase: 'killing me' }, lines)).toBe('leaveAlone')
    expect(fieldWith({ code: 'phrases-too-many', most: 500 }, lines)).toBe('now')
    expect(fieldWith({ code: 'phrase-twice', phrase: 'nowhere' }, lines)).toBe('now')
  })
})
