import { sql, type Kysely } from 'kysely'

/**
 * Words that the Trust takes out of a response, and responses that it erases, for a lawful reason. Rows say that it was done,
 * by whom and why, and hold no word of the response. Hashes of what was sent first go as well: what was taken out could be
 * guessed from them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `ALTER TABLE response
    DROP CONSTRAINT response_state_check,
    DROP CONSTRAINT response_check,
    DROP CONSTRAINT response_check1,
    DROP CONSTRAINT response_check2,
    ADD CONSTRAINT response_state_check CHECK (state IN ('received', 'withdrawn', 'erased')),
    ADD CONSTRAINT response_gone_has_no_answers CHECK ((state <> 'received') = (answers IS NULL)),
    ADD CONSTRAINT response_gone_has_no_hash CHECK ((state <> 'received') = (content_hash IS NULL)),
    ADD CONSTRAINT response_gone_has_no_first_hash CHECK (state = 'received' OR first_hash IS NULL)`,

  `CREATE OR REPLACE FUNCTION follow_on_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE response_ledger SET
        late = NEW.late,
        blank = coalesce(NEW.answers = '{}', false),
        withdrawn = NEW.state = 'withdrawn',
        erased = NEW.state = 'erased',
        keys = coalesce(answer_keys(NEW.answers), '{}')
        WHERE response_id = NEW.id;
      DELETE FROM response_words WHERE response_id = NEW.id;
      IF NEW.answers IS NULL THEN
        DELETE FROM response_words_due WHERE response_id = NEW.id;
      ELSE
        INSERT INTO response_words_due VALUES (NEW.id) ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $$`,

  `ALTER TABLE ledger_step DROP CONSTRAINT ledger_step_kind_check,
    ADD CONSTRAINT ledger_step_kind_check CHECK (kind IN ('accept-late', 'refuse-late', 'merge', 'label-campaign', 'exclude',
      'answer-for', 'count-campaign', 'take-out', 'erase', 'undo'))`,

  `CREATE TABLE response_taken_out (
    step_id uuid PRIMARY KEY REFERENCES ledger_step,
    response_id uuid NOT NULL REFERENCES response_ledger,
    question_id text NOT NULL,
    removed text[] NOT NULL CHECK (cardinality(removed) BETWEEN 1 AND 100),
    reason text NOT NULL CHECK (reason IN ('shows-who', 'private', 'could-harm', 'ordered')))`,
  'CREATE INDEX taken_out_of_response ON response_taken_out (response_id)',

  `CREATE TABLE erasure_request (
    id uuid PRIMARY KEY,
    response_id uuid NOT NULL REFERENCES response_ledger,
    reason text NOT NULL CHECK (reason IN ('person-asked', 'other-person-asked', 'wrongly-held', 'ordered', 'could-harm')),
    asked_by_id text NOT NULL CHECK (asked_by_id <> ''),
    asked_by_name text NOT NULL CHECK (asked_by_name <> ''),
    asked_at timestamptz NOT NULL,
    decided text CHECK (decided IN ('erased', 'kept')),
    decided_by_id text,
    decided_at timestamptz,
    CHECK ((decided IS NULL) = (decided_by_id IS NULL) AND (decided IS NULL) = (decided_at IS NULL)),
    CONSTRAINT erased_by_two_people CHECK (decided <> 'erased' OR decided_by_id <> asked_by_id))`,
  'CREATE UNIQUE INDEX erasure_asked_once ON erasure_request (response_id) WHERE decided IS NULL',
  'CREATE INDEX erasure_of_response ON erasure_request (response_id)',
]
