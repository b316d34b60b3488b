import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Config } from './config.ts'
import { openDatabase, type Database } from './db/database.ts'
import { loadSample } from './features/consultation/load-sample.ts'
import { buildApp } from './http/app.ts'
import { tableLedger } from './http/rate-limit.queries.ts'
import { createLimiter, type Limiter } from './http/rate-limit.ts'
import type { Log } from './log.ts'

export interface ServerOptions {
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** The folder that the client was built to. Absent: pages have no styles and no script. */
  readonly clientFolder?: string
}

/** A server at work. */
export interface RunningServer {
  /** Where people reach it on this machine. */
  readonly address: string
  readonly database: Database
  /** Finishes what is under way, at most 10 s, then closes the database. */
  stop(): Promise<void>
}

/** A folder by where it lies from the built server. */
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const longestFinishMs = 10_000
const exchangeEveryMs = 1000

/** Database, sample, HTTP, in this order. When one fails, what was started before it is stopped and the failure thrown. */
export async function startServer({ config, log, now, random, clientFolder }: ServerOptions): Promise<RunningServer> {
  const database = await openDatabase({ config, log, now: now() })
  try {
    if (config.sample === 'fictional') await loadSample(database.calls, { folder: beside('../sample'), now: now() })
    const limiter = createLimiter(config.limits, { now, ledger: tableLedger(database.pages) })
    const app = await buildApp({ config, database, limiter, log, now, random, clientFolder: beside('../../client/dist') })
    await app.listen({ port: config.port, host: config.host })
    const { port } = app.server.address() as AddressInfo
    const stopExchanging = exchangeRegularly(limiter, log)
    return {
      address: `http://${['127.0.0.1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host}:${port}`,
      database,
      stop: async () => {
        stopExchanging()
        const late = setTimeout(() => app.server.closeAllConnections(), longestFinishMs)
        await app.close()
        clearTimeout(late)
        await database.close()
      },
    }
  } catch (cause) {
    await database.close()
    throw cause
  }
}

/** Away from the database budgets are kept by each server alone; nobody is refused for that. */
function exchangeRegularly(limiter: Limiter, log: Log): () => void {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    limiter.exchange()
      .catch((cause: unknown) => log.debug({ err: cause }, 'Limits could not be exchanged'))
      .finally(() => { running = false })
  }, exchangeEveryMs)
  return () => clearInterval(timer)
}
