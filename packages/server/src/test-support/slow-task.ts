import type { Transaction } from 'kysely'
import { onceTask } from '../db/jobs/job.queries.ts'
import type { Schema } from '../db/schema.ts'

/** A task that takes its time, in the tests of jobs. */
export const slowlyCount = (
  count: (trx: Transaction<Schema>, n: number) => Promise<void> = async () => undefined,
) =>
  onceTask({
    name: 'slowly-count',
    read: (payload) => payload as { readonly n: number },
    run: (trx, { n }) => count(trx, n),
  })
