import { isLongSeen, seenAgain } from '@takepart/shared/domain/device/expiry'
import {
  kindNamed,
  withName,
  type KeptRecord,
  type RecordOf,
  type SendableKind,
} from '@takepart/shared/domain/device/record'
import { isSendableKind } from '@takepart/shared/domain/device/record-rules'
import { strict, type Database, type OpenDatabase, type Row } from './database.ts'
import { StorageFailed } from './storage-failed.ts'
import type { Sealed, Vault } from './vault.ts'

/** A record with what only this device needs to know about it. */
export interface Held<K extends SendableKind = SendableKind> {
  readonly record: RecordOf<K>
  /**
   * Names the write that stored it: a tab recognises its own, however late it became known that it had succeeded. Random;
   * that of its first write is the record's own name in addresses.
   */
  readonly mark: string
  /** Its command may have reached the server, so what it says must not change any more. */
  readonly tried?: true | undefined
}

export interface Replacement {
  readonly id: string
  /** The revision being replaced; undefined when there must be no such record. */
  readonly expected: number | undefined
  /** What to hold from now on; undefined to hold nothing. */
  readonly next: Held | undefined
}

/** Where records are held. Two forms: the device's database, and this page's memory where there is none. */
export interface RecordStore {
  list(): Promise<readonly Held[]>
  find(id: string): Promise<Held | undefined>
  /** Ids of the records that wait and can be sent from here, in the order in which they were queued. */
  waiting(): Promise<readonly string[]>
  /**
   * Replaces one revision by the next, its outbox entry with it, in one transaction. True: done, and read back.
   * False: nothing was done, because another tab was quicker.
   */
  replace(replacement: Replacement): Promise<boolean>
}

export const revisionOf = (held: Held | undefined): number | undefined =>
  held?.record.draft.revision

type Entry = { readonly id: string; readonly queuedAt: string }

/** First queued, first sent; the id decides between two of the same moment, so that all tabs agree. */
export const inOrder = (entries: readonly Entry[]): readonly string[] =>
  [...entries].sort((a, b) => (a.queuedAt + a.id < b.queuedAt + b.id ? -1 : 1)).map(({ id }) => id)

/** What is not worth keeping any longer. */
export interface Expiry {
  readonly now: Date
  /** True when by what lies in clear a record may have expired: no other is unlocked to find out. */
  readonly mayHaveCome: (row: Pick<Row, 'state' | 'changedAt'>) => boolean
  readonly hasCome: (record: KeptRecord) => boolean
}

interface DatabaseStore extends RecordStore {
  /** Counts how long records are here; removes what was kept for a session that is over, and what has expired. */
  sweep(expiry: Expiry): Promise<void>
}

/** Holds records in the device's database, each one locked by the vault. */
export function createDatabaseStore(database: Database, vault: Vault): DatabaseStore {
  const unlock = async (row: Row | undefined): Promise<Held | undefined> =>
    row && readHeld(await vault.unseal(row, row.ownDevice))
  const rows = (): Promise<Row[]> => database.run((open) => open.getAll('record'))

  return {
    async list() {
      const held = await Promise.all((await rows()).map(unlock))
      return held.filter((one) => one !== undefined)
    },
    async find(id) {
      return unlock(await database.run((open) => open.get('record', id)))
    },
    async waiting() {
      const ids = inOrder(await database.run((open) => open.getAll('outbox')))
      if (navigator.locks) return ids
      // What was left by a session that is over is not swept then: nobody can send it, so it does not wait.
      const held = await Promise.all(ids.map((id) => this.find(id)))
      return ids.filter((_, at) => held[at])
    },
    async replace({ id, expected, next }) {
      // Locked before the transaction, which must wait for nothing but the store.
      const sealed = next && (await vault.seal(next, next.record.draft.ownDevice))
      const row = next && sealed && toRow(next.record, sealed)
      return database.run(async (open) => {
        if (!(await write(open, { id, expected, row, keyId: sealed?.keyId }))) return false
        await readBack(open, id, row)
        return true
      })
    },
    async sweep({ now, mayHaveCome, hasCome }) {
      const found = await rows()
      const isOld = await database.run((open) => see(open, found, now)).catch(unlessFull)
      // That a session is over shows in what it locked: its key is gone.
      const mayGo = (row: Row): boolean => !row.ownDevice || (mayHaveCome(row) && isOld(row.id))
      for (const row of found.filter(mayGo)) {
        const held = await unlock(row)
        const goes = held
          ? isOld(row.id) && hasCome(held.record)
          : !row.ownDevice && (await vault.sessionIsOver())
        if (goes)
          await database.run((open) =>
            write(open, { id: row.id, expected: row.revision, row: undefined }),
          )
      }
    },
  }
}

/** A device without room still reads what it has: where no sighting can be noted, no record counts as old. */
function unlessFull(error: unknown): () => boolean {
  if (error instanceof StorageFailed && error.reason === 'full') return () => false
  throw error
}

/** Notes that these records are here now; answers which of them have been here for long. */
async function see(
  open: OpenDatabase,
  rows: readonly Row[],
  now: Date,
): Promise<(id: string) => boolean> {
  const change = open.transaction('sighting', 'readwrite')
  const before = new Map((await change.store.getAll()).map((one) => [one.id, one]))
  const seen = rows.map((row) => seenAgain(before.get(row.id), row, now))
  const old = new Set(seen.filter(isLongSeen).map(({ id }) => id))
  await Promise.all([
    change.store.clear(),
    ...seen.map((sighting) => change.store.put(sighting)),
    change.done,
  ])
  return (id) => old.has(id)
}

/**
 * What was locked by this device and unlocked whole is as we wrote it, perhaps in an earlier release. A record of a kind
 * that this release does not know is left alone: a newer one wrote it.
 */
function readHeld(unlocked: unknown): Held | undefined {
  if (!isHeld(unlocked)) return undefined
  const kind = kindNamed({ ...unlocked.record })
  if (!isSendableKind(kind)) return undefined
  const record = { ...unlocked.record, kind }
  // Stored before there were names: the write that stored it names it until the next one, which keeps that name.
  return { ...unlocked, record: withName(record, record.draft.name ?? unlocked.mark) }
}

const isHeld = (value: unknown): value is Held =>
  typeof value === 'object' && value !== null && 'record' in value

function toRow(record: KeptRecord, { iv, data }: Sealed): Row {
  const { id, revision, ownDevice, changedAt } = record.draft
  const { state } = record
  return {
    id,
    state,
    revision,
    ownDevice,
    changedAt,
    ...(state === 'waiting' && { queuedAt: record.queuedAt }),
    iv,
    data,
  }
}

interface Write {
  readonly id: string
  readonly expected: number | undefined
  readonly row: Row | undefined
  readonly keyId?: string
}

/** One transaction, which waits for nothing but the store. */
async function write(open: OpenDatabase, { id, expected, row, keyId }: Write): Promise<boolean> {
  const change = open.transaction(['record', 'outbox', 'meta'], 'readwrite', strict)
  const records = change.objectStore('record')
  const outbox = change.objectStore('outbox')
  const held = await records.get(id)
  // A row locked with a key that is no longer in the store could never be read again.
  const keyIsHere = !keyId || (await change.objectStore('meta').get('key'))?.id === keyId
  const goesAhead = held?.revision === expected && keyIsHere
  const steps: Promise<unknown>[] = []
  if (goesAhead) {
    steps.push(row ? records.put(row) : records.delete(id))
    steps.push(row?.queuedAt ? outbox.put({ id, queuedAt: row.queuedAt }) : outbox.delete(id))
  }
  await Promise.all([...steps, change.done])
  return goesAhead
}

/** What "saved" rests on: the same bytes, or a later revision that somebody could only have built on them, or their removal. */
async function readBack(open: OpenDatabase, id: string, row: Row | undefined): Promise<void> {
  const found = await open.get('record', id)
  const isHere = row
    ? found && (found.revision > row.revision || String(found.iv) === String(row.iv))
    : !found
  if (!isHere) throw new StorageFailed('unavailable')
}
