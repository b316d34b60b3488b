import { Socket } from 'node:net'
import pg from 'pg'
import type { Log } from '../log.ts'

/** A connection that hears what other servers tell through PostgreSQL. */
export interface Hearing {
  /** True while nothing can be missed: what was told more than about 10 s ago has been heard. */
  readonly hears: () => boolean
  stop(): Promise<void>
}

/** Called with what was told; without anything when something may have been missed, as after a lost connection. */
export type OnNotice = (payload?: string) => void

export interface HearOptions {
  readonly channel: string
  readonly onNotice: OnNotice
  readonly log: Log
  /** How often it is proved that notices arrive; a proof must have come before the next is asked for. */
  readonly beatEveryMs?: number
}

const reconnectMs = 1000
const answerMs = 2000
const lastWordMs = 500

/**
 * Hears one channel on a connection of its own, which is made again within 2 s whenever it is lost. A connection can be
 * lost without either end being told (a firewall that forgot it, a machine that is gone), so it is made to prove itself:
 * this server sends itself a notice, and if that does not come it is deaf and connects anew.
 */
export function hearNotices(connection: pg.ClientConfig, options: HearOptions): Hearing {
  const { channel, onNotice, log, beatEveryMs = 5000 } = options
  let current: Line | undefined
  let hears = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const lost = (line: Line): void => {
    if (current !== line) return
    current = undefined
    hears = false
    line.cut()
    if (!stopped) timer = setTimeout(() => void connect(), reconnectMs)
  }
  const connect = async (): Promise<void> => {
    const line = openLine(connection, { onLost: () => lost(line) })
    current = line
    try {
      await line.hear(channel, (payload) => onNotice(payload ?? ''))
      await line.beat(beatEveryMs)
      hears = true
      onNotice()
    } catch (cause) {
      log.debug({ err: cause }, 'Other servers cannot be heard')
      lost(line)
    }
  }
  void connect()
  return {
    hears: () => hears,
    stop: async () => {
      stopped = true
      hears = false
      clearTimeout(timer)
      await current?.end()
    },
  }
}

/** One connection that listens, for as long as it lasts. */
interface Line {
  hear(channel: string, onNotice: (payload: string | undefined) => void): Promise<void>
  /** Proves again and again that notices come; tells `onLost` when one does not. */
  beat(everyMs: number): Promise<void>
  /** Ends it at once, whatever the other end thinks of it. */
  cut(): void
  /** Ends it in good order. */
  end(): Promise<void>
}

function openLine(connection: pg.ClientConfig, { onLost }: { readonly onLost: () => void }): Line {
  const socket = new Socket()
  const client = new pg.Client({
    ...connection,
    stream: () => socket,
    keepAlive: true,
    connectionTimeoutMillis: 1000,
    query_timeout: answerMs,
    application_name: 'takepart hearing',
  })
  let beating: NodeJS.Timeout | undefined
  const connected = client.connect()
  connected.catch(() => undefined)
  client.on('error', onLost).on('end', onLost)
  const hear: Line['hear'] = async (channel, onNotice) => {
    await connected
    client.on('notification', (notice) => {
      if (notice.channel === channel) onNotice(notice.payload)
    })
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
  }
  return {
    hear,
    beat: async (everyMs) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      const echo = `takepart_echo_${rows[0]?.pid}`
      let heard = true
      await hear(echo, () => {
        heard = true
      })
      beating = setInterval(() => {
        if (!heard) return onLost()
        heard = false
        client.query('select pg_notify($1, $2)', [echo, '']).catch(onLost)
      }, everyMs)
    },
    cut: () => {
      clearInterval(beating)
      socket.destroy()
    },
    end: async () => {
      clearInterval(beating)
      // The other end may be gone without a word, and would never say that it has ended.
      setTimeout(() => socket.destroy(), lastWordMs).unref()
      await client.end().catch(() => undefined)
    },
  }
}
