import type { KeptEdit, KeptEdits } from '@takepart/shared/domain/authoring/draft/sent-edit'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { storagePatience, strict } from './database.ts'
import { within } from './storage-failed.ts'

/**
 * What a member of staff wrote and the server has not received, on this device. A database of its own: a respondent's is
 * opened by every page, and this one only at the desk. It is taken away when somebody signs out.
 */
interface Schema extends DBSchema {
  edit: { key: string; value: KeptEdit; indexes: { 'by-draft': [draft: string, order: number] } }
}

export const deskDatabaseName = 'takepart-desk'
const schemaVersion = 1

/** Edits are kept only where the database opens: an older or newer build, or a full disk, says so by `false` and loses nothing else. */
export function createDeskEdits(name = deskDatabaseName, version = schemaVersion): KeptEdits {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  const drop = (): void => {
    const connection = opening
    opening = undefined
    connection?.then(
      (open) => open.close(),
      () => undefined,
    )
  }
  const connect = (): Promise<IDBPDatabase<Schema>> =>
    (opening ??= openDB<Schema>(name, version, {
      upgrade: (open) =>
        void open
          .createObjectStore('edit', { keyPath: 'id' })
          .createIndex('by-draft', ['draft', 'order']),
      // A newer build in another tab waits for this connection.
      blocking: drop,
      terminated: drop,
    }))
  const attempt = async <Value>(
    work: (open: IDBPDatabase<Schema>) => Promise<Value>,
  ): Promise<Value | undefined> => {
    try {
      return await within(storagePatience, connect().then(work))
    } catch (error) {
      drop()
      if (error instanceof Error) return undefined
      throw error
    }
  }
  return {
    put: async (edit) =>
      (await attempt(async (open) => {
        const transaction = open.transaction('edit', 'readwrite', strict)
        await transaction.store.put(edit)
        await transaction.done
        return (await open.get('edit', edit.id)) !== undefined
      })) === true,
    remove: async (id) => {
      await attempt((open) => open.delete('edit', id))
    },
    list: async (draft) =>
      (await attempt((open) =>
        open.getAllFromIndex(
          'edit',
          'by-draft',
          IDBKeyRange.bound([draft, -Infinity], [draft, Infinity]),
        ),
      )) ?? [],
    clear: async () => {
      await attempt((open) => open.clear('edit'))
    },
  }
}
