import type { Transaction } from 'kysely'
import { noPayload, repeatableTask } from '../../db/jobs/task.ts'
import type { Schema } from '../../db/schema.ts'
import type { ToTell } from './concern.queries.ts'
import { lookAfterConcerns } from './look-after-concerns.ts'

/** Tells staff of one concern, in the transaction that notes that they were told. */
type Tell = (trx: Transaction<Schema>, concern: ToTell, now: Date) => Promise<void>

export const concernTasks = (tell: Tell) =>
  [
    /** Every minute. It works from the rows, so that done twice it finds nothing more to do. */
    repeatableTask({
      name: 'look-after-concerns',
      cron: '* * * * *',
      read: noPayload,
      run: ({ db, now }) => {
        const at = now()
        return lookAfterConcerns({ db, now: at, tell: (trx, concern) => tell(trx, concern, at) })
      },
    }),
  ] as const
