import { readConfig, type Config, type Limits } from '../config.ts'
import { systemRandom, type CallContext } from '../context.ts'
import { nobody } from '@takepart/shared/domain/account/actor'
import { appRouter } from '../app-router.ts'
import { createLiveEvents } from '../db/live/live-events.ts'
import { createVersionCache } from '../features/response/version-cache.ts'
import { createLimiter } from '../features/rate-limit/rate-limit.ts'
import { createCallerFactory } from '../trpc.ts'
import { whileOpen } from './sample-response.ts'
import type { TestDatabase } from './test-database.ts'

/** The settings nobody has changed, but for the limits given. */
export const testConfig = (limits: Partial<Limits> = {}, changes: Partial<Config> = {}): Config => {
  const config = readConfig({ TAKEPART_DATA: '/tmp/takepart-core/none', TAKEPART_SAMPLE: 'none' })
  return { ...config, ...changes, limits: { ...config.limits, ...limits } }
}

/** A context whose clock stands where it is put. */
export interface TestContext extends CallContext {
  setClock(time: Date): void
  /** What the answers of calls carried besides, by name. */
  readonly answered: Map<string, string>
}

export function testContext(
  database: TestDatabase,
  changes: Partial<CallContext> = {},
): TestContext {
  let time = whileOpen
  const answered = new Map<string, string>()
  const now = (): Date => time
  return {
    db: database.calls,
    now,
    random: systemRandom,
    live: createLiveEvents({ db: database.pages, hear: database.hear }),
    actor: nobody,
    beginStream: () => undefined,
    versions: createVersionCache(),
    network: '192.0.2.0/24',
    edge: {
      publicOrigin: undefined,
      userAgent: undefined,
      sendsMail: false,
      hasProvider: false,
      setHeader: (name, value) => void answered.set(name, value),
    },
    answered,
    reference: () => 'TESTTESTTE',
    limiter: createLimiter(testConfig().limits, {
      now,
      ledger: async () => [],
      nameInTable: (budget) => budget,
    }),
    ...changes,
    setClock: (moved) => {
      time = moved
    },
  }
}

/** Calls the procedures without HTTP. */
export const callerFor = (context: CallContext) => createCallerFactory(appRouter)(context)
