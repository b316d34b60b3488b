import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import { eraseOldRequests } from './erase-requests.ts'

export const supportRequestTasks = [
  /** Four times a day. Done twice, it finds nothing left to erase. */
  repeatableTask({
    name: 'erase-old-requests',
    cron: '0 */6 * * *',
    read: noPayload,
    run: async ({ db, now }) => void (await eraseOldRequests(db, now())),
  }),
] as const
