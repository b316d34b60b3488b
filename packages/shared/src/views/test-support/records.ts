import { busVersion } from '../../domain/consultation/bus-consultation.fixture.ts'
import type { Answers } from '../../domain/question/answer.ts'
import { newDraft, type DeviceRecord, type Draft } from '../../domain/device/draft.ts'
import type { Command } from '../../domain/device/record.ts'
import type { ChangeId, Reference, RequestId, ResponseId } from '../../domain/core/ids.ts'
import type { AskCommand, AskedRequest, RequestRecord } from '../../domain/device/request-record.ts'
import type { Receipt } from '../../domain/response/response.ts'
import { writtenOf, type SupportRequest } from '../../domain/support-request/support-request.ts'

/** Every kind of question answered, one of them beside an option. */
export const answers: Answers = {
  'how-travel': { kind: 'one-of', choice: 'other', say: { other: 'By boat' } },
  helps: { kind: 'several-of', choices: ['later', 'phone'] },
  minutes: { kind: 'number', text: '20' },
  order: { kind: 'ranking', order: ['soon', 'near'] },
  'one-place': { kind: 'agreement', choice: 'agree' },
  rating: { kind: 'number-scale', choice: '3' },
  parts: { kind: 'matrix', rows: { staff: 'good' } },
  'last-visit': { kind: 'date', day: '4', month: 'May', year: '2026' },
  publish: { kind: 'consent', given: true },
  'publish-name': { kind: 'short-text', text: 'Sam' },
}

const id = '00000000-0000-4000-8000-000000000001' as ResponseId
const changeId = '00000000-0000-4000-8000-000000000002' as ChangeId
const at = '2027-05-12T09:30:00Z'
const times = { completedAt: at, sentAt: at }

export const draft = (parts: Partial<Draft> = {}): Draft => ({
  ...newDraft({
    id,
    version: busVersion,
    code: 'ABCD-EFGH-JKMN-PQRS-TVWX',
    ownDevice: true,
    now: at,
    answers,
  }),
  name: '5b0f1d1c-2f36-4a36-9a3d-0d2a86bb3a11',
  revision: 1,
  ...parts,
})

export const receipt = (parts: Partial<Receipt> = {}): Receipt => ({
  responseId: id,
  reference: 'KTRM-4821' as Reference,
  revision: 1,
  state: 'received',
  late: false,
  receivedAt: '2027-05-12T09:00:00Z',
  closesAt: busVersion.consultation.closesAt,
  ...parts,
})

export const commands = {
  submit: {
    kind: 'response.submit',
    input: {
      responseId: id,
      slug: 'bus-to-the-clinic',
      version: 3,
      edition: 'standard',
      answers,
      codeHash: 'a'.repeat(64),
      ...times,
    },
  },
  change: {
    kind: 'response.change',
    input: { changeId, responseId: id, code: 'ABCD', baseRevision: 1, answers, ...times },
  },
  withdraw: {
    kind: 'response.withdraw',
    input: { changeId, responseId: id, code: 'ABCD', ...times },
  },
} as const satisfies Readonly<Record<string, Command>>

/** A record in every state it can be in, by name. */
export const records = {
  draft: { kind: 'response', state: 'draft', draft: draft() },
  'draft of a change': {
    kind: 'response',
    state: 'draft',
    draft: draft({ changes: { baseRevision: 1 } }),
    receipt: receipt(),
  },
  waiting: {
    kind: 'response',
    state: 'waiting',
    draft: draft(),
    command: commands.submit,
    queuedAt: at,
  },
  'change waiting': {
    kind: 'response',
    state: 'waiting',
    draft: draft(),
    receipt: receipt(),
    command: commands.change,
    queuedAt: at,
  },
  'withdrawal waiting': {
    kind: 'response',
    state: 'waiting',
    draft: draft(),
    receipt: receipt(),
    command: commands.withdraw,
    queuedAt: at,
  },
  received: { kind: 'response', state: 'received', draft: draft(), receipt: receipt() },
  late: {
    kind: 'response',
    state: 'received',
    draft: draft(),
    receipt: receipt({ late: true, receivedAt: '2027-06-01T09:00:00Z' }),
  },
  withdrawn: {
    kind: 'response',
    state: 'received',
    draft: draft(),
    receipt: receipt({ state: 'withdrawn', revision: 2 }),
  },
  erased: {
    kind: 'response',
    state: 'received',
    draft: draft(),
    receipt: receipt({ state: 'erased', revision: 2 }),
  },
  refused: {
    kind: 'response',
    state: 'refused',
    draft: draft(),
    command: commands.submit,
    problems: [{ code: 'consultation-closed', closedAt: busVersion.consultation.closesAt }],
    refusedAt: at,
  },
  'change refused': {
    kind: 'response',
    state: 'refused',
    draft: draft(),
    receipt: receipt(),
    command: commands.change,
    problems: [{ code: 'response-changed-elsewhere' }],
    refusedAt: at,
  },
  'withdrawal refused': {
    kind: 'response',
    state: 'refused',
    draft: draft(),
    receipt: receipt(),
    command: commands.withdraw,
    problems: [{ code: 'consultation-closed', closedAt: busVersion.consultation.closesAt }],
    refusedAt: at,
  },
} as const satisfies Readonly<Record<string, DeviceRecord>>

export type RecordName = keyof typeof records

const requestId = '00000000-0000-4000-8000-000000000003' as RequestId
const requestName = '5b0f1d1c-2f36-4a36-9a3d-0d2a86bb3a13'

export const supportRequest: SupportRequest = {
  needs: ['easy-read', 'other-language', 'talk-by-phone'],
  say: { 'other-language': 'Polish' },
  reach: { by: 'post', to: 'Sam\n1 High Street' },
  name: 'Sam',
  when: 'After 4 pm',
  remember: true,
}

const asked: AskedRequest = {
  id: requestId,
  name: requestName,
  slug: 'bus-to-the-clinic',
  title: 'The bus to the clinic',
  request: supportRequest,
  revision: 1,
  changedAt: at,
  ownDevice: true,
}
const ask: AskCommand = {
  kind: 'support-request.ask',
  input: { requestId, slug: asked.slug, request: supportRequest, ...times },
}

/** A request for support in every state it can be in, by name. */
export const requests = {
  draft: {
    kind: 'support-request',
    state: 'draft',
    draft: {
      id: requestId,
      name: requestName,
      slug: asked.slug,
      title: asked.title,
      written: { ...writtenOf(supportRequest), to: { phone: '01632' } },
      revision: 1,
      changedAt: at,
      ownDevice: true,
    },
  },
  waiting: { kind: 'support-request', state: 'waiting', draft: asked, command: ask, queuedAt: at },
  received: {
    kind: 'support-request',
    state: 'received',
    draft: {
      ...asked,
      request: {
        needs: ['audio'],
        say: {},
        reach: { by: 'phone', to: '01632 960 001' },
        remember: false,
      },
      ownDevice: false,
    },
    receipt: {
      requestId,
      reference: 'BCDF-1234' as Reference,
      receivedOn: '2027-05-12',
      dueOn: '2027-05-19',
      closesAt: busVersion.consultation.closesAt,
    },
  },
  refused: {
    kind: 'support-request',
    state: 'refused',
    draft: asked,
    command: ask,
    problems: [{ code: 'consultation-retracted' }],
    refusedAt: at,
  },
} as const satisfies Readonly<Record<RequestRecord['state'], RequestRecord>>
