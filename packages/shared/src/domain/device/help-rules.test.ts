import { describe, expect, it } from 'vitest'
import type { HelpCommand, HelpDraft, HelpRecord } from './help-record.ts'
import { readDeviceFile, writeDeviceFile } from './record-file.ts'
import { rulesFor } from './record-rules.ts'
import { readRecord } from './record-shape.ts'

const rules = rulesFor('help-request')
const id = '00000000-0000-4000-8000-000000000001'
const at = '2027-03-10T12:00:00Z'
const draft: HelpDraft = {
  id,
  slug: 'help-now',
  title: 'I need help now',
  revision: 1,
  changedAt: at,
  ownDevice: false,
  place: '/consultations/garden',
  written: { words: 'I cannot go on', reach: '01632 960 001' },
}
const command: HelpCommand = {
  kind: 'help-request.ask',
  input: { concernId: id, place: draft.place, ...draft.written, completedAt: at, sentAt: at },
}
const receipt = { concernId: id, receivedAt: at }
const records: Readonly<Record<HelpRecord['state'], HelpRecord>> = {
  draft: { kind: 'help-request', state: 'draft', draft },
  waiting: { kind: 'help-request', state: 'waiting', draft, command, queuedAt: at },
  received: { kind: 'help-request', state: 'received', draft, receipt },
  refused: {
    kind: 'help-request',
    state: 'refused',
    draft,
    command,
    problems: [{ code: 'help-not-understood' }],
    refusedAt: at,
  },
}

describe('a request for help on the device', () => {
  it('is queued once, and changes no more', () => {
    expect(rules.mayQueue(records.draft, command)).toBe(true)
    for (const state of ['waiting', 'received', 'refused'] as const) {
      expect(rules.mayQueue(records[state], command)).toBe(false)
      expect(rules.reopened(records[state], false)).toBe('not-a-draft')
    }
    expect(rules.merge(undefined, draft, draft)).toBe('not-a-draft')
  })

  it('is kept as it was sent', () => {
    const { reach: _, ...plain } = command.input
    const shorter = { ...command, input: { ...plain, words: 'Help', completedAt: 'later' } }
    expect(rules.sent(draft, command)).toEqual(draft)
    expect(rules.sent(draft, shorter)).toEqual({
      ...draft,
      written: { words: 'Help' },
      changedAt: 'later',
    })
  })

  it('takes a receipt for its own id, and of no other', () => {
    expect(rules.isFor(command, receipt)).toBe(true)
    expect(rules.isFor(command, { ...receipt, concernId: id.replace('1', '2') })).toBe(false)
    expect(rules.isFor(command, {} as never)).toBe(false)
  })

  it.each(Object.entries(records))('that is %s is read back from a file as it was', (_, record) => {
    const file = writeDeviceFile([record], at)
    expect(readDeviceFile(file)).toMatchObject({ ok: true, records: [record], unreadable: 0 })
    for (const words of ['I cannot go on', '01632 960 001']) expect(file).toContain(words)
  })

  it.each([
    ['no words', { ...draft, written: {} }],
    ['words that are none', { ...draft, written: { words: 3 } }],
    ['a place that is none', { ...draft, place: 3 }],
    ['an id that is none', { ...draft, id: 'x' }],
  ])('is not taken with %s', (_, wrong) => {
    expect(readRecord({ ...records.draft, draft: wrong })).toBeUndefined()
  })

  it('is not taken with the command of another kind, or the receipt of one', () => {
    const other = { kind: 'response.withdraw', input: command.input }
    expect(readRecord({ ...records.waiting, command: other })).toBeUndefined()
    const wrong = { responseId: id, reference: 'BCDF-1234' }
    expect(readRecord({ ...records.received, receipt: wrong })).toBeUndefined()
  })
})
