import pg from 'pg'
import type { Log } from '../log.ts'

/** A connection that hears what other servers tell through PostgreSQL. */
export interface Hearing {
  /** True while nothing can be missed. */
  readonly hears: () => boolean
  stop(): Promise<void>
}

/** Called with what was told; without anything when something may have been missed, as after a lost connection. */
export type OnNotice = (payload?: string) => void

/** Hears one channel on a connection of its own, which is made again within 2 s whenever it is lost. */
export function hearNotices(
  connection: pg.ClientConfig,
  { channel, onNotice, log }: { channel: string; onNotice: OnNotice; log: Log },
): Hearing {
  let client: pg.Client | undefined
  let hears = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const lost = (broken: pg.Client): void => {
    if (client !== broken) return
    client = undefined
    hears = false
    void broken.end().catch(() => undefined)
    if (!stopped) timer = setTimeout(() => void connect(), 1000)
  }
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      ...connection,
      keepAlive: true,
      connectionTimeoutMillis: 1000,
      application_name: 'takepart hearing',
    })
    client = fresh
    fresh.on('error', () => lost(fresh)).on('end', () => lost(fresh))
    fresh.on('notification', ({ payload }) => onNotice(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
      hears = true
      onNotice()
    } catch (cause) {
      log.debug({ err: cause }, 'Other servers cannot be heard')
      lost(fresh)
    }
  }
  void connect()
  return {
    hears: () => hears,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
