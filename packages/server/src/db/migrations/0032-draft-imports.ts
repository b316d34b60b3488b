import { sql, type Kysely } from 'kysely'

/**
 * Files that members of staff bring to a draft: the pieces of one on its way, what was read in it, and what of that waits
 * for somebody to confirm it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE upload (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES draft,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    bytes integer NOT NULL CHECK (bytes > 0),
    by_staff uuid NOT NULL,
    began_at timestamptz NOT NULL)`,
  'CREATE INDEX upload_old ON upload (began_at)',
  'CREATE INDEX upload_of_draft ON upload (consultation_id)',

  `CREATE TABLE upload_piece (
    upload_id uuid NOT NULL REFERENCES upload ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 0),
    bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 524288),
    PRIMARY KEY (upload_id, number))`,
  'ALTER TABLE upload_piece ALTER COLUMN bytes SET STORAGE EXTERNAL',

  `CREATE TABLE draft_import (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES draft,
    file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
    kind text NOT NULL CHECK (kind IN ('word', 'xlsform', 'fhir')),
    imported jsonb NOT NULL CHECK (jsonb_typeof(imported) = 'object'),
    by_staff uuid NOT NULL,
    at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('read', 'taken', 'thrown-away')),
    decided_by uuid,
    decided_at timestamptz,
    CHECK ((state = 'read') = (decided_by IS NULL)),
    CHECK ((state = 'read') = (decided_at IS NULL)))`,
  'CREATE INDEX draft_import_in_order ON draft_import (consultation_id, at DESC)',

  // What an import was not sure of or left out, beside its part, until somebody says that it is right.
  `CREATE TABLE draft_note (
    import_id uuid NOT NULL REFERENCES draft_import,
    number integer NOT NULL CHECK (number >= 0),
    consultation_id uuid NOT NULL REFERENCES draft,
    part text NOT NULL CHECK (length(part) BETWEEN 1 AND 140),
    field text CHECK (length(field) BETWEEN 1 AND 40),
    kind text NOT NULL CHECK (kind IN ('unsure', 'left-out')),
    words text NOT NULL CHECK (length(words) BETWEEN 1 AND 6000),
    confirmed_by uuid,
    confirmed_at timestamptz,
    PRIMARY KEY (import_id, number),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)))`,
  'CREATE INDEX draft_note_open ON draft_note (consultation_id) WHERE confirmed_at IS NULL',
]
