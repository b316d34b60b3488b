import {
  Kysely,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'
import type { Log } from '../log.ts'
import type { Schema } from './schema.ts'
import { DatabaseUnavailable } from './unavailable.ts'

// Counts come as int8, which `pg` gives as text: nothing that is counted here comes near what a number holds exactly.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Dynamic statements (lists of ids) would fill the memory of every connection; past this many, new ones are not prepared. */
const mostPrepared = 200

/** A Kysely over a pool of its own. */
export function openDatabasePool(config: pg.PoolConfig, log: Log): Kysely<Schema> {
  const pool = new pg.Pool(config)
  // Without a listener an idle connection that is cut would end the process.
  pool.on('error', (cause) => {
    if (!pool.ending) log.warn({ err: cause }, 'A database connection was lost')
  })
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: preparingPool(pool), cursor: Cursor }),
  })
}

/**
 * A `pg` pool as Kysely uses it, with three differences: each statement is prepared once on each connection, so that PostgreSQL
 * does not parse and plan it again; failures to reach the database become {@link DatabaseUnavailable}; and a connection
 * on which something other than the statement failed is closed instead of handed to the next.
 */
function preparingPool(pool: pg.Pool): PostgresPool {
  // The pool listens only to idle connections: one that is cut between two statements of its user would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (
      known !== undefined ||
      names.size >= mostPrepared ||
      !/^\s*(select|insert|update|delete|with)\b/i.test(text)
    )
      return known
    const name = `takepart_${names.size}`
    names.set(text, name)
    return name
  }
  return {
    connect: async () => {
      try {
        return preparingClient(await pool.connect(), nameOf)
      } catch (cause) {
        throw new DatabaseUnavailable(cause)
      }
    },
    end: () => pool.end(),
  }
}

function preparingClient(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  let broken = false
  function query<Row>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<Row>>
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  function query<Row>(
    asked: string | PostgresCursor<Row>,
    parameters: readonly unknown[] = [],
  ): unknown {
    if (typeof asked !== 'string')
      return withoutTimeLimit(client.query(asked as unknown as pg.Submittable))
    return client
      .query({ name: nameOf(asked), text: asked, values: [...parameters] })
      .catch((cause: unknown) => {
        if (!(cause instanceof pg.DatabaseError)) broken = true
        throw isUnavailability(cause) ? new DatabaseUnavailable(cause) : cause
      })
  }
  return { query, release: () => client.release(broken) }
}

/**
 * `pg` ends whatever has not called back within `query_timeout`, and a cursor never calls back: its reader would be cut off
 * in the middle. Calling what `pg` has put there stops that clock and does nothing else.
 */
function withoutTimeLimit<Query extends pg.Submittable>(
  query: Query & { callback?: () => void },
): Query {
  query.callback?.()
  return query
}

/** SQLSTATE classes and codes that say "not now": connection, resources, operator intervention, waited too long for a lock. */
const notNow = /^(08|53|57|58)|^(55P03|25006|40001|40P01)$/

/** Without an SQLSTATE the failure was on the way to the database. */
const isUnavailability = (cause: unknown): boolean =>
  !(cause instanceof pg.DatabaseError) || (cause.code !== undefined && notNow.test(cause.code))
