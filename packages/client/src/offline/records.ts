import { draftExpired } from '@takepart/shared/domain/device/draft'
import {
  isOfKind,
  type BaseOf,
  type CommandOf,
  type DeliveryOf,
  type DraftOf,
  type KeptRecord,
  type NotADraft,
  type RecordOf,
  type SendableKind,
  type SentOf,
} from '@takepart/shared/domain/device/record'
import { rulesFor } from '@takepart/shared/domain/device/record-rules'
import { ifAllowed } from '../app/if-allowed.ts'
import { storagePatience, type Database } from './database.ts'
import { createLateStore, type LateStore } from './late-store.ts'
import { createMemoryStore } from './memory-store.ts'
import { Attempts, changeRecord, merged, type Change, type SaveOutcome } from './record-changes.ts'
import type { LastWords, Words } from './last-words.ts'
import { queued, settled } from './record-states.ts'
import {
  createDatabaseStore,
  revisionOf,
  type Expiry,
  type Held,
  type RecordStore,
} from './record-store.ts'
import { StorageFailed, within } from './storage-failed.ts'
import type { Tabs } from './tabs.ts'
import { createVault, leftItem, type Vault } from './vault.ts'

export type { SaveOutcome } from './record-changes.ts'

/** Everything on this device that somebody has sent or will send, each record in exactly one state (P4). Reading throws `StorageFailed` when the store does. */
export interface Records {
  /** False: nothing outlives this page. Drafts are held and sent all the same, and nothing may be called saved on this device. */
  readonly durable: boolean
  /** True while the device's store has not answered yet: what it holds is unknown, and it is still asked. */
  readonly looking: boolean
  /** Calls `listener` when a store that was late has answered, or never will; see `durable`. The returned function stops that. */
  whenLooked(listener: () => void): () => void
  all(): Promise<readonly KeptRecord[]>
  list<K extends SendableKind>(kind: K): Promise<readonly RecordOf<K>[]>
  /** Undefined where there is none of that kind. */
  read<K extends SendableKind>(kind: K, id: string): Promise<RecordOf<K> | undefined>
  /** Ids of the records that wait, oldest first; known without unlocking any of them. */
  waiting(): Promise<readonly string[]>
  /** Stores a draft made from `base`, the answers of the revision it names. What another tab stored since is merged in (P5). */
  saveDraft<K extends SendableKind>(
    kind: K,
    draft: DraftOf<K>,
    base: BaseOf<K>,
  ): Promise<SaveOutcome<K>>
  /**
   * Has a draft ready that will be saved in a moment, in case the page goes before that (last-words.ts); the arguments are
   * those of {@link saveDraft}. Until {@link letGo}, once it is saved.
   */
  hold<K extends SendableKind>(kind: K, draft: DraftOf<K>, base: BaseOf<K>): void
  letGo(id: string): void
  /**
   * Draft → waiting, with its outbox entry, in one transaction. A withdrawal starts from a received response. A command
   * that holds answers is made from the draft as it lies in the store at that moment, with what another tab has just
   * written, so that what is sent and what is kept are the same words. Where the store fails nothing has changed, and the
   * command can still be sent directly (`Services.send`).
   */
  queue<K extends SendableKind>(kind: K, id: string, queue: Queue<K>): Promise<SaveOutcome<K>>
  /** Waiting → received or refused. Does nothing when it no longer waits for what this tab sent. Throws `StorageFailed`. */
  settle<K extends SendableKind>(
    kind: K,
    id: string,
    settle: { readonly delivery: DeliveryOf<K>; readonly at: string },
  ): Promise<void>
  /** Back to what can be worked on; see `RecordRules.reopened`. */
  backToDraft<K extends SendableKind>(kind: K, id: string): Promise<SaveOutcome<K>>
  /** Takes in a record that is not here yet: from a file, read from the server, or as it is made; see `RecordRules.adopted`. */
  adopt<K extends SendableKind>(record: RecordOf<K>): Promise<SaveOutcome<K>>
  /**
   * Deletes a record in whatever state. True when it is gone for certain. With a `revision`, it is left alone when another
   * tab has stored anything since.
   */
  discard(id: string, revision?: number): Promise<boolean>
  /** Calls `listener` when a record changed in another tab, or changed its state in this one. */
  watch(listener: (id: string) => void): () => void
}

export interface Queue<K extends SendableKind> {
  readonly command: CommandOf<K> | ((draft: DraftOf<K> | SentOf<K>) => CommandOf<K>)
  readonly at: string
}

/** A command of one kind, as the outbox sends it. */
export interface Waiting<K extends SendableKind> {
  readonly kind: K
  readonly command: CommandOf<K>
}

/** What the outbox needs besides. */
export interface SendingRecords extends Records {
  /** Says that sending begins, so that the words are frozen, and gives the command; undefined when it no longer waits. */
  begin(id: string): Promise<Waiting<SendableKind> | undefined>
}

export interface RecordsParts {
  readonly database: Database
  readonly tabs: Tabs
  readonly now: () => Date
  readonly newId: () => string
  readonly random: (bytes: number) => Uint8Array
}

/**
 * Opens what this device holds. Drafts not written to for 90 days are removed now, as is what was received and can no
 * longer be changed, and what was kept for a browser session that is over. Age is what several openings agree on (expiry.ts). What waits or was refused
 * stays until somebody has seen it. Where nothing can be kept, records live in this page's memory.
 */
export async function openRecords(parts: RecordsParts): Promise<SendingRecords> {
  const memory = createMemoryStore(parts.tabs)
  // Without a secure connection there is storage, and no way to lock it.
  if (!globalThis.crypto?.subtle) return new StoredRecords(parts, inMemory(memory))
  const vault = createVault(parts)
  const device = createDatabaseStore(parts.database, vault)
  const open = () => within(storagePatience, device.sweep(expiryAt(parts.now())))
  try {
    await open()
    const records = new StoredRecords(parts, { store: device, looking: false, found: true }, vault)
    await records.takeUp()
    return records
  } catch (error) {
    if (!(error instanceof StorageFailed)) throw error
    if (error.reason !== 'timeout') return new StoredRecords(parts, inMemory(memory))
    const late = createLateStore({ memory, device, open, onChange: () => records.looked() })
    const records = new StoredRecords(parts, late)
    return records
  }
}

const inMemory = (store: RecordStore): LateStore => ({ store, looking: false, found: false })

function expiryAt(now: Date): Expiry {
  const mayHaveCome: Expiry['mayHaveCome'] = ({ state, changedAt }) =>
    (state === 'draft' || state === 'received') && draftExpired({ changedAt }, now)
  return {
    now,
    mayHaveCome,
    hasCome: (record) =>
      mayHaveCome({ state: record.state, changedAt: record.draft.changedAt }) &&
      (record.state !== 'received' || rulesFor(record.kind).isOver(record.receipt, now)),
  }
}

class StoredRecords implements SendingRecords {
  readonly #held: LateStore
  readonly #store: RecordStore
  readonly #tabs: Tabs
  readonly #newId: () => string
  readonly #watchers = new Set<(id: string) => void>()
  readonly #attempts = new Attempts()
  /** Record id → when the command that this tab is sending was queued. */
  readonly #sending = new Map<string, string>()

  readonly #listeners = new Set<() => void>()

  readonly #vault: Vault | undefined
  readonly #typed = new Map<string, Words<SendableKind>>()
  #lastWords: LastWords | undefined
  #isFetching = false

  /** @param vault with what words are locked for when the page goes; none where nothing outlives it */
  constructor({ tabs, newId }: RecordsParts, held: LateStore, vault?: Vault) {
    this.#vault = vault
    this.#held = held
    this.#store = held.store
    this.#tabs = tabs
    this.#newId = newId
    tabs.listen((message) => {
      if ('changed' in message) this.#raise(message.changed)
    })
  }

  get durable(): boolean {
    return this.#held.found
  }

  get looking(): boolean {
    return this.#held.looking
  }

  whenLooked(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  looked(): void {
    for (const listener of this.#listeners) listener()
  }

  async all(): Promise<readonly KeptRecord[]> {
    return (await this.#store.list()).map(({ record }) => record)
  }

  async list<K extends SendableKind>(kind: K): Promise<readonly RecordOf<K>[]> {
    return (await this.all()).filter((record) => isOfKind(record, kind))
  }

  async read<K extends SendableKind>(kind: K, id: string): Promise<RecordOf<K> | undefined> {
    const record = (await this.#store.find(id))?.record
    return record && isOfKind(record, kind) ? record : undefined
  }

  waiting(): Promise<readonly string[]> {
    return this.#store.waiting()
  }

  saveDraft<K extends SendableKind>(
    kind: K,
    draft: DraftOf<K>,
    base: BaseOf<K>,
  ): Promise<SaveOutcome<K>> {
    const mark = this.#newId()
    this.#attempts.add({ kind, mark, draft })
    return this.#change({
      kind,
      id: draft.id,
      mark,
      step: (held) => {
        const own = this.#attempts.find(kind, held)
        return merged(kind, held, { draft, base: own ? rulesFor(kind).baseOf(own.draft) : base })
      },
    })
  }

  hold<K extends SendableKind>(kind: K, draft: DraftOf<K>, base: BaseOf<K>): void {
    const words = { kind, draft, base } as Words<SendableKind>
    if (this.#lastWords) return this.#lastWords.hold(words)
    this.#typed.set(draft.id, words)
    // Fetched with the first letter: a page on which nobody types does without.
    if (!this.#isFetching) void this.#fetchLastWords()
  }

  async #fetchLastWords(): Promise<void> {
    this.#isFetching = true
    const vault = this.#vault
    const fetched = vault && (await import('./last-words.ts').catch(() => undefined))
    this.#lastWords = fetched?.createLastWords(vault!, this.#tabs)
    for (const words of this.#typed.values()) this.#lastWords?.hold(words)
    this.#typed.clear()
  }

  letGo(id: string): void {
    this.#typed.delete(id)
    this.#lastWords?.letGo(id)
  }

  /** Stores what pages before this one have left, if there is any. */
  async takeUp(): Promise<void> {
    const vault = this.#vault
    const isAny = ifAllowed(() =>
      Object.keys(localStorage).some((item) => item.startsWith(leftItem)),
    )
    if (!isAny || !vault) return
    const fetched = await import('./last-words.ts').catch(() => undefined)
    await fetched?.takeUpLastWords(vault, ({ kind, draft, base }) =>
      this.saveDraft(kind, draft, base),
    )
  }

  queue<K extends SendableKind>(
    kind: K,
    id: string,
    { command, at }: Queue<K>,
  ): Promise<SaveOutcome<K>> {
    return this.#changeState(kind, id, ({ record }) =>
      queued(record, typeof command === 'function' ? command(record.draft) : command, at),
    )
  }

  async begin(id: string): Promise<Waiting<SendableKind> | undefined> {
    const held = await this.#store.find(id)
    if (held?.record.state !== 'waiting') return undefined
    const { kind, command, queuedAt } = held.record
    this.#sending.set(id, queuedAt)
    const outcome = held.tried
      ? undefined
      : await this.#change({
          kind,
          id,
          mark: this.#newId(),
          tried: true,
          step: (now) => (now && queuedAtOf(now.record) === queuedAt ? now.record : 'not-a-draft'),
        })
    // A store without room for this note is no reason not to send.
    return outcome?.saved === false && outcome.reason === 'not-a-draft'
      ? undefined
      : { kind, command }
  }

  async settle<K extends SendableKind>(
    kind: K,
    id: string,
    { delivery, at }: { readonly delivery: DeliveryOf<K>; readonly at: string },
  ): Promise<void> {
    const sent = this.#sending.get(id)
    const outcome = await this.#changeState(kind, id, ({ record }) =>
      sent === undefined || sent === queuedAtOf(record)
        ? settled(record, delivery, at)
        : 'not-a-draft',
    )
    if (!outcome.saved && outcome.reason !== 'gone' && outcome.reason !== 'not-a-draft')
      throw new StorageFailed(outcome.reason)
  }

  backToDraft<K extends SendableKind>(kind: K, id: string): Promise<SaveOutcome<K>> {
    return this.#changeState(kind, id, ({ record, tried }) =>
      rulesFor(kind).reopened(record, tried ?? this.#sending.get(id) === queuedAtOf(record)),
    )
  }

  async adopt<K extends SendableKind>(record: RecordOf<K>): Promise<SaveOutcome<K>> {
    const { kind, draft } = record
    const outcome = await this.#change({
      kind,
      id: draft.id,
      mark: this.#newId(),
      step: (held) => (held ? rulesFor(kind).adopted(held.record, record) : record),
    })
    if (outcome.saved) this.#raise(draft.id)
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
    this.letGo(id)
    this.#tabs.tell({ changed: id })
    this.#raise(id)
    return true
  }

  watch(listener: (id: string) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  async #changeState<K extends SendableKind>(
    kind: K,
    id: string,
    step: (held: Held<K>) => RecordOf<K> | NotADraft,
  ): Promise<SaveOutcome<K>> {
    const outcome = await this.#change({
      kind,
      id,
      mark: this.#newId(),
      step: (held) => (held ? step(held) : 'gone'),
    })
    if (outcome.saved) this.#raise(id)
    return outcome
  }

  async #change<K extends SendableKind>(change: Change<K>): Promise<SaveOutcome<K>> {
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
