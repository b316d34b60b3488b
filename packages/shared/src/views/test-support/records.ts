import { busVersion } from '../../domain/bus-consultation.fixture.ts'
import type { Answers } from '../../domain/answer.ts'
import { newDraft, type Command, type DeviceRecord, type Draft } from '../../domain/draft.ts'
import type { ChangeId, Reference, ResponseId } from '../../domain/ids.ts'
import type { Receipt } from '../../domain/response.ts'

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

export const draft = (parts: Partial<Draft> = {}): Draft =>
  ({ ...newDraft({ id, version: busVersion, code: 'ABCD-EFGH-JKMN-PQRS-TVWX', ownDevice: true, now: at, answers }), revision: 1, ...parts })

export const receipt = (parts: Partial<Receipt> = {}): Receipt => ({
  responseId: id, reference: 'KTRM-4821' as Reference, revision: 1, state: 'received', late: false,
  receivedAt: '2027-05-12T09:00:00Z', closesAt: busVersion.consultation.closesAt, ...parts,
})

export const commands = {
  submit: { kind: 'response.submit', input: { responseId: id, slug: 'bus-to-the-clinic', version: 3, edition: 'standard', answers, codeHash: 'a'.repeat(64), ...times } },
  change: { kind: 'response.change', input: { changeId, responseId: id, code: 'ABCD', baseRevision: 1, answers, ...times } },
  withdraw: { kind: 'response.withdraw', input: { changeId, responseId: id, code: 'ABCD', ...times } },
} as const satisfies Readonly<Record<string, Command>>

/** A record in every state it can be in, by name. */
export const records = {
  draft: { state: 'draft', draft: draft() },
  'draft of a change': { state: 'draft', draft: draft({ changes: { baseRevision: 1 } }), receipt: receipt() },
  waiting: { state: 'waiting', draft: draft(), command: commands.submit, queuedAt: at },
  'change waiting': { state: 'waiting', draft: draft(), receipt: receipt(), command: commands.change, queuedAt: at },
  'withdrawal waiting': { state: 'waiting', draft: draft(), receipt: receipt(), command: commands.withdraw, queuedAt: at },
  received: { state: 'received', draft: draft(), receipt: receipt() },
  late: { state: 'received', draft: draft(), receipt: receipt({ late: true, receivedAt: '2027-06-01T09:00:00Z' }) },
  withdrawn: { state: 'received', draft: draft(), receipt: receipt({ state: 'withdrawn', revision: 2 }) },
  refused: { state: 'refused', draft: draft(), command: commands.submit, problems: [{ code: 'consultation-closed', closedAt: busVersion.consultation.closesAt }], refusedAt: at },
  'change refused': { state: 'refused', draft: draft(), receipt: receipt(), command: commands.change, problems: [{ code: 'response-changed-elsewhere' }], refusedAt: at },
  'withdrawal refused': { state: 'refused', draft: draft(), receipt: receipt(), command: commands.withdraw, problems: [{ code: 'consultation-closed', closedAt: busVersion.consultation.closesAt }], refusedAt: at },
} as const satisfies Readonly<Record<string, DeviceRecord>>

export type RecordName = keyof typeof records
