import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { configOfThisProcess } from '../config.ts'
import { systemClock, systemRandom } from '../context.ts'
import { startJobRunner } from '../db/jobs/job-runner.ts'
import { createLog } from '../log.ts'
import { slowlyCount } from './slow-task.ts'

/** A server that only does jobs, so that it can be killed while it does one. */
const runner = startJobRunner({
  connection: { connectionString: configOfThisProcess().databaseUrl },
  tasks: [
    slowlyCount(async (trx, n) => {
      await pause(60)
      await sql`insert into effect (n, pid) values (${n}, ${process.pid})`.execute(trx)
      await pause(60)
    }),
  ],
  now: systemClock,
  random: systemRandom,
  log: createLog('info'),
})
process.stdout.write('Takepart is running at http://localhost:1\n')
process.on('SIGTERM', () => void runner.stop().then(() => process.exit(0)))
