import type { Answers } from '@takepart/shared/domain/answer'
import type { Command, Delivery, Draft } from '@takepart/shared/domain/draft'
import type { ChangeId, Reference, ResponseId } from '@takepart/shared/domain/ids'
import type { Receipt } from '@takepart/shared/domain/response'
import { createDatabase, databaseName } from '../database.ts'
import { openRecords, type RecordsParts, type SendingRecords } from '../records.ts'
import { openTabs } from '../tabs.ts'

/** A day in every test, so that nothing depends on when it runs. */
export const today = new Date('2027-01-15T10:00:00Z')
export const daysBefore = (days: number): string => new Date(today.getTime() - days * 86_400_000).toISOString()

export const text = (words: string) => ({ kind: 'long-text', text: words }) as const

export const responseId = (number: number): ResponseId =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as ResponseId

export function draft(parts: Partial<Draft> = {}): Draft {
  return {
    id: responseId(1), slug: 'leaving-hospital', version: 1, edition: 'standard', title: 'Leaving hospital', revision: 0,
    answers: {}, others: [], paging: 'question', startedAt: today.toISOString(), changedAt: today.toISOString(), ownDevice: true,
    code: 'ABCD-EFGH-JKMN-PQRS-TVWX', ...parts,
  }
}

export const submission = (id: ResponseId, answers: Answers = {}): Command => ({
  kind: 'response.submit',
  input: {
    responseId: id, slug: 'leaving-hospital', version: 1, edition: 'standard', answers, codeHash: 'a'.repeat(64),
    completedAt: today.toISOString(), sentAt: today.toISOString(),
  },
})

export const change = (id: ResponseId, baseRevision: number): Command => ({
  kind: 'response.change',
  input: {
    changeId: responseId(900) as string as ChangeId, responseId: id, code: 'ABCD', baseRevision, answers: {},
    completedAt: today.toISOString(), sentAt: today.toISOString(),
  },
})

export const withdrawal = (id: ResponseId): Command =>
  ({ kind: 'response.withdraw', input: { changeId: responseId(901) as string as ChangeId, responseId: id, code: 'ABCD' } })

export const receipt = (id: ResponseId, parts: Partial<Receipt> = {}): Receipt => ({
  responseId: id, reference: 'KTRM-4821' as Reference, revision: 1, state: 'received', late: false,
  receivedAt: '2027-01-15T10:00:00Z', closesAt: '2027-02-14T17:00:00Z', ...parts,
})

export const accepted = (id: ResponseId, parts: Partial<Receipt> = {}): Delivery =>
  ({ outcome: 'accepted', receipt: receipt(id, parts) })
export const refused: Delivery = { outcome: 'refused', problems: [{ code: 'response-empty' }] }

/** One tab's own connections, as `openServices` makes them. */
export function tab(parts: Partial<RecordsParts> & { version?: number } = {}): RecordsParts & { close: () => void } {
  const tabs = parts.tabs ?? openTabs()
  const database = parts.database ?? createDatabase(tabs, parts.version)
  return {
    tabs, database, now: () => today, newId: () => crypto.randomUUID(), close: () => database.close(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)), ...parts,
  }
}

/** The records of a tab opened now. */
export const openTab = async (parts: Parameters<typeof tab>[0] = {}): Promise<SendingRecords> => openRecords(tab(parts))

/** A device on which nothing was ever kept. */
export async function emptyDevice(): Promise<void> {
  sessionStorage.clear()
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
