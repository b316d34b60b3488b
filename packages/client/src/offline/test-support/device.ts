import type { Answers } from '@takepart/shared/domain/question/answer'
import type { ContributionCommand } from '@takepart/shared/domain/device/contribution-record'
import type { ContributionReceipt } from '@takepart/shared/domain/round/contribution'
import type { Draft, ResponseCommand } from '@takepart/shared/domain/device/draft'
import type { Command, DeliveryOf, SendableKind } from '@takepart/shared/domain/device/record'
import type { ChangeId, Reference, RequestId, ResponseId } from '@takepart/shared/domain/core/ids'
import type { AskedRequest, RequestRecord } from '@takepart/shared/domain/device/request-record'
import type { Receipt } from '@takepart/shared/domain/response/response'
import type {
  RequestReceipt,
  SupportRequest,
} from '@takepart/shared/domain/support-request/support-request'
import { createDatabase, databaseName } from '../database.ts'
import { openRecords, type RecordsParts, type SendingRecords } from '../records.ts'
import { openTabs } from '../tabs.ts'
import { leftItem } from '../vault.ts'

/** A day in every test, so that nothing depends on when it runs. */
export const today = new Date('2027-01-15T10:00:00Z')
export const daysBefore = (days: number): string =>
  new Date(today.getTime() - days * 86_400_000).toISOString()

export const text = (words: string) => ({ kind: 'long-text', text: words }) as const

export const responseId = (number: number): ResponseId =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as ResponseId

export function draft(parts: Partial<Draft> = {}): Draft {
  return {
    id: responseId(1),
    slug: 'leaving-hospital',
    version: 1,
    edition: 'standard',
    title: 'Leaving hospital',
    revision: 0,
    answers: {},
    others: [],
    paging: 'question',
    startedAt: today.toISOString(),
    changedAt: today.toISOString(),
    ownDevice: true,
    code: 'ABCD-EFGH-JKMN-PQRS-TVWX',
    ...parts,
  }
}

export const submission = (id: ResponseId, answers: Answers = {}): ResponseCommand => ({
  kind: 'response.submit',
  input: {
    responseId: id,
    slug: 'leaving-hospital',
    version: 1,
    edition: 'standard',
    answers,
    codeHash: 'a'.repeat(64),
    completedAt: today.toISOString(),
    sentAt: today.toISOString(),
  },
})

export const change = (id: ResponseId, baseRevision: number): ResponseCommand => ({
  kind: 'response.change',
  input: {
    changeId: responseId(900) as string as ChangeId,
    responseId: id,
    code: 'ABCD',
    baseRevision,
    answers: {},
    completedAt: today.toISOString(),
    sentAt: today.toISOString(),
  },
})

export const withdrawal = (id: ResponseId): ResponseCommand => ({
  kind: 'response.withdraw',
  input: { changeId: responseId(901) as string as ChangeId, responseId: id, code: 'ABCD' },
})

export const receipt = (id: ResponseId, parts: Partial<Receipt> = {}): Receipt => ({
  responseId: id,
  reference: 'KTRM-4821' as Reference,
  revision: 1,
  state: 'received',
  late: false,
  receivedAt: '2027-01-15T10:00:00Z',
  closesAt: '2027-02-14T17:00:00Z',
  ...parts,
})

export const accepted = (id: ResponseId, parts: Partial<Receipt> = {}): DeliveryOf<'response'> => ({
  outcome: 'accepted',
  receipt: receipt(id, parts),
})
/** The id of the response, request or contribution that a command is about. */
export const idOf = ({ input }: Command): ResponseId =>
  ('requestId' in input
    ? input.requestId
    : 'contributionId' in input
      ? input.contributionId
      : 'reportId' in input
        ? input.reportId
        : 'concernId' in input
          ? input.concernId
          : input.responseId) as string as ResponseId

const supportRequest: SupportRequest = {
  needs: ['large-print'],
  say: {},
  reach: { by: 'phone', to: '01632 960 001' },
  remember: false,
}

/** A request for support that waits, as the page makes it. */
export function waitingRequest(
  id: ResponseId,
  parts: Partial<AskedRequest> = {},
): Extract<RequestRecord, { state: 'waiting' }> {
  const requestId = id as string as RequestId
  const now = today.toISOString()
  const draft = {
    id: requestId,
    slug: 'leaving-hospital',
    title: 'Leaving hospital',
    request: supportRequest,
    revision: 0,
    changedAt: now,
    ownDevice: true,
    ...parts,
  }
  const input = {
    requestId,
    slug: draft.slug,
    request: draft.request,
    completedAt: now,
    sentAt: now,
  }
  return {
    kind: 'support-request',
    draft,
    state: 'waiting',
    command: { kind: 'support-request.ask', input },
    queuedAt: now,
  }
}

export const requestReceipt = (id: ResponseId): RequestReceipt => ({
  requestId: id as string as RequestId,
  reference: 'BCDF-1234' as Reference,
  receivedOn: '2027-01-15',
  dueOn: '2027-01-22',
  closesAt: '2027-02-14T17:00:00Z',
})

/** What a server says to something sent to a round: it waits for a moderator. */
const contributionReceipt = (command: ContributionCommand): ContributionReceipt => ({
  contributionId: command.input.contributionId,
  slug: 'one-clinic-or-rooms',
  revision: command.kind === 'contribution.edit' ? command.input.baseRevision + 1 : 1,
  state: command.kind === 'contribution.withdraw' ? 'withdrawn' : 'waiting',
  late: false,
  receivedAt: '2027-01-15T10:00:00Z',
  closesAt: '2027-05-20T17:00:00Z',
})

const isOfRound = (command: Command): command is ContributionCommand =>
  command.kind.startsWith('contribution.')

/** What a server that takes everything says to a command. */
export function taken(command: Command, parts: Partial<Receipt> = {}): DeliveryOf<SendableKind> {
  if (command.kind === 'support-request.ask')
    return { outcome: 'accepted', receipt: requestReceipt(idOf(command)) }
  if (command.kind === 'report.send')
    return { outcome: 'accepted', receipt: { reportId: command.input.reportId, outcome: null } }
  if (command.kind === 'help-request.ask')
    return {
      outcome: 'accepted',
      receipt: { concernId: command.input.concernId, receivedAt: today.toISOString() },
    }
  return isOfRound(command)
    ? { outcome: 'accepted', receipt: contributionReceipt(command) }
    : accepted(idOf(command), parts)
}

export const refused: DeliveryOf<'response'> = {
  outcome: 'refused',
  problems: [{ code: 'response-empty' }],
}

/** One tab's own connections, as `openServices` makes them. */
export function tab(
  parts: Partial<RecordsParts> & { version?: number } = {},
): RecordsParts & { close: () => void } {
  const tabs = parts.tabs ?? openTabs()
  const database = parts.database ?? createDatabase(tabs, parts.version)
  return {
    tabs,
    database,
    now: () => today,
    newId: () => crypto.randomUUID(),
    close: () => database.close(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    ...parts,
  }
}

/** The records of a tab opened now. */
export const openTab = async (parts: Parameters<typeof tab>[0] = {}): Promise<SendingRecords> =>
  openRecords(tab(parts))

/** A device on which nothing was ever kept. */
export async function emptyDevice(): Promise<void> {
  sessionStorage.clear()
  // A page that went has left its last words for the next one.
  for (const item of Object.keys(localStorage).filter((name) => name.startsWith(leftItem)))
    localStorage.removeItem(item)
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
}

/** Everything in a store, past our own code. */
export async function rowsIn(store: string): Promise<Record<string, unknown>[]> {
  const open = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  try {
    return await new Promise((resolve) => {
      const request = open.transaction(store).objectStore(store).getAll()
      request.onsuccess = () => resolve(request.result)
    })
  } finally {
    open.close()
  }
}

/** Another page of this browser has the store to itself until the returned function is called. */
export async function holdStore(): Promise<() => void> {
  const open = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const store = open.transaction(['record', 'sighting'], 'readwrite').objectStore('record')
  let isHeld = true
  const goOn = (): void => {
    if (isHeld) store.get('nothing').onsuccess = goOn
  }
  goOn()
  return () => {
    isHeld = false
    open.close()
  }
}
