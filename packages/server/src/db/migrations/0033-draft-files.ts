import { sql, type Kysely } from 'kysely'

/** Files of drafts, as they were brought: in the same pieces as published ones, and served to nobody outside the desk. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE draft_file (
    consultation_id uuid NOT NULL REFERENCES draft,
    name text NOT NULL CHECK (name ~ '^[a-z0-9-]{1,60}\\.[a-z0-9]{2,4}$'),
    sha256 bytea NOT NULL REFERENCES media,
    type text NOT NULL,
    by_staff uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (consultation_id, name))`,
  'CREATE INDEX draft_file_of_media ON draft_file (sha256)',
  'ALTER TABLE draft_import DROP CONSTRAINT draft_import_kind_check',
  `ALTER TABLE draft_import ADD CONSTRAINT draft_import_kind_check
    CHECK (kind IN ('word', 'xlsform', 'fhir', 'picture'))`,
]
