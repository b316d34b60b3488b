import { trimEvents } from '../live/live-event.queries.ts'
import { forgetEffects, unlockAbandoned } from './job.queries.ts'
import { noPayload, repeatableTask } from './task.ts'

const eventsKept = 5000

/** What the tables of jobs and events need now and then. */
export const housekeepingTasks = [
  repeatableTask({
    name: 'unlock-abandoned-jobs',
    cron: '* * * * *',
    read: noPayload,
    run: async ({ db }) => {
      await unlockAbandoned(db)
      await forgetEffects(db)
    },
  }),
  repeatableTask({
    name: 'trim-live-events',
    cron: '17 * * * *',
    read: noPayload,
    run: ({ db }) => trimEvents(db, eventsKept),
  }),
] as const
