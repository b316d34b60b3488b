import { sql, type Kysely, type Transaction } from 'kysely'
import type { Schema } from '../schema.ts'
import { createOnceTask, type Task } from './task.ts'

export interface JobOptions {
  /** Not before then. Absent: at once. */
  readonly runAt?: Date
  /** A job with the same key that has not begun is replaced by this one. */
  readonly key?: string
}

/** Asks for work, in the transaction that makes it necessary: without a commit there is no job. */
export async function addJob<Payload extends object | undefined>(
  trx: Transaction<Schema>,
  task: Task<Payload>,
  payload: NoInfer<Payload>,
  { runAt, key }: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(identifier => ${task.name}, payload => ${JSON.stringify(payload ?? {})}::json,
    run_at => ${runAt?.toISOString() ?? null}::timestamptz, job_key => ${key ?? null})`.execute(trx)
}

/** {@link createOnceTask} over the table of effects. */
export const onceTask = createOnceTask(async (trx, jobId) => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('job_effect')
    .values({ job_id: jobId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
})

/** Forgets effects of jobs that are gone: those are not run again. */
export const forgetEffects = async (db: Kysely<Schema>): Promise<void> =>
  void (await sql`delete from job_effect where not exists
    (select from graphile_worker.jobs where jobs.id = job_effect.job_id)`.execute(db))

/** The lock that a worker holds on a connection of its own for as long as it lives. */
export const workerLock = (workerId: string): string => `job worker ${workerId}`

/**
 * Gives back the jobs of workers that are dead: nobody holds their lock any more. By itself a job would wait four hours
 * for a worker that was killed.
 */
export const unlockAbandoned = async (db: Kysely<Schema>): Promise<void> =>
  void (await sql`select graphile_worker.force_unlock_workers(array(
    select locked_by from (select distinct locked_by from graphile_worker.jobs where locked_by is not null) as worker
    where pg_try_advisory_xact_lock(hashtextextended('job worker ' || locked_by, 0))))`.execute(db))
