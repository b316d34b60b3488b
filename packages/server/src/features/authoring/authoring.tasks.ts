import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import { removeOldUploads } from './import/import.queries.ts'
import { publishDue } from './publish-due.ts'
import { tellWhatIsNear } from './tell-staff.ts'

/**
 * Publishes what was signed when its time comes. Done twice, or by two servers at once, it finds nothing that waits; every
 * minute it also finds what was due while no server ran.
 */
const publishDueTask = repeatableTask({
  name: 'publish-due',
  cron: '* * * * *',
  read: noPayload,
  run: async ({ db, now }) => void (await publishDue(db, now())),
})

const uploadsKept = 7 * 24 * 3_600_000

/** Takes away files that were never sent to their end, a week after they began. */
const forgetUploadsTask = repeatableTask({
  name: 'forget-uploads',
  cron: '23 * * * *',
  read: noPayload,
  run: ({ db, now }) => removeOldUploads(db, new Date(now().getTime() - uploadsKept)),
})

/** Writes to teams each morning of what closes or is due soon. */
const tellWhatIsNearTask = repeatableTask({
  name: 'tell-what-is-near',
  cron: '10 7 * * *',
  read: noPayload,
  run: ({ db, now }) => tellWhatIsNear(db, now()),
})

export const authoringTasks = [publishDueTask, forgetUploadsTask, tellWhatIsNearTask] as const
