import { sql, type Kysely } from 'kysely'

/**
 * Rounds while staff write them: one row each, every edit with what it replaced, and what a second person signed. Only what
 * was signed is published.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE round_draft (
    round_id uuid PRIMARY KEY,
    fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
    others jsonb NOT NULL CHECK (jsonb_typeof(others) = 'array'),
    revision integer NOT NULL CHECK (revision >= 1),
    began_by uuid NOT NULL,
    began_at timestamptz NOT NULL)`,

  `CREATE TABLE round_draft_edit (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    round_id uuid NOT NULL REFERENCES round_draft,
    edit jsonb NOT NULL CHECK (jsonb_typeof(edit) = 'object'),
    outcome text NOT NULL CHECK (outcome IN ('applied', 'kept-beside')),
    by_staff uuid NOT NULL,
    at timestamptz NOT NULL)`,
  'CREATE INDEX round_draft_edit_in_order ON round_draft_edit (round_id, number)',

  // Two people (S56): whoever asks does not sign. A signed round is published once at most.
  `CREATE TABLE round_sign_off (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    round_id uuid NOT NULL REFERENCES round_draft,
    document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    decision text CHECK (decision IN ('signed', 'sent-back')),
    decided_by uuid CHECK (decided_by <> asked_by),
    decided_at timestamptz CHECK (decided_at >= asked_at),
    note text CHECK (length(note) BETWEEN 1 AND 1000),
    publication text CHECK (publication IN ('waiting', 'published', 'stopped', 'failed')),
    due_at timestamptz,
    published_by uuid,
    done_at timestamptz,
    problem text CHECK (length(problem) <= 2000),
    CHECK ((decision IS NULL) = (decided_by IS NULL)),
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CHECK (decision <> 'sent-back' OR note IS NOT NULL),
    CHECK (publication IS NULL OR decision = 'signed'),
    CHECK (publication IS NULL OR (due_at IS NOT NULL AND published_by IS NOT NULL)),
    CHECK ((publication IN ('published', 'stopped', 'failed')) IS TRUE = (done_at IS NOT NULL)),
    CHECK ((publication = 'failed') IS TRUE = (problem IS NOT NULL)))`,
  'CREATE INDEX round_sign_off_in_order ON round_sign_off (round_id, number DESC)',
  `CREATE INDEX round_sign_off_due ON round_sign_off (due_at) WHERE publication = 'waiting'`,

  // Up to which edit somebody has seen a draft.
  `CREATE TABLE round_draft_look (
    round_id uuid NOT NULL REFERENCES round_draft,
    staff_id uuid NOT NULL,
    seen bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (round_id, staff_id))`,
]
