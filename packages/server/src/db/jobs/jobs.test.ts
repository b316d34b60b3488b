import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock, systemRandom } from '../../context.ts'
import { tasksWith } from '../../jobs.ts'
import { createLog } from '../../log.ts'
import { sentRequest } from '../../test-support/sample-request.ts'
import { publish, smallConsultation } from '../../test-support/sample-response.ts'
import {
  buildProgram,
  startProgram,
  untilServing,
  type Program,
} from '../../test-support/server-program.ts'
import { slowlyCount } from '../../test-support/slow-task.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { addJob, forgetEffects, unlockAbandoned } from './job.queries.ts'
import { startJobRunner, type AnyTask } from './job-runner.ts'
import { noPayload, repeatableTask } from './task.ts'

let database: TestDatabase
let program: Awaited<ReturnType<typeof buildProgram>>
const running: Program[] = []
beforeAll(async () => {
  program = await buildProgram({ entry: 'src/test-support/jobs-program.ts' })
}, 120_000)
afterAll(() => program.remove())
beforeEach(async () => {
  database = await createTestDatabase()
  await database.asOwner('create table effect (n integer not null, pid integer not null)')
  await database.asOwner('grant all on effect to takepart')
})
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  await database.close()
})

const count = slowlyCount()
const addNumber = (n: number): Promise<void> =>
  database.calls.transaction().execute((trx) => addJob(trx, count, { n }))
const effects = async (): Promise<number[]> =>
  (await database.asOwner('select n from effect order by n')).rows.map(({ n }) => n as number)
const jobs = async () =>
  (await database.asOwner('select task_identifier, locked_by, attempts from graphile_worker.jobs'))
    .rows
const numbers = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

async function start(): Promise<Program> {
  const { host, user, database: name } = database.connection
  const started = startProgram(program.main, {
    DATABASE_URL: `postgres://${user}@localhost/${name}?host=${host}`,
  })
  running.push(started)
  await untilServing(started)
  return started
}

/** Runs tasks in this process until the test is over. */
async function whileRunning(run: readonly AnyTask[], check: () => Promise<void>): Promise<void> {
  const runner = startJobRunner({
    connection: database.connection,
    tasks: run,
    now: systemClock,
    random: systemRandom,
    log: createLog('silent'),
  })
  await check().finally(() => runner.stop())
}

describe('a job', () => {
  it('is there only when the transaction that asked for it was committed', async () => {
    await addNumber(1)
    await expect(
      database.calls.transaction().execute(async (trx) => {
        await addJob(trx, count, { n: 2 })
        throw new Error('not after all')
      }),
    ).rejects.toThrow('not after all')
    expect(await jobs()).toHaveLength(1)
  })

  it('with a key replaces the one before it, and waits for its time', async () => {
    const later = { key: 'remind', runAt: new Date(Date.now() + 3_600_000) }
    for (const n of [1, 2])
      await database.calls.transaction().execute((trx) => addJob(trx, count, { n }, later))
    expect(await jobs()).toHaveLength(1)
    await whileRunning([count], () => pause(1500))
    expect(await jobs()).toHaveLength(1)
  })

  it('is done by one of several servers, once, though one is killed in the middle', async () => {
    const [first] = await Promise.all([start(), start()])
    for (const n of numbers(40)) await addNumber(n)
    await vi.waitFor(async () => expect((await effects()).length).toBeGreaterThan(5), 30_000)
    first?.child.kill('SIGKILL')
    await first?.ended
    // A server that starts finds at once what the dead one had begun; the others look every minute.
    await start()
    await vi.waitFor(async () => expect(await effects()).toEqual(numbers(40)), {
      timeout: 90_000,
      interval: 200,
    })
    await pause(1000)
    expect(await effects()).toEqual(numbers(40))
    await vi.waitFor(async () => expect(await jobs()).toEqual([]), 10_000)
  }, 180_000)

  it('has its effect once, though it was not noted as done', async () => {
    const done: number[] = []
    const counting = slowlyCount(async (_trx, n) => void done.push(n))
    const ctx = {
      db: database.calls,
      now: systemClock,
      random: systemRandom,
      log: createLog('silent'),
      actor: { kind: 'job', name: 'slowly-count' } as const,
    }
    await counting.run(ctx, { n: 1 }, 7)
    await counting.run(ctx, { n: 1 }, 7)
    await Promise.all([counting.run(ctx, { n: 2 }, 8), counting.run(ctx, { n: 2 }, 8)])
    expect(done).toEqual([1, 2])
    await expect(
      slowlyCount(async () => Promise.reject(new Error('broken'))).run(ctx, { n: 3 }, 9),
    ).rejects.toThrow('broken')
    await counting.run(ctx, { n: 3 }, 9)
    expect(done).toEqual([1, 2, 3])
    await forgetEffects(database.calls)
    expect((await database.asOwner('select from job_effect')).rowCount).toBe(0)
  })

  it('is tried again when it fails', async () => {
    let tries = 0
    const failing = repeatableTask({
      name: 'failing',
      read: noPayload,
      run: async () => {
        tries += 1
        if (tries === 1) throw new Error('not this time')
      },
    })
    await database.calls.transaction().execute((trx) => addJob(trx, failing, undefined))
    await whileRunning([failing], () =>
      vi.waitFor(() => expect(tries).toBe(2), { timeout: 30_000, interval: 100 }),
    )
  }, 60_000)
})

describe('a job whose worker', () => {
  const lockedBy = (worker: string) =>
    database.asOwner(
      `update graphile_worker._private_jobs set locked_by = '${worker}', locked_at = now()`,
    )

  it('is dead is given back', async () => {
    await addNumber(1)
    await lockedBy('worker-dead')
    await unlockAbandoned(database.calls)
    expect(await jobs()).toMatchObject([{ locked_by: null }])
  })

  it('is alive is left to it', async () => {
    await addNumber(1)
    await lockedBy('worker-alive')
    await database.calls.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(hashtextextended('job worker worker-alive', 0))`.execute(
        connection,
      )
      await unlockAbandoned(database.pages)
      expect(await jobs()).toMatchObject([{ locked_by: 'worker-alive' }])
      await sql`select pg_advisory_unlock_all()`.execute(connection)
    })
  })
})

describe('the runner', () => {
  it('goes on after every connection of it was cut', async () => {
    const counting = slowlyCount(
      async (trx, n) => void (await sql`insert into effect values (${n}, 0)`.execute(trx)),
    )
    await whileRunning([counting], async () => {
      await addNumber(1)
      await vi.waitFor(async () => expect(await effects()).toEqual([1]), 20_000)
      await database.asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}' and pid <> pg_backend_pid()`,
      )
      // Each connection that the pool still held is found cut when it is asked.
      await vi.waitFor(() => addNumber(2), 20_000)
      await vi.waitFor(async () => expect(await effects()).toEqual([1, 2]), 60_000)
    })
  }, 120_000)

  it('goes on after a job that was done could not be written off, and does it only once', async () => {
    const cutOff = slowlyCount(async (trx, n) => {
      await sql`insert into effect values (${n}, 0)`.execute(trx)
      if (n !== 1) return
      // What the runner looks after jobs with is gone, and cannot come back before the job is done.
      await database.asOwner(`alter database "${database.name}" connection limit 0`)
      await database.asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}' and application_name = 'takepart jobs'`,
      )
    })
    await whileRunning([cutOff], async () => {
      await addNumber(1)
      await vi.waitFor(async () => expect(await effects()).toEqual([1]), 20_000)
      await pause(1000)
      await database.asOwner(`alter database "${database.name}" connection limit -1`)
      await vi.waitFor(() => addNumber(2), 20_000)
      await vi.waitFor(async () => expect(await jobs()).toEqual([]), 60_000)
      expect(await effects()).toEqual([1, 2])
    })
  }, 120_000)

  it('takes every task under one name, with a time that can be read', () => {
    const names = tasksWith(undefined).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('erase-old-requests')
  })

  it('erases old requests', async () => {
    await publish(database.calls, smallConsultation())
    const ctx = testContext(database)
    expect(await callerFor(ctx).supportRequest.ask(sentRequest())).toMatchObject({ ok: true })
    const erase = tasksWith(undefined).find(({ name }) => name === 'erase-old-requests')
    const erasedAt = async (now: Date) => {
      const actor = { kind: 'job', name: 'erase-old-requests' } as const
      const log = createLog('silent')
      await erase?.run(
        { db: database.calls, now: () => now, random: systemRandom, log, actor },
        {},
        1,
      )
      return (await database.asOwner('select reach_to from support_request')).rows
    }
    const inMonths = (months: number): Date => {
      const date = new Date(ctx.now())
      date.setUTCMonth(date.getUTCMonth() + months)
      return date
    }
    expect(await erasedAt(inMonths(17))).not.toEqual([{ reach_to: null }])
    expect(await erasedAt(inMonths(19))).toEqual([{ reach_to: null }])
  })
})
