import { join } from 'node:path'
import { tracked } from '@trpc/server'
import { configOfThisProcess } from '../config.ts'
import { systemClock, systemRandom } from '../context.ts'
import { createLog } from '../log.ts'
import { startServer } from '../start-server.ts'
import { procedureWith, router } from '../trpc.ts'

/** A server whose only procedure tells what happens in a topic; as a program of its own, so that it can be killed. */
const liveRouter = router({
  happenings: procedureWith({ who: 'anyone', limits: [], whenUsedUp: 'retry-later' })
    .input((input) => input as { topic: string; lastEventId?: string })
    .subscription(async function* ({ ctx, input, signal = new AbortController().signal }) {
      const after = Number(input.lastEventId ?? 0)
      for await (const event of ctx.live.follow(input.topic, { after, signal }))
        yield tracked(String(event.sequence), event)
    }),
})

export type LiveRouter = typeof liveRouter

const { address, stop } = await startServer({
  config: configOfThisProcess(),
  log: createLog('info'),
  now: systemClock,
  random: systemRandom,
  clientFolder: join(import.meta.dirname, '../../client/dist'),
  sampleFolder: '',
  router: liveRouter,
})
process.stdout.write(`Takepart is running at ${address}\n`)
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
