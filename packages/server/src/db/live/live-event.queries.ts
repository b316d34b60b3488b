import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** On which servers hear that a topic has new events; the notice says which topic. */
export const liveChannel = 'live_events'

/** Something that happened. `sequence` counts within the topic, from 1. */
export interface StoredEvent {
  readonly sequence: number
  readonly payload: unknown
}

/**
 * Appends events to a topic, in the transaction that makes them true. The topic's row is locked until that ends, so whoever
 * appends next gets the next number and commits later: a reader that has seen a number has seen all before it. A
 * transaction should append last, since others that append to the same topic wait for it. Servers are told on commit.
 *
 * @throws Error outside a transaction
 */
export async function appendEvents(
  trx: Kysely<Schema>,
  topic: string,
  payloads: readonly object[],
): Promise<void> {
  if (!trx.isTransaction)
    throw new Error('Events are appended in the transaction that makes them true')
  if (payloads.length === 0) return
  const { last } = await trx
    .insertInto('live_topic')
    .values({ topic, last: payloads.length })
    .onConflict((conflict) =>
      conflict
        .column('topic')
        .doUpdateSet({ last: sql`live_topic.last + ${payloads.length}::bigint` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('live_event')
    .values(
      payloads.map((payload, index) => ({
        topic,
        sequence: last - payloads.length + 1 + index,
        payload: JSON.stringify(payload),
      })),
    )
    .execute()
  await sql`select pg_notify(${liveChannel}, ${topic})`.execute(trx)
}

/** The events of a topic after one, in order; at most so many. */
export const readEvents = (
  db: Kysely<Schema>,
  { topic, after, most }: { topic: string; after: number; most: number },
): Promise<StoredEvent[]> =>
  db
    .selectFrom('live_event')
    .select(['sequence', 'payload'])
    .where('topic', '=', topic)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(most)
    .execute()

/** The number of a topic's last event; 0 while there is none. A page that is kept up to date begins with it. */
export async function lastEvent(db: Kysely<Schema>, topic: string): Promise<number> {
  const row = await db
    .selectFrom('live_topic')
    .select('last')
    .where('topic', '=', topic)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** The first event of a topic that is still kept; undefined where none is. */
export async function firstKeptEvent(
  db: Kysely<Schema>,
  topic: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('live_event')
    .select('sequence')
    .where('topic', '=', topic)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()
  return row?.sequence
}

/** Keeps the last so many events of every topic. Topics go on counting, whatever is kept. */
export const trimEvents = async (db: Kysely<Schema>, kept: number): Promise<void> =>
  void (await sql`
    delete from live_event using live_topic
    where live_topic.topic = live_event.topic and live_event.sequence <= live_topic.last - ${kept}::bigint`.execute(
    db,
  ))
