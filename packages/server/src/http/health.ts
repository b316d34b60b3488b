import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { pingDatabase } from './health.queries.ts'
import type { AppDeps } from './app-deps.ts'

const longestMs = 2000

/**
 * `/health/live`: the process answers. `/health/ready`: it can take work, which needs the database within 2 s and
 * no shutdown under way; otherwise 503, and a load balancer sends people elsewhere.
 */
export function registerHealth(
  app: FastifyInstance,
  { database, isStopping }: Pick<AppDeps, 'database'> & { readonly isStopping: () => boolean },
): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const ready = !isStopping() && (await answers(database))
    if (!ready) void reply.status(503).header('retry-after', '2')
    return { status: ready ? 'ready' : 'not ready' }
  })
}

const answers = async (database: AppDeps['database']): Promise<boolean> =>
  Promise.race([
    pingDatabase(database.pages).then(
      () => true,
      () => false,
    ),
    pause(longestMs, false, { ref: false }),
  ])
