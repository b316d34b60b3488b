import type { AddressInfo } from 'node:net'
import type { AnyRouter } from '@trpc/server'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import type { Config } from './config.ts'
import { openDatabase, type Database } from './db/database.ts'
import { startJobRunner } from './db/jobs/job-runner.ts'
import { loadSamples } from './load-samples.ts'
import { makeFirstLink } from './features/account/make-invitation.ts'
import { pathOfInvitation } from './features/account/mail-invitation.ts'
import { signInParts } from './features/account/provider/sign-in-parts.ts'
import { buildApp } from './http/app.ts'
import { limitsChannel, tableLedger, tellLimits } from './features/rate-limit/rate-limit.queries.ts'
import { createLimiter, type Limiter } from './features/rate-limit/rate-limit.ts'
import { createSharedKey } from './features/rate-limit/shared-key.ts'
import { smtpTransport } from './features/notification/mail-transport.ts'
import type { Mailing } from './features/notification/notification.tasks.ts'
import { tasksWith } from './jobs.ts'
import type { Log } from './log.ts'

export interface ServerOptions {
  readonly config: Config
  readonly log: Log
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** The folder that the client was built to. Absent: pages have no styles and no script. */
  readonly clientFolder?: string
  /** The folder of the sample, where settings ask for one. */
  readonly sampleFolder: string
  /** The procedures that can be called; other ones than the app's only in tests. */
  readonly router?: AnyRouter
}

/** A server at work. */
export interface RunningServer {
  /** Where people reach it on this machine. */
  readonly address: string
  readonly database: Database
  /** The path at which the first member of staff joins; absent once anybody works here. */
  readonly firstLink?: string
  /** Finishes what is under way, at most 10 s, then closes the database. */
  stop(): Promise<void>
}

const longestFinishMs = 10_000
const exchangeEveryMs = 1000

/** Database, sample, HTTP, in this order. When one fails, what was started before it is stopped and the failure thrown. */
export async function startServer({
  config,
  log,
  now,
  random,
  clientFolder,
  sampleFolder,
  router,
}: ServerOptions): Promise<RunningServer> {
  const database = await openDatabase({ config, log, now: now() })
  try {
    if (config.sample === 'fictional')
      await database.withPatience((db) => loadSamples(db, { folder: sampleFolder, now: now() }))
    const sharedKey = createSharedKey({
      now,
      random,
      hear: (onNotice) => database.hear(limitsChannel, onNotice),
      tell: (message) => tellLimits(database.pages, message),
    })
    const limiter = createLimiter(config.limits, {
      now,
      ledger: tableLedger(database.pages),
      nameInTable: sharedKey.nameOf,
    })
    const account = { db: database.calls, now, random }
    const app = await buildApp({
      config,
      database,
      limiter,
      log,
      now,
      random,
      ...signInParts(account, config.oidc),
      ...(clientFolder ? { clientFolder } : {}),
      ...(router ? { router } : {}),
    })
    const link = await makeFirstLink(account)
    await app.listen({ port: config.port, host: config.host })
    const { port } = app.server.address() as AddressInfo
    const stopExchanging = exchangeRegularly(limiter, log)
    const address = `http://${['127.0.0.1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host}:${port}`
    const mailing = mailingOf(config, address, pathOfInvitation(account))
    const tasks = tasksWith(mailing)
    const jobs = startJobRunner({ connection: database.connection, tasks, now, random, log })
    return {
      address,
      database,
      ...(link ? { firstLink: deskPaths.join(link.token) } : {}),
      stop: async () => {
        stopExchanging()
        await sharedKey.stop()
        // A connection whose last request was under way when this began is kept open by its client, who will not use it again.
        const sweeping = setInterval(() => app.server.closeIdleConnections(), 50)
        const late = setTimeout(() => app.server.closeAllConnections(), longestFinishMs)
        await Promise.all([app.close(), jobs.stop()])
        mailing?.transport.close()
        clearInterval(sweeping)
        clearTimeout(late)
        await database.close()
      },
    }
  } catch (cause) {
    await database.close()
    throw cause
  }
}

/** Links in mail lead to the public address; on a machine without one, to this server. */
function mailingOf(
  { smtp, publicOrigin }: Config,
  address: string,
  secretPathOf: Mailing['secretPathOf'],
): Mailing | undefined {
  if (smtp === undefined) return undefined
  return {
    transport: smtpTransport(smtp),
    origin: publicOrigin ?? address,
    secretPathOf,
  }
}

/**
 * Every second, on each server, what it holds in memory: so not a job, of which one server does each. Away from the
 * database budgets are kept by each server alone; nobody is refused for that.
 */
function exchangeRegularly(limiter: Limiter, log: Log): () => void {
  let running = false
  const timer = setInterval(() => {
    if (running) return
    running = true
    limiter
      .exchange()
      .catch((cause: unknown) => log.debug({ err: cause }, 'Limits could not be exchanged'))
      .finally(() => {
        running = false
      })
  }, exchangeEveryMs)
  return () => clearInterval(timer)
}
