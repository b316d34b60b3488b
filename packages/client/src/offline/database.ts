import type { Sighting } from '@takepart/shared/domain/device/expiry'
import type { RecordState } from '@takepart/shared/domain/device/record'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { asStorageFailed, StorageFailed, within } from './storage-failed.ts'
import type { Tabs } from './tabs.ts'

/**
 * A record as it lies on the device. Only what is needed to find, order and expire it is in clear; what somebody wrote,
 * and what they answered to, is in `data`.
 */
export interface Row {
  readonly id: string
  readonly state: RecordState
  /** The draft's revision: who writes must name the one being replaced. */
  readonly revision: number
  readonly ownDevice: boolean
  readonly changedAt: string
  readonly queuedAt?: string
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/** The key of this device's drafts. It cannot be taken out of the browser; deleting it makes every draft unreadable. */
export interface DeviceKey {
  readonly id: string
  readonly key: CryptoKey
}

export interface KeptVersion extends ConsultationVersion {
  readonly slug: string
  /** ISO 8601, device time. */
  readonly keptAt: string
  /** Taken off the website: held only for the responses on this device that were begun on it. */
  readonly gone?: true
}

interface Schema extends DBSchema {
  record: { key: string; value: Row }
  /** One entry for each record that waits, and for no other: the order in which to send. */
  outbox: { key: string; value: { readonly id: string; readonly queuedAt: string } }
  consultation: { key: [slug: string, number: number]; value: KeptVersion }
  meta: { key: string; value: DeviceKey }
  /** How long each record was seen on this device. */
  sighting: { key: string; value: Sighting }
}

export type OpenDatabase = IDBPDatabase<Schema>

export const databaseName = 'takepart'

/**
 * Raise it with a new step in `upgrade`, or where what is kept in a store would be misread by the release before: a store
 * made by a higher number than this is left untouched and unused. 2: requests for support are among the records. 3: each
 * record names its kind, and one of an unknown kind is left alone, so that a new kind needs no new number.
 * 4: it is counted how long each record was seen.
 */
const schemaVersion = 4

/** How long the store may take over anything, in milliseconds; after that the screen says "Not saved". */
export const storagePatience = 2000

/** For every change to a record: the promise "saved" is kept only by bytes on the disk, which `complete` alone is not. */
export const strict = { durability: 'strict' } as const

export interface Database {
  /**
   * Does `work` with an open database, within 2 s. A connection that closed underneath (iOS does this to pages in the
   * background) is opened again and the work done once more, so work must do no harm when repeated.
   * Throws `StorageFailed`; nothing of a transaction that did not complete is kept.
   */
  run<Value>(work: (open: OpenDatabase) => Promise<Value>): Promise<Value>
  /** Closes the connection and opens none again, so that a device being cleared stays clear. */
  close(): void
}

function upgrade(open: OpenDatabase, from: number): void {
  if (from < 1) {
    open.createObjectStore('record', { keyPath: 'id' })
    open.createObjectStore('outbox', { keyPath: 'id' })
    open.createObjectStore('consultation', { keyPath: ['slug', 'number'] })
    open.createObjectStore('meta')
  }
  if (!open.objectStoreNames.contains('sighting'))
    open.createObjectStore('sighting', { keyPath: 'id' })
}

/** True when trying again with a new connection cannot help. */
const isFinal = (error: unknown): boolean =>
  !(error instanceof DOMException) ||
  ['QuotaExceededError', 'VersionError', 'SecurityError'].includes(error.name)

/** Whichever is open first; the other is closed once it is. */
async function firstOf(...openings: Promise<OpenDatabase>[]): Promise<OpenDatabase> {
  const first = await Promise.any(openings).catch(() => openings[0] as Promise<OpenDatabase>)
  for (const other of openings)
    void other.then(
      (open) => open !== first && open.close(),
      () => undefined,
    )
  return first
}

const isTimeout = (error: unknown): boolean =>
  error instanceof StorageFailed && error.reason === 'timeout'

/** One connection at a time, opened when it is asked for. */
interface Connection {
  get(): Promise<OpenDatabase>
  /** Lets it go once its running transactions are done; the next one asked for is another. */
  drop(): void
  /** Whatever was asked of it took too long. */
  tooSlow(): void
  close(): void
}

function createConnection(version: number): Connection {
  let opening: Promise<OpenDatabase> | undefined
  let isOpen = false
  /** An opening that has taken too long so far; it may be done before one that is begun anew. */
  let slow: Promise<OpenDatabase> | undefined
  let closed = false

  const drop = (connection = opening): void => {
    if (opening === connection) opening = undefined
    connection?.then(
      (open) => open.close(),
      () => undefined,
    )
  }
  const close = (): void => {
    closed = true
    drop(slow)
    drop()
  }
  const openAnew = (): Promise<OpenDatabase> =>
    openDB<Schema>(databaseName, version, {
      upgrade,
      // A newer release in another tab waits for this connection: give way once running transactions are done.
      // No new version means that the database is being deleted.
      blocking: (_, newVersion) => (newVersion === null ? close() : drop()),
      terminated: () => drop(),
    })
  return {
    close,
    drop: () => drop(),
    get() {
      if (closed || typeof indexedDB === 'undefined') throw new StorageFailed('unavailable')
      if (opening) return opening
      const connection = slow ? firstOf(slow, openAnew()) : openAnew()
      slow = undefined
      opening = connection
      isOpen = false
      connection.then(
        () => {
          isOpen ||= opening === connection
        },
        () => undefined,
      )
      return connection
    },
    tooSlow() {
      if (isOpen || !opening) return drop()
      slow = opening
      opening = undefined
    },
  }
}

/** The device's database; nothing is opened before the first `run`. `version` stands in for another release in tests. */
export function createDatabase(tabs: Tabs, version = schemaVersion): Database {
  const connection = createConnection(version)
  const attempt = async <Value>(work: (open: OpenDatabase) => Promise<Value>): Promise<Value> =>
    work(await connection.get())

  tabs.listen((message) => {
    if ('cleared' in message) connection.close()
  })

  return {
    close: () => connection.close(),
    async run(work) {
      const again = (error: unknown) => {
        if (isFinal(error)) throw error
        connection.drop()
        return attempt(work)
      }
      try {
        return await within(storagePatience, attempt(work).catch(again))
      } catch (error) {
        // Whatever hung or broke, the next call starts with a connection of its own. One that is slow to open goes on opening.
        if (isTimeout(error)) connection.tooSlow()
        else connection.drop()
        throw asStorageFailed(error)
      }
    },
  }
}
