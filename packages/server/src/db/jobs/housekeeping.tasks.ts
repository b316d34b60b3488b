import { mixReceived } from '../mix-received.ts'
import { trimEvents } from '../live/live-event.queries.ts'
import { forgetEffects, unlockAbandoned } from './job.queries.ts'
import { noPayload, repeatableTask } from './task.ts'

const eventsKept = 5000

/** What the tables of jobs, of events and of what was received need now and then. */
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
  /** How often is the window that decision 11 and the privacy page speak of. */
  repeatableTask({
    name: 'mix-what-was-received',
    cron: '*/10 * * * *',
    read: noPayload,
    run: ({ db, now }) => mixReceived(db, now()),
  }),
] as const
