import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import { lookAfterConcerns } from './look-after-concerns.ts'

export const concernTasks = [
  /** Every minute. It works from the rows, so that done twice it finds nothing more to do. */
  repeatableTask({
    name: 'look-after-concerns',
    cron: '* * * * *',
    read: noPayload,
    run: ({ db, now }) => lookAfterConcerns({ db, now: now() }),
  }),
] as const
