import { sql, type Kysely } from 'kysely'

/**
 * Rounds and what people say in them. What was sent is in `contribution_words`, which no public query reads; what
 * everybody may read is in `contribution_shown`, and nowhere else. The database itself holds that words are shown only
 * of the revision that is accepted at this moment: a contribution cannot be edited, rejected or withdrawn while its words
 * are shown (S38, S53).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE process (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'))`,

  // last_number counts what was ever shown, so that a number is given once; contributions and people count what is shown.
  `CREATE TABLE round (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind text NOT NULL CHECK (kind IN ('discussion', 'questions', 'statements', 'proposition')),
    process_id uuid REFERENCES process,
    place integer CHECK (place BETWEEN 1 AND 100),
    consultation_slug text,
    opens_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL CHECK (closes_at > opens_at),
    revision integer NOT NULL CHECK (revision >= 1),
    document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
    retracted_at timestamptz,
    retracted_reason text,
    last_number integer NOT NULL CHECK (last_number >= 0),
    CHECK ((process_id IS NULL) = (place IS NULL)),
    CHECK ((retracted_at IS NULL) = (retracted_reason IS NULL)),
    UNIQUE (process_id, place))`,
  `CREATE INDEX round_by_closing ON round (closes_at DESC, id)`,
  `CREATE INDEX round_of_consultation ON round (consultation_slug) WHERE consultation_slug IS NOT NULL`,

  // One private code in one round: how many people spoke, and who was heard before, without knowing who anybody is.
  `CREATE TABLE round_voice (
    id uuid PRIMARY KEY,
    round_id uuid NOT NULL REFERENCES round,
    code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
    UNIQUE (round_id, code_hash))`,

  // answered_number is NULL for a comment and the number of the comment for a reply: replies are one level deep.
  `CREATE TABLE contribution (
    id uuid PRIMARY KEY,
    round_id uuid NOT NULL REFERENCES round,
    voice_id uuid REFERENCES round_voice,
    source text NOT NULL CHECK (source IN ('participant', 'staff', 'seed', 'on-behalf', 'paper', 'meeting')),
    source_note text CHECK (length(source_note) BETWEEN 1 AND 300),
    staff_id uuid,
    answered_number integer CHECK (answered_number >= 1),
    state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'rejected', 'change-asked', 'withdrawn')),
    revision integer NOT NULL CHECK (revision >= 1),
    number integer CHECK (number >= 1),
    late boolean NOT NULL,
    help_now boolean NOT NULL,
    content_hash bytea CHECK (length(content_hash) = 32),
    first_hash bytea CHECK (length(first_hash) = 32),
    reason text CHECK (length(reason) BETWEEN 1 AND 5000),
    received_at timestamptz NOT NULL,
    decided_at timestamptz,
    UNIQUE (round_id, number),
    UNIQUE (id, state, revision),
    CHECK ((source IN ('participant', 'on-behalf')) = (voice_id IS NOT NULL)),
    CHECK ((state = 'withdrawn') = (content_hash IS NULL)))`,
  `CREATE INDEX contribution_of_voice ON contribution (voice_id, received_at) WHERE voice_id IS NOT NULL`,
  `CREATE INDEX contribution_waiting ON contribution (received_at, id) WHERE state = 'waiting'`,
  `CREATE INDEX contribution_waiting_in_round ON contribution (round_id, received_at, id) WHERE state = 'waiting'`,

  // Every revision as it was sent. Erased when its author takes it back.
  `CREATE TABLE contribution_words (
    contribution_id uuid NOT NULL REFERENCES contribution ON DELETE CASCADE,
    revision integer NOT NULL CHECK (revision >= 1),
    change_id uuid NOT NULL UNIQUE,
    said jsonb NOT NULL CHECK (jsonb_typeof(said) = 'object'),
    received_at timestamptz NOT NULL,
    PRIMARY KEY (contribution_id, revision))`,

  // accepted and revision are both there while words are shown, and then refer to an accepted contribution of that revision.
  `CREATE TABLE contribution_shown (
    contribution_id uuid PRIMARY KEY REFERENCES contribution (id),
    round_id uuid NOT NULL REFERENCES round,
    number integer NOT NULL CHECK (number >= 1),
    answered_number integer CHECK (answered_number < number),
    words text NOT NULL CHECK (words IN ('said', 'changing', 'withdrawn', 'removed')),
    accepted text CHECK (accepted = 'accepted'),
    revision integer,
    source text NOT NULL CHECK (source IN ('participant', 'staff', 'seed', 'on-behalf', 'paper', 'meeting')),
    source_note text,
    voice_id uuid,
    name text,
    self text,
    stance text CHECK (stance IN ('for', 'against', 'conditional', 'undecided')),
    condition text,
    body text,
    removed jsonb CHECK (jsonb_typeof(removed) = 'array'),
    quotations jsonb CHECK (jsonb_typeof(quotations) = 'array'),
    replies integer NOT NULL CHECK (replies >= 0),
    shown_at timestamptz NOT NULL,
    edited_at timestamptz,
    UNIQUE (round_id, number),
    FOREIGN KEY (contribution_id, accepted, revision) REFERENCES contribution (id, state, revision),
    FOREIGN KEY (round_id, answered_number) REFERENCES contribution_shown (round_id, number),
    CHECK ((words = 'said') = (body IS NOT NULL)),
    CHECK ((words = 'said') = (name IS NOT NULL)),
    CHECK ((words = 'said') = (accepted IS NOT NULL)),
    CHECK ((words = 'said') = (revision IS NOT NULL)),
    CHECK ((words = 'said') = (removed IS NOT NULL)),
    CHECK ((words = 'said') = (quotations IS NOT NULL)),
    CHECK (words = 'said' OR (self IS NULL AND stance IS NULL AND condition IS NULL)),
    CHECK ((stance = 'conditional') = (condition IS NOT NULL)))`,
  // 'none' and not NULL, which would not keep what comes after it in order. A place without words is listed only while there are replies to it. Each order of the threads of a round is read from an index, from any place in it.
  `CREATE INDEX threads_by_number ON contribution_shown (round_id, number) WHERE answered_number IS NULL AND (words = 'said' OR replies > 0)`,
  `CREATE INDEX threads_by_replies ON contribution_shown (round_id, replies, number) WHERE answered_number IS NULL AND (words = 'said' OR replies > 0)`,
  `CREATE INDEX threads_by_stance ON contribution_shown (round_id, coalesce(stance, 'none'), replies, (-number)) WHERE answered_number IS NULL AND (words = 'said' OR replies > 0)`,
  `CREATE INDEX replies_of_thread ON contribution_shown (round_id, answered_number, number) WHERE answered_number IS NOT NULL`,
  `CREATE INDEX people_of_round ON contribution_shown (round_id, voice_id) WHERE voice_id IS NOT NULL`,

  `CREATE TABLE acknowledgement (
    round_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('alike', 'thinking')),
    device_hash bytea CHECK (length(device_hash) = 32),
    FOREIGN KEY (round_id, number) REFERENCES contribution_shown (round_id, number) ON DELETE CASCADE,
    UNIQUE NULLS NOT DISTINCT (round_id, number, kind, device_hash))`,
]
