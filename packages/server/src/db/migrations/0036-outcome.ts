import { sql, type Kysely } from 'kysely'

/** What a Trust writes when a consultation has closed, bound to results that were frozen; published once, and then never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE outcome (
    consultation_id uuid PRIMARY KEY REFERENCES consultation,
    revision integer NOT NULL CHECK (revision >= 1),
    document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
    changed_by_id text NOT NULL,
    changed_by_name text NOT NULL,
    changed_at timestamptz NOT NULL,
    frozen jsonb CHECK (jsonb_typeof(frozen) = 'object'),
    frozen_by_name text,
    frozen_at timestamptz,
    state text NOT NULL DEFAULT 'writing' CHECK (state IN ('writing', 'asked', 'published')),
    asked_by_id text,
    asked_by_name text,
    asked_at timestamptz,
    sent_back_note text CHECK (length(sent_back_note) BETWEEN 1 AND 1000),
    published_by_id text,
    published_by_name text,
    published_at timestamptz,
    version integer,
    CHECK ((frozen IS NULL) = (frozen_at IS NULL)),
    CHECK (state = 'writing' OR (asked_by_id IS NOT NULL AND frozen IS NOT NULL)),
    CHECK ((state = 'published') = (version IS NOT NULL)),
    CHECK ((state = 'published') = (published_at IS NOT NULL)),
    CONSTRAINT outcome_by_two_people CHECK (published_by_id <> asked_by_id))`,
  `CREATE FUNCTION refuse_to_change_an_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a published outcome cannot be changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER published_for_good BEFORE UPDATE OR DELETE ON outcome
    FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_to_change_an_outcome()`,
]
