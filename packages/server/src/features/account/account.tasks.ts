import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import { noteAuditHead } from './audit/watch-audit.ts'
import { forgetWhatEnded } from './forget-what-ended.ts'

export const accountTasks = [
  /** Every night. Done twice, there are two notes of the same head. */
  repeatableTask({
    name: 'note-audit-head',
    cron: '23 3 * * *',
    read: noPayload,
    run: async (ctx) => void (await noteAuditHead(ctx)),
  }),
  /** Four times an hour: a session that has ended opens nothing, whether its row is there or not. */
  repeatableTask({
    name: 'forget-ended-sessions',
    cron: '8,23,38,53 * * * *',
    read: noPayload,
    run: async ({ db, now }) => void (await forgetWhatEnded(db, now())),
  }),
] as const
