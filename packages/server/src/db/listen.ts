import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'

/** A connection of its own on which PostgreSQL tells what other processes notify. */
export interface Listening {
  /** False while the connection is away: something may have been said and not been heard. */
  hears(): boolean
  close(): Promise<void>
}

export interface ListenOptions {
  readonly connection: pg.ClientConfig
  /** A channel of our own naming, never of a request's. */
  readonly channel: string
  /** Called for each notification, and each time the connection is made: what was said before it was not heard. */
  readonly onNews: () => void
  readonly log: Log
}

const longestWait = 5000
/** A connection that is cut without a word is noticed by asking. */
const askEvery = 10_000

/** Listens until `close`, through restarts of the database. Resolves at once; `hears` tells when the connection is there. */
export function listen(options: ListenOptions): Listening {
  const ending = new AbortController()
  let current: pg.Client | undefined
  const work = keepListening(options, ending.signal, (client) => { current = client })
  return {
    hears: () => current !== undefined,
    close: async () => {
      ending.abort()
      await work
    },
  }
}

async function keepListening(options: ListenOptions, ending: AbortSignal, hold: (client: pg.Client | undefined) => void): Promise<void> {
  for (let wait = 50; !ending.aborted; wait = Math.min(wait * 2, longestWait)) {
    const client = new pg.Client({ ...options.connection, connectionTimeoutMillis: 3000, keepAlive: true, application_name: 'takepart news' })
    try {
      const lost = lossOf(client, ending)
      await client.connect()
      client.on('notification', options.onNews)
      await client.query(`listen ${client.escapeIdentifier(options.channel)}`)
      hold(client)
      options.onNews()
      wait = 50
      await lost
    } catch (cause) {
      options.log.warn({ err: cause }, 'The connection for news from the database could not be made')
    }
    hold(undefined)
    await client.end().catch(() => undefined)
    await pause(wait, undefined, { signal: ending }).catch(() => undefined)
  }
}

/** Settles when the connection is lost, or is no longer wanted. */
function lossOf(client: pg.Client, ending: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    const ask = setInterval(() => client.query({ text: 'select 1', query_timeout: 4000 } as pg.QueryConfig).catch(done), askEvery)
    function done(): void {
      clearInterval(ask)
      ending.removeEventListener('abort', done)
      settle()
    }
    // The listeners stay: an error that nobody listens to would end the process.
    client.on('error', done).on('end', done)
    ending.addEventListener('abort', done)
    if (ending.aborted) done()
  })
}
