import type { AnyRouter } from '@trpc/server'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Config, Limits } from '../config.ts'
import { systemRandom, withoutAccounts, type ResolveActor } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { PagesDeps } from '../http/app-deps.ts'
import { buildApp } from '../http/app.ts'
import { createLimiter } from '../features/rate-limit/rate-limit.ts'
import { createLog } from '../log.ts'
import { whileOpen } from './sample-response.ts'
import { testConfig } from './test-context.ts'

export interface CallAppOptions {
  readonly database: Database
  readonly limits?: Partial<Limits>
  readonly config?: Partial<Config>
  /** Collects the lines of the log. */
  readonly lines?: string[]
  readonly router?: AnyRouter
  readonly resolveActor?: ResolveActor
  readonly addPages?: (app: FastifyInstance, deps: PagesDeps) => Promise<void>
}

/** The whole HTTP side over a test database, with pages only where a test adds its own. */
export async function callApp({
  database,
  limits,
  config,
  lines,
  resolveActor = withoutAccounts,
  router,
  addPages,
}: CallAppOptions): Promise<FastifyInstance> {
  const log = lines
    ? createLog('debug', { write: (line) => void lines.push(line) })
    : createLog('silent')
  const settings = testConfig(limits, config)
  const now = (): Date => whileOpen
  const limiter = createLimiter(settings.limits, {
    now,
    ledger: async () => [],
    nameInTable: (budget) => budget,
  })
  return buildApp(
    {
      config: settings,
      database,
      limiter,
      log,
      now,
      random: systemRandom,
      resolveActor,
      ...(router ? { router } : {}),
    },
    async (app, deps) => {
      await addPages?.(app, deps)
      return {}
    },
  )
}

/** A call as our own client makes it. */
export const callOf = (
  path: string,
  input: unknown,
  headers: Record<string, string> = {},
): InjectOptions => ({
  method: 'POST',
  url: `/trpc/${path}`,
  payload: typeof input === 'string' ? input : JSON.stringify(input),
  headers: { 'content-type': 'application/json', 'x-takepart': '1', ...headers },
})
