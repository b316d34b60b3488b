import { sql, type Kysely } from 'kysely'

/** Consultations with their immutable versions, responses, and the changes to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** To the hour: a response must not be lined up with a log, a mail or a memory of when somebody sat at a screen. */
const toTheHour = (column: string): string => `CHECK (extract(epoch FROM ${column}) % 3600 = 0)`

const statements = [
  `CREATE TABLE consultation (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 100),
    retracted_at timestamptz,
    retraction_reason text,
    CHECK ((retracted_at IS NULL) = (retraction_reason IS NULL)))`,

  `CREATE TABLE consultation_version (
    consultation_id uuid NOT NULL REFERENCES consultation,
    number integer NOT NULL CHECK (number >= 1),
    document jsonb NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consultation_id, number))`,

  `CREATE FUNCTION refuse_to_change_a_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a published consultation version cannot be changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,

  `CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON consultation_version
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_a_version()`,
  `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON consultation_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_version()`,

  `CREATE TABLE response (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL,
    version integer NOT NULL,
    edition text NOT NULL CHECK (edition IN ('standard')),
    reference text NOT NULL UNIQUE CHECK (reference ~ '^[A-Z]{4}-[0-9]{4}$'),
    code_hash bytea NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    revision integer NOT NULL CHECK (revision >= 1),
    state text NOT NULL CHECK (state IN ('received', 'withdrawn')),
    late boolean NOT NULL,
    answers jsonb CHECK (jsonb_typeof(answers) = 'object'),
    content_hash bytea CHECK (length(content_hash) = 32),
    first_hash bytea CHECK (length(first_hash) = 32),
    completed_at timestamptz NOT NULL ${toTheHour('completed_at')},
    received_at timestamptz NOT NULL ${toTheHour('received_at')},
    FOREIGN KEY (consultation_id, version) REFERENCES consultation_version,
    CHECK ((state = 'withdrawn') = (answers IS NULL)),
    CHECK ((state = 'withdrawn') = (content_hash IS NULL)),
    CHECK ((state = 'withdrawn') = (first_hash IS NULL)))`,

  // Ids are random, so reading in this order tells nothing of the order in which responses came.
  `CREATE INDEX response_of_consultation ON response (consultation_id, id)`,

  `CREATE TABLE response_change (
    change_id uuid PRIMARY KEY,
    response_id uuid NOT NULL REFERENCES response,
    kind text NOT NULL CHECK (kind IN ('change', 'withdrawal')),
    revision integer NOT NULL CHECK (revision >= 1),
    late boolean NOT NULL,
    content_hash bytea CHECK (length(content_hash) = 32),
    received_at timestamptz NOT NULL ${toTheHour('received_at')})`,

  `CREATE INDEX response_change_of_response ON response_change (response_id)`,
]
