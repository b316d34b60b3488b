import { strict, type Database, type DeviceKey, type OpenDatabase } from './database.ts'
import { onceAllowed } from '../app/if-allowed.ts'
import { asStorageFailed } from './storage-failed.ts'
import type { Tabs } from './tabs.ts'

/**
 * Locks and unlocks what is kept. On somebody's own device the key lies in the store and cannot be read out of the
 * browser. On a shared one it is kept in `sessionStorage`, so that closing the tabs makes the words unreadable.
 */
export interface Vault {
  seal(content: unknown, ownDevice: boolean): Promise<Sealed>
  /** The content, or undefined when the key to it is not here. */
  unseal(sealed: Pick<Sealed, 'iv' | 'data'>, ownDevice: boolean): Promise<unknown>
  /** True when no other tab can still read the drafts of a session whose key this tab does not have. */
  sessionIsOver(): Promise<boolean>
}

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
  /** The device key used; absent for a session's. It must still be in the store when the row is written. */
  readonly keyId?: string
}

interface VaultParts {
  readonly database: Database
  readonly tabs: Tabs
  readonly newId: () => string
  readonly random: (bytes: number) => Uint8Array
}

/** What the names begin with under which words are left by a page that goes (last-words.ts). */
export const leftItem = 'takepart-last-words:'

const algorithm = 'AES-GCM'
const sessionItem = 'takepart-session-key'
const sessionLock = 'takepart-session'
/** How long another tab may take to hand over the session's key, in milliseconds. */
const tabPatience = 250

/** The session's own storage, which throws where a browser has switched storage off. */
function session<Value>(use: (storage: Storage) => Value): Value {
  try {
    return use(sessionStorage)
  } catch (error) {
    throw asStorageFailed(error)
  }
}

/** Bytes as text, piece by piece: a function takes only so many arguments. */
export function toText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
export const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

export function createVault(parts: VaultParts): Vault {
  const deviceKey = createDeviceKey(parts)
  const sessionKey = createSessionKey(parts)

  return {
    async seal(content, ownDevice) {
      const held = ownDevice ? await deviceKey() : { key: await sessionKey.make(), id: undefined }
      const iv = new Uint8Array(parts.random(12))
      const bytes = new TextEncoder().encode(JSON.stringify(content))
      return {
        iv,
        data: await crypto.subtle.encrypt({ name: algorithm, iv }, held.key, bytes),
        keyId: held.id,
      }
    },
    async unseal({ iv, data }, ownDevice) {
      const key = ownDevice ? (await deviceKey()).key : await sessionKey.find()
      if (!key) return undefined
      try {
        return JSON.parse(
          new TextDecoder().decode(await crypto.subtle.decrypt({ name: algorithm, iv }, key, data)),
        )
      } catch (error) {
        // What WebCrypto throws for a key that does not fit, and for nothing else.
        if (error instanceof DOMException && error.name === 'OperationError') return undefined
        throw error
      }
    },
    sessionIsOver: sessionKey.isOver,
  }
}

/** The key of the open connection's store: a store that was deleted and made again has another one. */
function createDeviceKey({ database, newId }: VaultParts): () => Promise<DeviceKey> {
  const keys = new WeakMap<OpenDatabase, DeviceKey>()
  const load = async (open: OpenDatabase): Promise<DeviceKey> => {
    const held = keys.get(open) ?? (await open.get('meta', 'key'))
    if (held) return held
    // Made before the transaction: a transaction that waits for anything else would close.
    const key = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    const made = { id: newId(), key }
    const change = open.transaction('meta', 'readwrite', strict)
    const other = await change.store.get('key')
    if (!other) await change.store.put(made, 'key')
    await change.done
    return other ?? made
  }
  return () =>
    database.run(async (open) => {
      const key = await load(open)
      keys.set(open, key)
      return key
    })
}

function createSessionKey({ tabs, random }: VaultParts) {
  let alive = false

  /** Held for as long as this tab can read the session's drafts, so that no new tab takes them for left behind. */
  const stayAlive = (): void => {
    if (alive) return
    alive = true
    void onceAllowed(async () =>
      navigator.locks?.request(sessionLock, { mode: 'shared' }, () => new Promise(() => undefined)),
    )
  }
  const ask = (): Promise<string | null> =>
    new Promise((resolve) => {
      const stop = tabs.listen((message) => {
        if ('sessionKey' in message) answer(message.sessionKey)
      })
      const timer = setTimeout(() => answer(null), tabPatience)
      const answer = (text: string | null): void => {
        clearTimeout(timer)
        stop()
        resolve(text)
      }
      tabs.tell({ wanted: 'session-key' })
    })
  const use = (text: string): Promise<CryptoKey> => {
    session((storage) => storage.setItem(sessionItem, text))
    stayAlive()
    return crypto.subtle.importKey('raw', toBytes(text), algorithm, false, ['encrypt', 'decrypt'])
  }
  const held = (): string | null => session((storage) => storage.getItem(sessionItem))
  const find = async (): Promise<CryptoKey | undefined> => {
    const text = held() ?? (await ask())
    return text ? use(text) : undefined
  }

  tabs.listen((message) => {
    // A tab without a key of its own has nothing to hand over or to forget.
    const text = alive && held()
    if (text && 'wanted' in message) tabs.tell({ sessionKey: text })
    if (text && 'cleared' in message) session((storage) => storage.clear())
  })

  return {
    find,
    make: async () => (await find()) ?? use(held() ?? toText(random(32))),
    isOver: async (): Promise<boolean> => {
      // Without locks nobody can tell whether another tab is alive: then nothing counts as left behind.
      const { locks } = navigator as Partial<Navigator>
      const isFree =
        locks && (() => locks.request(sessionLock, { ifAvailable: true }, (lock) => lock !== null))
      return (isFree && (await onceAllowed(isFree))) ?? false
    },
  }
}
