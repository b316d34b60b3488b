import { databaseName, storagePatience } from './database.ts'
import { within } from './storage-failed.ts'
import { tellCleared } from './tabs.ts'

/** What a device may still hold: records and their key, pages kept for reading, the worker, settings. */
export type LeftBehind = 'drafts' | 'pages' | 'worker' | 'settings'

/**
 * Removes everything this website keeps in the browser, also without a connection, and answers what could not be
 * removed: nothing, when "Nothing is left on this computer" may be said (P8). Safe to call again.
 *
 * Afterwards this page keeps nothing any more: go on with a full page load, not within the app.
 */
export async function clearDevice(): Promise<readonly LeftBehind[]> {
  // Every tab closes its connection for good: one that opened it again would leave a new, empty database behind.
  tellCleared()
  const steps: readonly [LeftBehind, () => Promise<boolean>][] = [
    ['drafts', clearDatabases],
    // The worker first: while it works it may keep another page.
    ['worker', clearWorkers],
    ['pages', clearCaches],
    ['settings', clearStorage],
  ]
  const left: LeftBehind[] = []
  for (const [kind, clear] of steps) {
    if (!(await isCleared(clear))) left.push(kind)
  }
  return left
}

async function isCleared(clear: () => Promise<boolean>): Promise<boolean> {
  try {
    return await within(storagePatience * 2, clear())
  } catch {
    // Whatever the reason, it was not seen to be gone, and that is what is said.
    return false
  }
}

async function clearDatabases(): Promise<boolean> {
  // Where storage is turned off for this site there is none, and asking throws.
  if (typeof indexedDB === 'undefined') return true
  // Firefox only lists databases since release 126.
  const names = indexedDB.databases
    ? (await indexedDB.databases()).map(({ name }) => name ?? '')
    : [databaseName]
  // Emptied first: a tab that is asleep can hold up the deletion, which then happens when that tab wakes or closes.
  await Promise.all(names.map(emptyDatabase))
  await within(
    storagePatience,
    Promise.all(names.map((name) => result(indexedDB.deleteDatabase(name)))),
  ).catch(() => undefined)
  return true
}

const result = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Removes every row, and looks whether they are gone. A database that is not there is not made. */
async function emptyDatabase(name: string): Promise<void> {
  const request = indexedDB.open(name)
  let isNew = false
  request.onupgradeneeded = () => {
    isNew = true
    request.transaction?.abort()
  }
  const open = await result(request).catch((error: unknown) => {
    if (!isNew) throw error
  })
  if (!open) return
  try {
    for (const store of open.objectStoreNames) {
      const rows = open.transaction(store, 'readwrite', { durability: 'strict' }).objectStore(store)
      await result(rows.clear())
      if ((await result(rows.count())) > 0) throw new Error(`${name} is not empty`)
    }
  } finally {
    open.close()
  }
}

async function clearWorkers(): Promise<boolean> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? []
  return (await Promise.all(registrations.map((registration) => registration.unregister()))).every(
    Boolean,
  )
}

async function clearCaches(): Promise<boolean> {
  if (typeof caches === 'undefined') return true
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
  return (await caches.keys()).length === 0
}

async function clearStorage(): Promise<boolean> {
  localStorage.clear()
  sessionStorage.clear()
  return localStorage.length + sessionStorage.length === 0
}
