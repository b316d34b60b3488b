import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import { publishDue } from './publish-due.ts'

/**
 * Publishes what was signed when its time comes. Done twice, or by two servers at once, it finds nothing that waits; every
 * minute it also finds what was due while no server ran.
 */
export const publishDueTask = repeatableTask({
  name: 'publish-due',
  cron: '* * * * *',
  read: noPayload,
  run: async ({ db, now }) => void (await publishDue(db, now())),
})
