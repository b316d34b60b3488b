import { describe, expect, it } from 'vitest'
import { busConsultation, busVersion } from '../consultation/bus-consultation.fixture.ts'
import type { DeviceRecord, Draft } from './draft.ts'
import type { Command } from './record.ts'
import { newDraft } from './draft.ts'
import type { ChangeId, Reference, RequestId, ResponseId } from '../core/ids.ts'
import { readDeviceFile, writeDeviceFile } from './record-file.ts'
import type { RequestRecord } from './request-record.ts'
import type { Receipt } from '../response/response.ts'
import type { SupportRequest } from '../support-request/support-request.ts'

const id = '7c0e9a52-5a3e-4c0e-9d0a-3f1f3a6c2b22' as ResponseId
const now = '2027-05-10T12:00:00.000Z'
const draft: Draft = {
  ...newDraft({ id, version: busVersion, code: '0123-4567-89AB-CDEF-GHJK', ownDevice: true, now }),
  answers: {
    'how-travel': { kind: 'one-of', choice: 'other', say: { other: 'By boat' } },
    'last-visit': { kind: 'date', day: '1', month: '2', year: '' },
    parts: { kind: 'matrix', rows: { staff: 'good' } },
  },
  others: [
    { questionId: 'minutes', answer: { kind: 'number', text: '20' }, writtenAt: now },
    { questionId: 'minutes', answer: null, writtenAt: now },
  ],
  place: 'minutes',
}
const receipt: Receipt = {
  responseId: id,
  reference: 'KTRM-4821' as Reference,
  revision: 1,
  state: 'received',
  late: false,
  receivedAt: now,
  closesAt: busConsultation.closesAt,
}
const times = { completedAt: now, sentAt: now }
const submit: Command = {
  kind: 'response.submit',
  input: {
    responseId: id,
    slug: draft.slug,
    version: 3,
    edition: 'standard',
    answers: draft.answers,
    codeHash: 'a'.repeat(64),
    ...times,
  },
}
const withdraw: Command = {
  kind: 'response.withdraw',
  input: { changeId: id as string as ChangeId, responseId: id, code: draft.code },
}
const records: readonly DeviceRecord[] = [
  { kind: 'response', state: 'draft', draft },
  { kind: 'response', state: 'draft', draft: { ...draft, changes: { baseRevision: 1 } }, receipt },
  { kind: 'response', state: 'waiting', draft, command: submit, queuedAt: now },
  { kind: 'response', state: 'waiting', draft, receipt, command: withdraw, queuedAt: now },
  { kind: 'response', state: 'received', draft, receipt },
  {
    kind: 'response',
    state: 'refused',
    draft,
    command: submit,
    problems: [{ code: 'consultation-closed', closedAt: busConsultation.closesAt }],
    refusedAt: now,
  },
]

describe('writeDeviceFile', () => {
  it('writes every state so that it is read back the same', () => {
    expect(readDeviceFile(writeDeviceFile(records, now))).toEqual({
      ok: true,
      records,
      settings: {},
      unreadable: 0,
    })
  })

  it('writes nothing so that it is read back as nothing', () => {
    expect(readDeviceFile(writeDeviceFile([], now))).toEqual({
      ok: true,
      records: [],
      settings: {},
      unreadable: 0,
    })
  })

  it('carries the display settings along', () => {
    const settings = {
      textSize: '150',
      colours: 'own',
      ownColours: { text: '#000000', page: '#ffffff' },
    } as const
    expect(readDeviceFile(writeDeviceFile(records, now, { settings }))).toEqual({
      ok: true,
      records,
      settings,
      unreadable: 0,
    })
    expect(writeDeviceFile(records, now, { settings: {} })).not.toContain('settings')
  })

  it('lets a person find their words, with the questions where the device has them', () => {
    const text = writeDeviceFile(records.slice(0, 1), now, { find: () => busConsultation })
    const file = JSON.parse(text) as { records: { readable: string[] }[] }
    expect(file.records[0]?.readable.slice(0, 2)).toEqual([
      'The bus to the clinic',
      'How do you travel to us? — Another way: By boat',
    ])
  })

  it('lets a person find their words without the questions too', () => {
    const file = JSON.parse(writeDeviceFile(records.slice(0, 1), now)) as {
      records: { readable: string[] }[]
    }
    expect(file.records[0]?.readable).toEqual([
      'The bus to the clinic',
      'how-travel — other; By boat',
      'last-visit — 1; 2; ',
      'parts — good',
    ])
  })
})

describe('readDeviceFile', () => {
  it.each([
    '',
    'not JSON',
    '[]',
    '7',
    'null',
    '{}',
    '{"format":"takepart/device/1"}',
    '{"format":"other","records":[]}',
    '{"format":7,"records":[]}',
  ])('refuses what is not such a file: %s', (text) => {
    expect(readDeviceFile(text)).toEqual({
      ok: false,
      words: expect.stringContaining('not a file saved from this website') as string,
    })
  })

  it('takes no setting that none has', () => {
    const text = JSON.stringify({
      format: 'takepart/device/1',
      writtenAt: now,
      records: [],
      settings: { textSize: '1', motion: 'none' },
    })
    expect(readDeviceFile(text)).toEqual({
      ok: true,
      records: [],
      settings: { motion: 'none' },
      unreadable: 0,
    })
  })

  it('says that a file is newer than it knows', () => {
    expect(readDeviceFile('{"format":"takepart/device/2","records":[]}')).toEqual({
      ok: false,
      words: expect.stringContaining('newer version') as string,
    })
  })

  it.each([
    ['no record', 7],
    ['an unknown state', { state: 'sent', draft }],
    ['no draft', { state: 'draft' }],
    ['an id that is none', { kind: 'response', state: 'draft', draft: { ...draft, id: '../x' } }],
    [
      'an answer of no known kind',
      {
        kind: 'response',
        state: 'draft',
        draft: { ...draft, answers: { a: { kind: 'constructor' } } },
      },
    ],
    [
      'an answer that is half there',
      {
        kind: 'response',
        state: 'draft',
        draft: { ...draft, answers: { a: { kind: 'date', day: '1' } } },
      },
    ],
    [
      'choices that are no texts',
      {
        kind: 'response',
        state: 'draft',
        draft: { ...draft, answers: { a: { kind: 'several-of', choices: [1] } } },
      },
    ],
    [
      'another version without a time',
      {
        kind: 'response',
        state: 'draft',
        draft: { ...draft, others: [{ questionId: 'a', answer: null }] },
      },
    ],
    [
      'a revision that is no number',
      { kind: 'response', state: 'draft', draft: { ...draft, revision: '1' } },
    ],
    ['nothing to wait for', { kind: 'response', state: 'waiting', draft, queuedAt: now }],
    [
      'a command that is none',
      {
        kind: 'response',
        state: 'waiting',
        draft,
        queuedAt: now,
        command: { kind: 'toString', input: {} },
      },
    ],
    [
      'a command without its answers',
      {
        kind: 'response',
        state: 'waiting',
        draft,
        queuedAt: now,
        command: { kind: 'response.submit', input: { ...submit.input, answers: 1 } },
      },
    ],
    ['no receipt for what was received', { kind: 'response', state: 'received', draft }],
    [
      'a receipt that is half there',
      { kind: 'response', state: 'draft', draft, receipt: { reference: 'KTRM-4821' } },
    ],
    [
      'a refusal without a reason',
      {
        kind: 'response',
        state: 'refused',
        draft,
        command: submit,
        refusedAt: now,
        problems: ['closed'],
      },
    ],
  ])('leaves out and counts a record with %s, and reads the others', (_what, record) => {
    const text = JSON.stringify({
      format: 'takepart/device/1',
      writtenAt: now,
      records: [record, ...records],
    })
    expect(readDeviceFile(text)).toEqual({ ok: true, records, settings: {}, unreadable: 1 })
  })
})

describe('a request for support in a file', () => {
  const requestId = id as string as RequestId
  const request: SupportRequest = {
    needs: ['audio', 'other-language'],
    say: { 'other-language': 'Polish' },
    reach: { by: 'phone', to: '01632 960 001' },
    when: 'noon',
    remember: false,
  }
  const asked = {
    id: requestId,
    slug: 'bus',
    title: 'The bus',
    request,
    revision: 1,
    changedAt: now,
    ownDevice: true,
  }
  const command = {
    kind: 'support-request.ask',
    input: { requestId, slug: 'bus', request, completedAt: now, sentAt: now },
  } as const
  const receipt = {
    requestId,
    reference: 'BCDF-1234' as Reference,
    receivedOn: '2027-05-10',
    dueOn: '2027-05-17',
    closesAt: now,
  }
  const begun = {
    id: requestId,
    slug: 'bus',
    title: 'The bus',
    written: { needs: [], say: {}, to: { phone: '01632' }, when: 'noon', remember: false },
    revision: 1,
    changedAt: now,
    ownDevice: true,
  } as const
  const every: readonly RequestRecord[] = [
    { kind: 'support-request', state: 'waiting', draft: asked, command, queuedAt: now },
    { kind: 'support-request', state: 'received', draft: asked, receipt },
    {
      kind: 'support-request',
      state: 'refused',
      draft: asked,
      command,
      problems: [{ code: 'consultation-retracted' }],
      refusedAt: now,
    },
    { kind: 'support-request', state: 'draft', draft: begun },
  ]

  it('is read back in every state, beside responses, and has lines that people can read', () => {
    const response: DeviceRecord = { kind: 'response', state: 'draft', draft }
    const file = writeDeviceFile([response, ...every], now)
    expect(readDeviceFile(file)).toMatchObject({
      ok: true,
      records: [response, ...every],
      unreadable: 0,
    })
    expect(JSON.parse(file).records[1].readable).toEqual([
      'The bus',
      'Audio, to listen to',
      'Another language — Polish',
      '01632 960 001',
      'noon',
    ])
    expect(JSON.parse(file).records[4].readable).toEqual(['The bus', '01632', 'noon'])
  })

  it.each<[string, object]>([
    ['another state', { state: 'draft' }],
    [
      'a form of another shape',
      {
        kind: 'response',
        state: 'draft',
        draft: { ...begun, written: { ...begun.written, by: 'pigeon' } },
      },
    ],
    [
      'a need that there is not',
      { draft: { ...asked, request: { ...request, needs: ['money'] } } },
    ],
    ['no way to be reached', { draft: { ...asked, request: { ...request, reach: undefined } } }],
    ['an id that is none', { draft: { ...asked, id: 'x' } }],
    ['a command about something else', { command: { ...command, kind: 'response.submit' } }],
  ])('is left out and counted with %s', (_, spoilt) => {
    const [waiting] = every
    const file = JSON.stringify({
      format: 'takepart/device/1',
      records: [{ ...waiting, ...spoilt }],
    })
    expect(readDeviceFile(file)).toMatchObject({ ok: true, records: [], unreadable: 1 })
  })
})
