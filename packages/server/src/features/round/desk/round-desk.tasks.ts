import { noPayload, repeatableTask } from '../../../db/jobs/task.ts'
import { publishDueRounds } from './publish-signed-round.ts'

/**
 * Publishes signed rounds when they open. Done twice, or by two servers at once, it finds nothing that waits; every minute it
 * also finds what was due while no server ran.
 */
export const publishDueRoundsTask = repeatableTask({
  name: 'publish-due-rounds',
  cron: '* * * * *',
  read: noPayload,
  run: async ({ db, now }) => void (await publishDueRounds(db, now())),
})
