import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import { applyDueDecisions } from './apply-due-decisions.ts'

/** Asked for by each decision for the moment it comes into effect, and every minute besides for what was missed. */
export const applyDecisions = repeatableTask({
  name: 'apply-decisions',
  cron: '* * * * *',
  read: noPayload,
  run: async ({ db, now }) => void (await applyDueDecisions(db, now())),
})

export const moderationTasks = [applyDecisions] as const
