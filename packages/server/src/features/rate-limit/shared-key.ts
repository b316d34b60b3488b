import { createHmac } from 'node:crypto'
import type { Hearing, OnNotice } from '../../db/hear-notices.ts'

/** A key that all servers have and that is written nowhere. It exists as long as one of them runs. */
export interface SharedKey {
  /** The name under which something is known to all servers today, and to nobody who only sees the name. */
  nameOf(what: string): string
  stop(): Promise<void>
}

export interface SharedKeyParts {
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** Hears what other servers tell. */
  readonly hear: (onNotice: OnNotice) => Pick<Hearing, 'stop'>
  /** Tells all servers, this one too. */
  readonly tell: (message: string) => Promise<void>
  /** How long a new server waits for a key before it makes do with its own. */
  readonly settleMs?: number
}

const keyBytes = 32
const asking = 'ask'
const keyMessage = /^key ([A-Za-z0-9_-]{43})$/
const dayMs = 24 * 3_600_000

/**
 * Agrees on a key with the other servers. A server that starts asks for the key and takes the first that it is told. If
 * it hears none it keeps the one it made and tells that; when two were made at the same time, the smaller one wins. The
 * key goes from server to server by NOTIFY, which PostgreSQL keeps out of tables, the write-ahead log and backups.
 * Names change every day, so that what was noted on one day cannot be compared with another.
 */
export function createSharedKey(parts: SharedKeyParts): SharedKey {
  const { now, random, hear, tell, settleMs = 2000 } = parts
  let key = Buffer.from(random(keyBytes)).toString('base64url')
  let settled = false
  const say = (message: string): void => {
    // Servers that cannot be told count by themselves, which is all that a lost message costs.
    tell(message).catch(() => undefined)
  }
  const take = (told: string): void => {
    if (!settled || told < key) key = told
    settled = true
  }
  const hearing = hear((message) => {
    // No message: the connection was made, for the first time or again. Keys may have been told meanwhile.
    if (message === undefined) return say(asking)
    if (message === asking) return settled ? say(`key ${key}`) : undefined
    const told = keyMessage.exec(message)?.[1]
    if (told !== undefined) take(told)
  })
  const settling = setTimeout(() => {
    if (settled) return
    settled = true
    say(`key ${key}`)
  }, settleMs)
  settling.unref()
  return {
    nameOf: (what) => {
      const day = Math.floor(now().getTime() / dayMs)
      return createHmac('sha256', key).update(`${day} ${what}`).digest('base64url')
    },
    stop: () => {
      clearTimeout(settling)
      return hearing.stop()
    },
  }
}
