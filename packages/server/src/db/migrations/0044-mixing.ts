import { sql, type Kysely } from 'kysely'

/**
 * Rewrites what was received, so that rows do not tell in which order they came. PostgreSQL notes with every row the
 * transaction that wrote it (xmin), and puts rows one after another: a request for support, with a name, could be tied to
 * the response that was sent next.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Tables that are written as people send, with their keys: those that others refer to first. */
const received = [
  ['response', 'id', 'received_at'],
  ['response_ledger', 'response_id', 'came_on'],
  ['response_words', 'response_id', 'words'],
  ['response_change', 'change_id', 'received_at'],
  ['support_request', 'id', 'received_on'],
] as const

const later = (mark: string): string => `((kept).${mark}_since IS NULL OR
  age(xmin) <= age((kept).${mark}_since::xid) AND xmin <> (kept).${mark}_by::xid)`

const anyLater = received
  .map(([table]) => `EXISTS (SELECT FROM ${table} WHERE ${later('mixed')})`)
  .join(' OR ')

// Rows that somebody holds are passed over: to wait for them while holding others could lock both for good. Each is written
// as it was, in a column that no trigger looks at.
const mixTable = ([table, key, column]: (typeof received)[number]): string => `
      FOR chosen IN SELECT ${key} FROM ${table} WHERE ${later('closed')} ORDER BY random() FOR NO KEY UPDATE SKIP LOCKED
      LOOP
        UPDATE ${table} SET ${column} = ${column} WHERE ${key} = chosen;
      END LOOP;`

const statements = [
  // One row. `…_since`: every transaction before it was over when rows were mixed last, or a day was closed last; `…_by` did
  // that, and what it wrote needs no mixing. Nothing yet: everything does.
  `CREATE TABLE mixing (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    day date NOT NULL DEFAULT '-infinity',
    mixed_since xid8,
    mixed_by xid8,
    closed_since xid8,
    closed_by xid8)`,
  'INSERT INTO mixing DEFAULT VALUES',

  // All rows of a day, each time: in the end they are of one transaction, which says no more than the day they came on.
  // Answers true when that day is over.
  `CREATE FUNCTION mix_received(today date) RETURNS boolean LANGUAGE plpgsql AS $$
    DECLARE
      kept mixing;
      chosen uuid;
      horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
    BEGIN
      SELECT * INTO kept FROM mixing FOR UPDATE;
      IF today <= kept.day AND NOT (${anyLater}) THEN
        RETURN false;
      END IF;
      ${received.map(mixTable).join('')}
      UPDATE mixing SET mixed_since = horizon, mixed_by = pg_current_xact_id();
      IF today <= kept.day THEN
        RETURN false;
      END IF;
      UPDATE mixing SET day = today, closed_since = horizon, closed_by = pg_current_xact_id();
      RETURN true;
    END $$`,
]
