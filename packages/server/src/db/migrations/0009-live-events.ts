import { sql, type Kysely } from 'kysely'

/**
 * What happens while people look on. Each topic counts its own events; whoever appends holds the row of the topic until
 * the transaction ends, so numbers appear in the order in which transactions commit, without gaps.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE live_topic (
    topic text PRIMARY KEY CHECK (length(topic) BETWEEN 1 AND 200),
    last bigint NOT NULL CHECK (last >= 0))`,

  `CREATE TABLE live_event (
    topic text NOT NULL REFERENCES live_topic ON DELETE CASCADE,
    sequence bigint NOT NULL CHECK (sequence > 0),
    payload jsonb NOT NULL,
    PRIMARY KEY (topic, sequence))`,
]
