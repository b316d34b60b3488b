import { housekeepingTasks } from './db/jobs/housekeeping.tasks.ts'
import type { AnyTask } from './db/jobs/job-runner.ts'
import { supportRequestTasks } from './features/support-request/support-request.tasks.ts'

/** All work that is done as jobs. A feature exports its tasks beside its use cases, and is named here. */
export const tasks: readonly AnyTask[] = [...housekeepingTasks, ...supportRequestTasks]
