import type { Actor } from '@takepart/shared/domain/account/actor'
import type { Kysely, Transaction } from 'kysely'
import type { Log } from '../../log.ts'
import type { Schema } from '../schema.ts'

/** What a job may use. */
export interface JobContext {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly log: Log
  /** The job itself, for `may` and for the history. */
  readonly actor: Actor
}

interface TaskOptions<Payload> {
  /** As it stands in the table of jobs; never changed once jobs were added. */
  readonly name: string
  /** Reads what was stored with the job; throws when it is not that. A job may be older than the program. */
  readonly read: (payload: unknown) => Payload
  /** When it is done without being asked for: a crontab line, in UTC. */
  readonly cron?: string
}

/** Work that is asked for by adding a job. A feature exports its tasks; jobs.ts gathers them. */
export interface Task<Payload> extends TaskOptions<Payload> {
  /** Reads the payload, then does it. */
  readonly run: (ctx: JobContext, payload: unknown, jobId: number) => Promise<void>
}

/**
 * Work that is done at least once: a server may die when it is done and not yet noted. It must therefore do no harm when
 * it is done again, and guard itself where its effect is outside the database.
 */
export const repeatableTask = <Payload>({
  run,
  ...task
}: TaskOptions<Payload> & {
  readonly run: (ctx: JobContext, payload: Payload) => Promise<void>
}): Task<Payload> => ({ ...task, run: (ctx, payload) => run(ctx, task.read(payload)) })

/** Notes that a job has its effect; false when it has one already. */
export type NoteEffect = (trx: Transaction<Schema>, jobId: number) => Promise<boolean>

/**
 * Work whose effect is in the database, exactly once: it is done in one transaction together with the note that it was
 * done, and not at all when there is such a note.
 */
export const createOnceTask =
  (noteEffect: NoteEffect) =>
  <Payload>({
    run,
    ...task
  }: TaskOptions<Payload> & {
    readonly run: (
      trx: Transaction<Schema>,
      payload: Payload,
      ctx: Omit<JobContext, 'db'>,
    ) => Promise<void>
  }): Task<Payload> => ({
    ...task,
    run: ({ db, ...ctx }, payload, jobId) =>
      db.transaction().execute(async (trx) => {
        if (await noteEffect(trx, jobId)) await run(trx, task.read(payload), ctx)
      }),
  })

/** Nothing is stored with the job. */
export const noPayload = (): undefined => undefined
