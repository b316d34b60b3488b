import { sql, type Kysely } from 'kysely'

/** What staff add to responses: how one was taken in, themes and the passages that show them, and who was expected. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const byStaff = `staff_id text NOT NULL CHECK (staff_id <> ''), staff_name text NOT NULL CHECK (staff_name <> '')`

const statements = [
  `CREATE TABLE response_source (
    response_id uuid PRIMARY KEY REFERENCES response_ledger,
    given_on date NOT NULL,
    behalf_words text CHECK (length(behalf_words) BETWEEN 1 AND 200),
    checked text NOT NULL CHECK (checked IN ('read-back', 'not-read-back')),
    left_out text[] NOT NULL,
    ${byStaff},
    entered_on date NOT NULL)`,

  `CREATE TABLE second_entry (
    id uuid PRIMARY KEY,
    response_id uuid NOT NULL REFERENCES response_source,
    answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
    ${byStaff},
    made_at timestamptz NOT NULL,
    settled_at timestamptz,
    settled_by_id text,
    UNIQUE (response_id, staff_id),
    CHECK ((settled_at IS NULL) = (settled_by_id IS NULL)))`,

  `CREATE TABLE codebook_version (
    consultation_id uuid NOT NULL REFERENCES consultation,
    number integer NOT NULL CHECK (number >= 1),
    themes jsonb NOT NULL CHECK (jsonb_typeof(themes) = 'array'),
    change jsonb NOT NULL,
    ${byStaff},
    made_at timestamptz NOT NULL,
    PRIMARY KEY (consultation_id, number))`,

  // That somebody has read an answer, whether or not they gave it a theme: leaving a theme out is a decision too.
  `CREATE TABLE answer_reading (
    response_id uuid NOT NULL REFERENCES response_ledger,
    question_id text NOT NULL,
    ${byStaff},
    codebook_version integer NOT NULL,
    read_at timestamptz NOT NULL,
    PRIMARY KEY (response_id, question_id, staff_id))`,
  `CREATE TABLE coding (
    id uuid PRIMARY KEY,
    response_id uuid NOT NULL,
    question_id text NOT NULL,
    staff_id text NOT NULL,
    theme text NOT NULL,
    passage_start integer CHECK (passage_start >= 0),
    passage_end integer,
    passage_words text CHECK (passage_words <> ''),
    made_at timestamptz NOT NULL,
    FOREIGN KEY (response_id, question_id, staff_id) REFERENCES answer_reading ON DELETE CASCADE,
    CHECK ((passage_start IS NULL) = (passage_end IS NULL) AND (passage_start IS NULL) = (passage_words IS NULL) AND passage_end > passage_start))`,
  `CREATE UNIQUE INDEX coding_once ON coding (response_id, question_id, staff_id, theme, coalesce(passage_start, -1))`,

  // Words that are gone, or are others now, take with them what was marked in them.
  `CREATE FUNCTION forget_what_was_read() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM answer_reading WHERE response_id = NEW.id
        AND OLD.answers -> question_id IS DISTINCT FROM NEW.answers -> question_id;
      IF NEW.answers IS NULL THEN
        DELETE FROM second_entry WHERE response_id = NEW.id;
        UPDATE response_source SET behalf_words = NULL WHERE response_id = NEW.id;
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER what_was_read AFTER UPDATE OF answers ON response FOR EACH ROW EXECUTE FUNCTION forget_what_was_read()`,

  `CREATE TABLE expected_population (
    consultation_id uuid NOT NULL REFERENCES consultation,
    question_key text NOT NULL CHECK (length(question_key) <= 100),
    source text NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
    people jsonb NOT NULL CHECK (jsonb_typeof(people) = 'object'),
    ${byStaff},
    entered_at timestamptz NOT NULL,
    PRIMARY KEY (consultation_id, question_key))`,

  // Numbers that were published, for good: what is added later is held against them.
  `CREATE TABLE published_tables (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES consultation,
    data_mark text NOT NULL CHECK (data_mark <> ''),
    counts jsonb NOT NULL CHECK (jsonb_typeof(counts) = 'object'),
    ${byStaff},
    published_at timestamptz NOT NULL)`,
  'CREATE INDEX published_tables_of_consultation ON published_tables (consultation_id, published_at)',

  `CREATE TABLE small_number_request (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES consultation,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    ${byStaff},
    asked_at timestamptz NOT NULL,
    allowed_by_id text CHECK (allowed_by_id <> staff_id),
    allowed_by_name text,
    allowed_at timestamptz,
    used_at timestamptz,
    CHECK ((allowed_at IS NULL) = (allowed_by_id IS NULL)),
    CHECK (used_at IS NULL OR allowed_at IS NOT NULL))`,
  'CREATE INDEX small_number_request_of_consultation ON small_number_request (consultation_id, asked_at DESC)',
]
