import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItem, run, type Runner, type TaskList } from 'graphile-worker'
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Log } from '../../log.ts'
import { openDatabasePool } from '../preparing-pool.ts'
import type { Schema } from '../schema.ts'
import { unlockAbandoned, workerLock } from './job.queries.ts'
import type { JobContext, Task } from './task.ts'

/** A task whatever it takes: it reads its payload itself. */
export type AnyTask = Task<unknown>

export interface JobRunnerParts extends Omit<JobContext, 'db' | 'actor'> {
  readonly connection: pg.ClientConfig
  readonly tasks: readonly AnyTask[]
}

/** Does the jobs of all servers together with their runners, each by one of them. */
export interface JobRunner {
  /** Lets jobs under way finish, so long as that is not long. */
  stop(): Promise<void>
}

/** A slow mail server must not hold up everything else. */
const jobsAtOnce = 2
const restartMs = 5000
const pollMs = 2000
const longestStatementMs = 60_000
const backfillMs = 24 * 3_600_000

/**
 * Runs jobs until it is stopped. When the database is away, or stays away for longer than the library is patient, it begins
 * anew. Each worker holds a lock while it lives, by which others know that its jobs are not abandoned.
 */
export function startJobRunner(parts: JobRunnerParts): JobRunner {
  const stopping = new AbortController()
  const work = Array.from({ length: jobsAtOnce }, (_, index) =>
    keepRunning(parts, { signal: stopping.signal, cron: index === 0 }),
  )
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(work)
    },
  }
}

interface Running {
  readonly signal: AbortSignal
  /** One worker of a server keeps the times for those tasks that have one. */
  readonly cron: boolean
}

async function keepRunning(parts: JobRunnerParts, running: Running): Promise<void> {
  while (!running.signal.aborted) {
    try {
      await runUntilBroken(parts, running)
    } catch (cause) {
      parts.log.warn({ err: cause }, 'Jobs cannot be done now; tried again in a moment')
    }
    await pause(restartMs, undefined, { signal: running.signal, ref: false }).catch(() => undefined)
  }
}

/**
 * The library writes a job off that was done without waiting for it, and without a batch nobody hears that it could not: a
 * rejection that ends the process. In a batch the runner stops instead, and is started again.
 */
const writtenOffInBatches = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

async function runUntilBroken(parts: JobRunnerParts, { signal, cron }: Running): Promise<void> {
  const { connection, log, random } = parts
  const workerId = `worker-${Buffer.from(random(9)).toString('hex')}`
  const config = { ...connection, connectionTimeoutMillis: 5000, keepAlive: true }
  const pool = new pg.Pool({ ...config, max: 4, application_name: 'takepart jobs' })
  // The library notices by itself; without listeners a connection that is cut would end the process.
  const ignore = (): void => undefined
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore))
  const db = openDatabasePool(
    {
      ...config,
      max: 1,
      statement_timeout: longestStatementMs,
      application_name: 'takepart job',
    },
    log,
  )
  const alive = new pg.Client({ ...config, application_name: 'takepart worker' })
  try {
    // A connection that is cut may say so twice: what the server said of it, and that it is gone.
    const lost = new Promise<void>((done) => alive.once('end', done).on('error', () => done()))
    await alive.connect()
    await alive.query('select pg_advisory_lock(hashtextextended($1, 0))', [workerLock(workerId)])
    await unlockAbandoned(db)
    const worker = { workerId, concurrency: 1, pollInterval: pollMs, noHandleSignals: true }
    const runner = await run({
      ...worker,
      preset: { worker: writtenOffInBatches },
      pgPool: pool,
      logger: quietLogger(log),
      taskList: taskList(parts, db),
      parsedCronItems: cron ? cronItems(parts.tasks) : [],
    })
    await untilOver(runner, { lost, signal })
  } finally {
    await Promise.allSettled([alive.end(), pool.end(), db.destroy()])
  }
}

/** Until it is to stop, it breaks, or others may think that it is dead. */
async function untilOver(
  runner: Runner,
  { lost, signal }: { readonly lost: Promise<void>; readonly signal: AbortSignal },
): Promise<void> {
  const asked = new Promise<void>((done) => {
    if (signal.aborted) done()
    signal.addEventListener('abort', () => done(), { once: true })
  })
  const broken = runner.promise
  await Promise.race([broken, lost, asked])
  // A runner that stopped by itself says so when it is asked to.
  await runner.stop().catch(() => undefined)
}

function taskList({ tasks, now, random, log }: JobRunnerParts, db: Kysely<Schema>): TaskList {
  return Object.fromEntries(
    tasks.map((task) => [
      task.name,
      async (payload: unknown, { job }: { job: { id: string } }) => {
        const actor = { kind: 'job', name: task.name } as const
        await task.run({ db, now, random, log, actor }, payload, Number(job.id))
      },
    ]),
  )
}

/** When each task is done without being asked for. Throws for a line that the library does not read: it knows no steps within a range. */
export const cronItems = (tasks: readonly AnyTask[]) =>
  tasks
    .filter(({ cron }) => cron !== undefined)
    .map(({ name, cron = '' }) =>
      parseCronItem({
        task: name,
        match: cron,
        identifier: name,
        options: { backfillPeriod: backfillMs, maxAttempts: 3 },
      }),
    )

/** What the library says goes into our log: its errors as warnings, since every job is tried again; the rest for debugging. */
const quietLogger = (log: Log): Logger =>
  new Logger(() => (level, message) => log[level === 'error' ? 'warn' : 'debug'](message))
