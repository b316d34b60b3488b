import type { FileToSend, KeptFiles } from '@takepart/shared/domain/authoring/import/import-file'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { storagePatience, strict } from './database.ts'
import { within } from './storage-failed.ts'

/**
 * A file that a member of staff brings to a consultation, on this device until the server has all of it. A database of its
 * own beside the one for edits, so that neither waits for the other. It is taken away when somebody signs out.
 */
interface Schema extends DBSchema {
  file: { key: string; value: FileToSend; indexes: { 'by-draft': string } }
}

export const deskFilesName = 'takepart-desk-files'

/** Where the database does not open, or has no room, a file is not kept, and the page says so. */
export function createDeskFiles(name = deskFilesName): KeptFiles {
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
    (opening ??= openDB<Schema>(name, 1, {
      upgrade: (open) =>
        void open.createObjectStore('file', { keyPath: 'id' }).createIndex('by-draft', 'draft'),
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
    put: async (file) =>
      (await attempt(async (open) => {
        const transaction = open.transaction('file', 'readwrite', strict)
        await transaction.store.put(file)
        await transaction.done
        return (await open.get('file', file.id))?.file.size === file.file.size
      })) === true,
    find: async (draft) =>
      (await attempt((open) => open.getAllFromIndex('file', 'by-draft', draft)))?.at(-1),
    remove: async (id) => {
      await attempt((open) => open.delete('file', id))
    },
    clear: async () => {
      await attempt((open) => open.clear('file'))
    },
  }
}
