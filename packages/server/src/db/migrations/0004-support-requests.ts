import { sql, type Kysely } from 'kysely'

/**
 * What people have asked for so that they can take part, each tracked until it is closed. A table of its own: nothing in
 * it leads to a response, and its times are days.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const needs = `ARRAY['easy-read', 'large-print', 'audio', 'bsl-video', 'braille', 'paper', 'other-language', 'other-format',
  'bsl-interpreter', 'speech-to-text', 'deafblind-support', 'advocate', 'reader', 'other-support',
  'talk-by-phone', 'talk-in-person', 'talk-by-video']`

const statements = [
  `CREATE TABLE support_request (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES consultation,
    reference text NOT NULL UNIQUE CHECK (reference ~ '^[A-Z]{4}-[0-9]{4}$'),
    needs text[] NOT NULL CHECK (cardinality(needs) BETWEEN 1 AND 17 AND needs <@ ${needs}),
    say jsonb CHECK (jsonb_typeof(say) = 'object'),
    reach_by text NOT NULL CHECK (reach_by IN ('phone', 'text', 'email', 'post')),
    reach_to text CHECK (length(reach_to) BETWEEN 1 AND 4000),
    called text CHECK (length(called) BETWEEN 1 AND 4000),
    suits text CHECK (length(suits) BETWEEN 1 AND 4000),
    remember boolean NOT NULL,
    in_time boolean NOT NULL,
    content_hash bytea CHECK (length(content_hash) = 32),
    received_on date NOT NULL,
    due_on date NOT NULL CHECK (due_on > received_on),
    state text NOT NULL CHECK (state IN ('asked', 'met', 'not-met')),
    closed_on date CHECK (closed_on >= received_on),
    note text CHECK (length(note) BETWEEN 1 AND 2000),
    erased_on date,
    CHECK ((state = 'asked') = (closed_on IS NULL)),
    CHECK (state <> 'not-met' OR note IS NOT NULL OR erased_on IS NOT NULL),
    CHECK ((erased_on IS NULL) = (say IS NOT NULL)),
    CHECK ((erased_on IS NULL) = (reach_to IS NOT NULL)),
    CHECK ((erased_on IS NULL) = (content_hash IS NOT NULL)),
    CHECK (erased_on IS NULL OR (called IS NULL AND suits IS NULL AND note IS NULL)))`,

  `CREATE INDEX support_request_of_consultation ON support_request (consultation_id, due_on, id)`,
]
