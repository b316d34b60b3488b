import { sql, type Kysely } from 'kysely'

/**
 * Consultations while they are written: a row for each part, so that people who write in different parts never wait for each
 * other, and every edit with what it replaced. What is signed is kept as a document, and only that is published.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const aNote = 'CHECK (length(note) BETWEEN 1 AND 1000)'

const statements = [
  `CREATE TABLE draft (
    consultation_id uuid PRIMARY KEY,
    outline jsonb NOT NULL CHECK (jsonb_typeof(outline) = 'object'),
    based_on integer CHECK (based_on > 0),
    began_by uuid NOT NULL,
    began_at timestamptz NOT NULL)`,

  `CREATE TABLE draft_part (
    consultation_id uuid NOT NULL REFERENCES draft,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 140),
    fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
    others jsonb NOT NULL CHECK (jsonb_typeof(others) = 'array'),
    revision integer NOT NULL CHECK (revision >= 0),
    PRIMARY KEY (consultation_id, key))`,

  `CREATE TABLE draft_edit (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    consultation_id uuid NOT NULL REFERENCES draft,
    edit jsonb NOT NULL CHECK (jsonb_typeof(edit) = 'object'),
    outcome text NOT NULL CHECK (outcome IN ('applied', 'kept-beside')),
    undoes uuid,
    by_staff uuid NOT NULL,
    at timestamptz NOT NULL)`,
  'CREATE INDEX draft_edit_in_order ON draft_edit (consultation_id, number)',

  // Advice that is not followed, and why.
  `CREATE TABLE draft_overrule (
    consultation_id uuid NOT NULL REFERENCES draft,
    finding text NOT NULL CHECK (length(finding) BETWEEN 1 AND 2000),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    by_staff uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (consultation_id, finding))`,

  // Two people (S56): whoever asks does not sign.
  `CREATE TABLE draft_sign_off (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES draft,
    document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    decision text CHECK (decision IN ('signed', 'sent-back')),
    decided_by uuid CHECK (decided_by <> asked_by),
    decided_at timestamptz CHECK (decided_at >= asked_at),
    note text ${aNote},
    CHECK ((decision IS NULL) = (decided_by IS NULL)),
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CHECK (decision <> 'sent-back' OR note IS NOT NULL))`,
  'CREATE INDEX draft_sign_off_in_order ON draft_sign_off (consultation_id, asked_at DESC)',

  // Up to which edit somebody has seen a draft.
  `CREATE TABLE draft_look (
    consultation_id uuid NOT NULL REFERENCES draft,
    staff_id uuid NOT NULL,
    seen bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (consultation_id, staff_id))`,

  // Each signed document is published once at most, whoever asks and however many servers run the job.
  `CREATE TABLE publication (
    sign_off_id uuid PRIMARY KEY REFERENCES draft_sign_off,
    consultation_id uuid NOT NULL REFERENCES draft,
    due_at timestamptz NOT NULL,
    by_staff uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'published', 'stopped', 'failed')),
    number integer,
    done_at timestamptz,
    problem text CHECK (length(problem) <= 2000),
    CHECK ((state = 'waiting') = (done_at IS NULL)),
    CHECK ((state = 'published') = (number IS NOT NULL)),
    CHECK ((state = 'failed') = (problem IS NOT NULL)))`,
  `CREATE INDEX publication_waiting ON publication (due_at) WHERE state = 'waiting'`,
  'CREATE INDEX publication_of_draft ON publication (consultation_id)',

  // What is asked for a published consultation, and done by a second person.
  `CREATE TABLE consultation_change (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES consultation,
    kind text NOT NULL CHECK (kind IN ('extend', 'retract')),
    closes_at timestamptz,
    note text NOT NULL ${aNote},
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    decision text CHECK (decision IN ('done', 'turned-down')),
    decided_by uuid,
    decided_at timestamptz CHECK (decided_at >= asked_at),
    CHECK (decision <> 'done' OR decided_by <> asked_by),
    CHECK ((kind = 'extend') = (closes_at IS NOT NULL)),
    CHECK ((decision IS NULL) = (decided_by IS NULL)),
    CHECK ((decision IS NULL) = (decided_at IS NULL)))`,
  `CREATE UNIQUE INDEX consultation_change_waiting ON consultation_change (consultation_id, kind) WHERE decision IS NULL`,
  'CREATE INDEX consultation_change_in_order ON consultation_change (consultation_id, asked_at)',
]
