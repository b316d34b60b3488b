import type { Answers } from '@takepart/shared/domain/question/answer'
import { hasClosed } from '@takepart/shared/domain/consultation/consultation'
import {
  draftExpired,
  type Command,
  type Delivery,
  type DeviceRecord,
  type Draft,
  type ResponseCommand,
} from '@takepart/shared/domain/device/draft'
import {
  isOfRequest,
  isOfResponse,
  type KeptRecord,
  type RequestRecord,
} from '@takepart/shared/domain/device/request-record'
import { storagePatience, type Database } from './database.ts'
import { createMemoryStore } from './memory-store.ts'
import {
  adopted,
  Attempts,
  changeRecord,
  merged,
  type Change,
  type SaveOutcome,
} from './record-changes.ts'
import { queued, reopened, settled, type NotADraft } from './record-states.ts'
import {
  createDatabaseStore,
  revisionOf,
  type Expiry,
  type Held,
  type RecordStore,
} from './record-store.ts'
import { StorageFailed, within } from './storage-failed.ts'
import type { Tabs } from './tabs.ts'
import { createVault } from './vault.ts'

export type { SaveOutcome } from './record-changes.ts'

/** Every response and request this device knows of, each in exactly one state (P4). Reading throws `StorageFailed` when the store does. */
export interface Records {
  /** False: nothing outlives this page. Drafts are held and sent all the same, and nothing may be called saved on this device. */
  readonly durable: boolean
  /** Those of responses. */
  list(): Promise<readonly DeviceRecord[]>
  /** Those of requests for support. */
  requests(): Promise<readonly RequestRecord[]>
  read(id: string): Promise<DeviceRecord | undefined>
  /** Ids of the records that wait, oldest first; known without unlocking any of them. */
  waiting(): Promise<readonly string[]>
  /** Stores a draft made from `base`, the answers of the revision it names. What another tab stored since is merged in (P5). */
  saveDraft(draft: Draft, base: Answers): Promise<SaveOutcome>
  /**
   * Draft → waiting, with its outbox entry, in one transaction. A withdrawal starts from a received response. A command
   * that holds answers is made from the draft as it lies in the store at that moment, with what another tab has just
   * written, so that what is sent and what is kept are the same words. Where the store fails nothing has changed, and the
   * command can still be sent directly (`Services.send`).
   */
  queue(
    id: string,
    command: ResponseCommand | ((draft: Draft) => ResponseCommand),
    queuedAt: string,
  ): Promise<SaveOutcome>
  /** Waiting → received or refused. Does nothing when it no longer waits for what this tab sent. Throws `StorageFailed`. */
  settle(id: string, delivery: Delivery, at: string): Promise<void>
  /** Received, refused, or waiting and never tried → draft; see `reopened`. */
  backToDraft(id: string): Promise<SaveOutcome>
  /** Takes in a record that is not here yet: from a file, read from the server, or a request as it is made; see `adopted`. */
  adopt(record: KeptRecord): Promise<SaveOutcome>
  /**
   * Deletes a record in whatever state. True when it is gone for certain. With a `revision`, it is left alone when another
   * tab has stored anything since.
   */
  discard(id: string, revision?: number): Promise<boolean>
  /** Calls `listener` when a record changed in another tab, or changed its state in this one. */
  watch(listener: (id: string) => void): () => void
}

/** What the outbox needs besides. */
export interface SendingRecords extends Records {
  /** Says that sending begins, so that the words are frozen, and gives the command; undefined when it no longer waits. */
  begin(id: string): Promise<Command | undefined>
}

export interface RecordsParts {
  readonly database: Database
  readonly tabs: Tabs
  readonly now: () => Date
  readonly newId: () => string
  readonly random: (bytes: number) => Uint8Array
}

/**
 * Opens what this device holds. Drafts not written to for 90 days are removed now, as are received responses of that
 * age that can no longer be changed, and what was kept for a browser session that is over. What waits or was refused
 * stays until somebody has seen it. Where nothing can be kept, records live in this page's memory.
 */
export async function openRecords(parts: RecordsParts): Promise<SendingRecords> {
  try {
    // Without a secure connection there is storage, and no way to lock it.
    if (!globalThis.crypto?.subtle) throw new StorageFailed('unavailable')
    const store = createDatabaseStore(parts.database, createVault(parts))
    await within(storagePatience, store.sweep(expiryAt(parts.now())))
    return new StoredRecords(store, parts, true)
  } catch (error) {
    if (!(error instanceof StorageFailed)) throw error
    return new StoredRecords(createMemoryStore(parts.tabs), parts, false)
  }
}

function expiryAt(now: Date): Expiry {
  const mayHaveCome: Expiry['mayHaveCome'] = ({ state, changedAt }) =>
    (state === 'draft' || state === 'received') && draftExpired({ changedAt }, now)
  return {
    mayHaveCome,
    hasCome: (record) =>
      mayHaveCome({ state: record.state, changedAt: record.draft.changedAt }) &&
      (record.state !== 'received' || hasClosed(record.receipt, now)),
  }
}

class StoredRecords implements SendingRecords {
  readonly durable: boolean
  readonly #store: RecordStore
  readonly #tabs: Tabs
  readonly #newId: () => string
  readonly #watchers = new Set<(id: string) => void>()
  readonly #attempts = new Attempts()
  /** Record id → when the command that this tab is sending was queued. */
  readonly #sending = new Map<string, string>()

  constructor(store: RecordStore, { tabs, newId }: RecordsParts, durable: boolean) {
    this.#store = store
    this.#tabs = tabs
    this.#newId = newId
    this.durable = durable
    tabs.listen((message) => {
      if ('changed' in message) this.#raise(message.changed)
    })
  }

  async list(): Promise<readonly DeviceRecord[]> {
    return (await this.#all()).filter(isOfResponse)
  }

  async requests(): Promise<readonly RequestRecord[]> {
    return (await this.#all()).filter(isOfRequest)
  }

  async read(id: string): Promise<DeviceRecord | undefined> {
    const record = (await this.#store.find(id))?.record
    return record && isOfResponse(record) ? record : undefined
  }

  waiting(): Promise<readonly string[]> {
    return this.#store.waiting()
  }

  saveDraft(draft: Draft, base: Answers): Promise<SaveOutcome> {
    const mark = this.#newId()
    this.#attempts.add(mark, draft.answers)
    return this.#change({
      id: draft.id,
      mark,
      step: (held) => merged(held, draft, this.#attempts.find(held?.mark) ?? base),
    })
  }

  queue(
    id: string,
    command: ResponseCommand | ((draft: Draft) => ResponseCommand),
    queuedAt: string,
  ): Promise<SaveOutcome> {
    const commandFor = typeof command === 'function' ? command : () => command
    return this.#changeState(id, ({ record }) =>
      isOfResponse(record) ? queued(record, commandFor(record.draft), queuedAt) : 'not-a-draft',
    )
  }

  async begin(id: string): Promise<Command | undefined> {
    const held = await this.#store.find(id)
    if (held?.record.state !== 'waiting') return undefined
    const { command, queuedAt } = held.record
    this.#sending.set(id, queuedAt)
    const isStill = ({ record }: Held): boolean =>
      record.state === 'waiting' && record.queuedAt === queuedAt
    const step: Change['step'] = (now) => (now && isStill(now) ? now.record : 'not-a-draft')
    const outcome = held.tried
      ? undefined
      : await this.#change({ id, mark: this.#newId(), tried: true, step })
    // A store without room for this note is no reason not to send.
    return outcome?.saved === false && outcome.reason === 'not-a-draft' ? undefined : command
  }

  async settle(id: string, delivery: Delivery, at: string): Promise<void> {
    const sent = this.#sending.get(id)
    const outcome = await this.#changeState(id, ({ record }) =>
      sent === undefined || sent === queuedAtOf(record)
        ? settled(record, delivery, at)
        : 'not-a-draft',
    )
    if (!outcome.saved && outcome.reason !== 'gone' && outcome.reason !== 'not-a-draft')
      throw new StorageFailed(outcome.reason)
  }

  backToDraft(id: string): Promise<SaveOutcome> {
    return this.#changeState(id, ({ record, tried }) =>
      isOfResponse(record)
        ? reopened(record, tried ?? this.#sending.get(id) === queuedAtOf(record))
        : 'not-a-draft',
    )
  }

  async adopt(record: KeptRecord): Promise<SaveOutcome> {
    const { id } = record.draft
    const outcome = await this.#change({
      id,
      mark: this.#newId(),
      step: (held) => adopted(held, record),
    })
    if (outcome.saved) this.#raise(id)
    return outcome
  }

  async discard(id: string, revision?: number): Promise<boolean> {
    try {
      const held = await this.#store.find(id)
      if (held && revision !== undefined && revisionOf(held) !== revision) return false
      if (held && !(await this.#store.replace({ id, expected: revisionOf(held), next: undefined })))
        return await this.discard(id, revision)
    } catch (error) {
      if (error instanceof StorageFailed) return false
      throw error
    }
    this.#tabs.tell({ changed: id })
    this.#raise(id)
    return true
  }

  watch(listener: (id: string) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  async #all(): Promise<readonly KeptRecord[]> {
    return (await this.#store.list()).map(({ record }) => record)
  }

  async #changeState(
    id: string,
    step: (held: Held) => KeptRecord | NotADraft,
  ): Promise<SaveOutcome> {
    const outcome = await this.#change({
      id,
      mark: this.#newId(),
      step: (held) => (held ? step(held) : 'gone'),
    })
    if (outcome.saved) this.#raise(id)
    return outcome
  }

  async #change(change: Change): Promise<SaveOutcome> {
    const outcome = await changeRecord(this.#store, change)
    if (outcome.saved) this.#tabs.tell({ changed: change.id })
    return outcome
  }

  #raise(id: string): void {
    for (const watcher of this.#watchers) watcher(id)
  }
}

const queuedAtOf = (record: KeptRecord): string =>
  record.state === 'waiting' ? record.queuedAt : ''
