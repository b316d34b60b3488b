import { describe, expect, it } from 'vitest'
import { readDeviceFile, writeDeviceFile } from './record-file.ts'
import { rulesFor } from './record-rules.ts'
import { readRecord } from './record-shape.ts'
import { reportCommand, type ReportDraft, type ReportRecord } from './report-record.ts'

const rules = rulesFor('contribution-report')
const id = '00000000-0000-4000-8000-000000000001'
const at = '2027-03-10T12:00:00Z'
const draft: ReportDraft = {
  id,
  slug: 'clinics',
  title: 'Contribution 12',
  revision: 1,
  changedAt: at,
  ownDevice: false,
  number: 12,
  reason: 'attacks',
  words: 'It made me uneasy',
  deviceHash: 'ab'.repeat(32),
}
const command = reportCommand(draft)
const records: Readonly<Record<ReportRecord['state'], ReportRecord>> = {
  draft: { kind: 'contribution-report', state: 'draft', draft },
  waiting: { kind: 'contribution-report', state: 'waiting', draft, command, queuedAt: at },
  received: {
    kind: 'contribution-report',
    state: 'received',
    draft,
    receipt: { reportId: id, outcome: null },
  },
  refused: {
    kind: 'contribution-report',
    state: 'refused',
    draft,
    command,
    problems: [{ code: 'report-unknown' }],
    refusedAt: at,
  },
}

describe('a report on the device', () => {
  it('says the same again, so that the server knows a repeat', () => {
    const { words: _, ...plain } = draft
    expect(reportCommand(draft)).toEqual(command)
    expect(reportCommand(plain).input).not.toHaveProperty('words')
    expect(rules.sent(draft, command)).toBe(draft)
  })

  it('is queued once', () => {
    expect(rules.mayQueue(records.draft, command)).toBe(true)
    for (const state of ['waiting', 'received', 'refused'] as const)
      expect(rules.mayQueue(records[state], command)).toBe(false)
  })

  it('takes in what came of it, and is over then', () => {
    const decided = { ...records.received, receipt: { reportId: id, outcome: 'kept' } } as const
    expect(rules.adopted(records.received, decided)).toEqual(decided)
    expect(rules.isOver({ reportId: id, outcome: null }, new Date(at))).toBe(false)
    expect(rules.isOver(decided.receipt, new Date(at))).toBe(true)
    expect(rules.isFor(command, decided.receipt)).toBe(true)
    expect(rules.isFor(command, { ...decided.receipt, reportId: 'another' })).toBe(false)
  })

  it.each(Object.entries(records))('that is %s is read back from a file as it was', (_, record) => {
    const file = writeDeviceFile([record], at)
    expect(readDeviceFile(file)).toMatchObject({ ok: true, records: [record], unreadable: 0 })
    expect(file).toContain('It made me uneasy')
  })

  it.each([
    ['a reason that there is not', { ...draft, reason: 'dislike' }],
    ['no number', { ...draft, number: undefined }],
    ['words that are none', { ...draft, words: 3 }],
  ])('is not taken with %s', (_, wrong) => {
    expect(readRecord({ ...records.draft, draft: wrong })).toBeUndefined()
  })

  it('is not taken with an outcome that there is not', () => {
    const receipt = { reportId: id, outcome: 'deleted' }
    expect(readRecord({ ...records.received, receipt })).toBeUndefined()
  })
})
