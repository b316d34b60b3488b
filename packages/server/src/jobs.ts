import { housekeepingTasks } from './db/jobs/housekeeping.tasks.ts'
import type { AnyTask } from './db/jobs/job-runner.ts'
import { analysisTasks } from './features/analysis/analysis.tasks.ts'
import { accountTasks } from './features/account/account.tasks.ts'
import { authoringTasks } from './features/authoring/authoring.tasks.ts'
import { concernTasks } from './features/concern/concern.tasks.ts'
import { moderationTasks } from './features/moderation/moderation.tasks.ts'
import { notificationTasks, type Mailing } from './features/notification/notification.tasks.ts'
import { tellOfConcern } from './features/notification/tell-of-concern.ts'
import { publishDueRoundsTask } from './features/round/desk/round-desk.tasks.ts'
import { supportRequestTasks } from './features/support-request/support-request.tasks.ts'

/**
 * All work that is done as jobs. A feature exports its tasks beside its use cases, and is named here.
 *
 * @param mailing absent: this server sends no mail
 */
export const tasksWith = (mailing: Mailing | undefined): readonly AnyTask[] => [
  ...housekeepingTasks,
  ...analysisTasks,
  ...accountTasks,
  ...concernTasks(tellOfConcern),
  ...moderationTasks,
  ...supportRequestTasks,
  ...authoringTasks,
  publishDueRoundsTask,
  ...notificationTasks(mailing),
]
