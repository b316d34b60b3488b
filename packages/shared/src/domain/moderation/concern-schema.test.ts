import { describe, expect, it } from 'vitest'
import { concernLimits, handOffs } from './concern.ts'
import {
  actOnConcernSchema,
  actResultSchema,
  askForHelpSchema,
  helpResultSchema,
  raiseByHandSchema,
  saveWordListSchema,
} from './concern-schema.ts'
import { severities } from './severity.ts'
import { urgentListLimits } from './urgent-words.ts'

const id = '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'
const other = '1c9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'
const moment = '2027-02-01T10:05:00Z'

/** What must never be taken for a text, a number or an id (S06, S07). */
const strange: readonly unknown[] = [null, 7, true, [], {}, ['x'], Number.NaN]

describe('askForHelpSchema', () => {
  const help = {
    concernId: id,
    place: '/consultations/garden/questions/why',
    words: 'I need help',
    completedAt: moment,
    sentAt: moment,
  }
  const fits = (changes: object): boolean =>
    askForHelpSchema.safeParse({ ...help, ...changes }).success

  it.each([
    {},
    { reach: 'Ring my sister' },
    { words: '' },
    { place: '/' },
    { words: 'x'.repeat(4 * concernLimits.words) },
  ])('takes %j', (changes) => {
    expect(fits(changes)).toBe(true)
  })

  it.each([
    { concernId: id.toUpperCase() },
    { concernId: 'none' },
    { place: 'https://evil.invalid/' },
    { place: '//evil.invalid' + '/x'.repeat(200) },
    { place: '/consultations/x?code=1' },
    { place: '/consultations/x#y' },
    { place: '' },
    { words: 'x'.repeat(4 * concernLimits.words + 1) },
    { reach: 'x'.repeat(4 * concernLimits.reach + 1) },
    { completedAt: 'yesterday' },
    { sentAt: '' },
    { severity: 'week' },
    { state: 'closed' },
    { owner_id: id },
  ])('refuses %j', (changes) => {
    expect(fits(changes)).toBe(false)
  })

  it.each(['concernId', 'place', 'words', 'completedAt', 'sentAt'] as const)(
    'refuses anything but text in %s, and its absence',
    (field) => {
      for (const value of [...strange, undefined]) expect(fits({ [field]: value })).toBe(false)
    },
  )
})

describe('actOnConcernSchema', () => {
  const fits = (act: unknown, changes: object = {}): boolean =>
    actOnConcernSchema.safeParse({ concernId: id, seen: 1, act, ...changes }).success

  it('takes each act with what it needs', () => {
    const acts = [
      { kind: 'take' },
      { kind: 'give', to: other },
      ...severities.map((severity) => ({ kind: 'change-severity', severity, why: 'x' })),
      { kind: 'acknowledge', how: 'By telephone' },
      ...handOffs.map((to) => ({ kind: 'pass-on', to, what: 'x' })),
      { kind: 'confirm', what: 'x' },
      { kind: 'close', how: 'done', what: 'x' },
      { kind: 'close', how: 'false-alarm', what: 'x' },
    ]
    for (const act of acts) expect(fits(act), JSON.stringify(act)).toBe(true)
  })

  it.each([
    [undefined],
    [{}],
    [{ kind: 'escalate' }],
    [{ kind: 'raised' }],
    [{ kind: 'withdrawn' }],
    [{ kind: 'toString' }],
    [{ kind: 'take', by: other }],
    [{ kind: 'give' }],
    [{ kind: 'give', to: 'everybody' }],
    [{ kind: 'change-severity', severity: 'never', why: 'x' }],
    [{ kind: 'change-severity', severity: 'now' }],
    [{ kind: 'pass-on', to: 'the press', what: 'x' }],
    [{ kind: 'pass-on', to: 'pals' }],
    [{ kind: 'close', how: 'lost', what: 'x' }],
    [{ kind: 'close', how: 'done' }],
    [{ kind: 'close', how: 'done', what: 'x'.repeat(4 * concernLimits.what + 1) }],
    [{ kind: 'close', how: 'done', what: 'x', at: moment }],
  ])('refuses %j', (act) => {
    expect(fits(act)).toBe(false)
  })

  it.each([0, -1, 1.5, '1', null, 10_001])('refuses %j as how much was seen', (seen) => {
    expect(fits({ kind: 'take' }, { seen })).toBe(false)
  })
})

describe('what the server says', () => {
  it('holds no field that is not named', () => {
    const problem = { code: 'concern-taken', by: other, words: 'canary', row: { email: 'canary' } }
    const answer = actResultSchema.parse({ ok: false, problems: [problem] })
    expect(answer).toEqual({ ok: false, problems: [{ code: 'concern-taken', by: other }] })
    expect(
      helpResultSchema.safeParse({
        ok: true,
        value: { concernId: id, receivedAt: moment, severity: 'now' },
      }).success,
    ).toBe(false)
  })
})

describe('raiseByHandSchema', () => {
  const raise = { contributionId: id, severity: 'today', why: 'Worried' }

  it.each([
    [{}, true],
    [{ severity: 'later' }, false],
    [{ contributionId: 'none' }, false],
    [{ why: 7 }, false],
    [{ by: other }, false],
    [{ subject: { kind: 'response', id: other } }, false],
  ])('with %j: %s', (changes, fits) => {
    expect(raiseByHandSchema.safeParse({ ...raise, ...changes }).success).toBe(fits)
  })
})

describe('saveWordListSchema', () => {
  const phrase = { words: 'kill myself', severity: 'now' }
  const fits = (list: unknown, base: unknown = 0): boolean =>
    saveWordListSchema.safeParse({ base, list }).success

  it('takes an empty list and a full one', () => {
    const most = urgentListLimits.phrases
    expect(fits({ phrases: [], leaveAlone: [] })).toBe(true)
    expect(
      fits({
        phrases: Array.from({ length: most }, () => phrase),
        leaveAlone: Array.from({ length: most }, () => 'killing me'),
      }),
    ).toBe(true)
  })

  it.each([
    [{ phrases: [phrase] }],
    [{ leaveAlone: [] }],
    [{ phrases: [{ ...phrase, severity: 'soon' }], leaveAlone: [] }],
    [{ phrases: [{ words: 'x'.repeat(81), severity: 'now' }], leaveAlone: [] }],
    [{ phrases: [{ ...phrase, savedBy: other }], leaveAlone: [] }],
    [{ phrases: Array.from({ length: 501 }, () => phrase), leaveAlone: [] }],
    [{ phrases: [phrase], leaveAlone: [7] }],
    [{ phrases: [phrase], leaveAlone: 'killing me' }],
  ])('refuses %j', (list) => {
    expect(fits(list)).toBe(false)
  })

  it.each([-1, 1.5, '0', null])('refuses %j as the list it is based on', (base) => {
    expect(fits({ phrases: [], leaveAlone: [] }, base)).toBe(false)
  })
})
