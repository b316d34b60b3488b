import { sql, type Kysely } from 'kysely'

/**
 * Urgent concerns. A concern refers to what it is about by kind and id and to nothing by a foreign key: words that are
 * withdrawn or erased must never take a concern with them (S54). The events of a concern are only ever added to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // words: a copy of what must be looked at, erased some time after the concern is closed. told: how many escalations staff have been told of; -1 is not even the first time.
  `CREATE TABLE concern (
    id uuid PRIMARY KEY,
    subject_kind text NOT NULL CHECK (subject_kind IN ('contribution', 'response', 'support-request', 'message')),
    subject_id uuid NOT NULL,
    place text CHECK (length(place) BETWEEN 1 AND 300),
    severity text NOT NULL CHECK (severity IN ('now', 'today', 'week')),
    state text NOT NULL CHECK (state IN ('waiting', 'taken', 'passed-on', 'closed')),
    owner_id uuid,
    raised_at timestamptz NOT NULL,
    due_at timestamptz,
    closed_at timestamptz,
    escalations integer NOT NULL CHECK (escalations >= 0),
    told integer NOT NULL CHECK (told BETWEEN -1 AND escalations),
    words jsonb CHECK (jsonb_typeof(words) = 'array'),
    reach text CHECK (length(reach) BETWEEN 1 AND 2000),
    UNIQUE (subject_kind, subject_id),
    CHECK ((state = 'closed') = (due_at IS NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CHECK (state NOT IN ('taken', 'passed-on') OR owner_id IS NOT NULL),
    CHECK (state = 'closed' OR words IS NOT NULL))`,
  `CREATE INDEX concern_open ON concern (due_at, id) WHERE state <> 'closed'`,
  `CREATE INDEX concern_to_tell ON concern (raised_at, id) WHERE told < escalations AND state <> 'closed'`,
  `CREATE INDEX concern_by_raising ON concern (raised_at DESC, id)`,
  `CREATE INDEX concern_with_words ON concern (closed_at) WHERE state = 'closed' AND words IS NOT NULL`,

  `CREATE TABLE concern_event (
    concern_id uuid NOT NULL REFERENCES concern,
    number integer NOT NULL CHECK (number >= 1),
    at timestamptz NOT NULL,
    event jsonb NOT NULL CHECK (jsonb_typeof(event) = 'object'),
    PRIMARY KEY (concern_id, number))`,
  `CREATE FUNCTION refuse_to_change_a_concern_event() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what happened to a concern cannot be changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON concern_event
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_a_concern_event()`,

  // Who read the words of a concern, and when; only ever added to.
  `CREATE TABLE concern_look (
    concern_id uuid NOT NULL REFERENCES concern,
    staff_id uuid NOT NULL,
    at timestamptz NOT NULL)`,
  `CREATE INDEX look_of_concern ON concern_look (concern_id, at)`,
  `CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON concern_look
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_a_concern_event()`,

  `CREATE TABLE urgent_word_list (
    number integer PRIMARY KEY CHECK (number >= 1),
    list jsonb NOT NULL CHECK (jsonb_typeof(list) = 'object'),
    saved_at timestamptz NOT NULL,
    saved_by uuid NOT NULL)`,
]
