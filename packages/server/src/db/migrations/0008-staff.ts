import { sql, type Kysely } from 'kysely'

/**
 * Members of staff, how they show who they are, and the record of what they did. Whatever opens something (a session, a
 * link, a challenge) is stored only as its SHA-256: who reads the database can use none of it (S18, S22).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const someRoles = `CHECK (roles <@ ARRAY['author', 'moderator', 'analyst', 'publisher', 'administrator'])`
const aName = 'CHECK (length(name) BETWEEN 1 AND 400)'
const anAddress = `CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254)`
const aHash = (column: string): string => `CHECK (length(${column}) = 32)`

const statements = [
  `CREATE TABLE staff_member (
    id uuid PRIMARY KEY,
    name text NOT NULL ${aName},
    email text UNIQUE ${anAddress},
    roles text[] NOT NULL ${someRoles},
    every_consultation boolean NOT NULL,
    issuer text,
    subject text,
    joined_at timestamptz NOT NULL,
    suspended_at timestamptz,
    UNIQUE (issuer, subject),
    CHECK ((issuer IS NULL) = (subject IS NULL)))`,

  // The consultation may still be a draft, which has its id before it has a row of its own.
  `CREATE TABLE consultation_team (
    staff_id uuid NOT NULL REFERENCES staff_member,
    consultation_id uuid NOT NULL,
    PRIMARY KEY (staff_id, consultation_id))`,
  'CREATE INDEX team_of_consultation ON consultation_team (consultation_id)',

  `CREATE TABLE passkey (
    id bytea PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 1023),
    staff_id uuid NOT NULL REFERENCES staff_member,
    public_key bytea NOT NULL,
    counter bigint NOT NULL CHECK (counter >= 0),
    transports text[] NOT NULL,
    made_at timestamptz NOT NULL,
    last_used_at timestamptz)`,
  'CREATE INDEX passkey_of_staff ON passkey (staff_id)',

  `CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE ${aHash('token_hash')},
    purpose text NOT NULL CHECK (purpose IN ('first', 'join', 'new-passkey')),
    staff_id uuid REFERENCES staff_member,
    name text ${aName},
    email text ${anAddress},
    roles text[] NOT NULL ${someRoles},
    every_consultation boolean NOT NULL,
    made_by uuid REFERENCES staff_member,
    made_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > made_at),
    used_at timestamptz,
    CHECK ((purpose = 'new-passkey') = (staff_id IS NOT NULL)))`,
  'CREATE INDEX invitation_not_used ON invitation (ends_at) WHERE used_at IS NULL',

  `CREATE TABLE passkey_challenge (
    challenge_hash bytea PRIMARY KEY ${aHash('challenge_hash')},
    purpose text NOT NULL CHECK (purpose IN ('join', 'sign-in')),
    invitation_id uuid REFERENCES invitation ON DELETE CASCADE,
    ends_at timestamptz NOT NULL,
    CHECK ((purpose = 'join') = (invitation_id IS NOT NULL)))`,
  'CREATE INDEX passkey_challenge_by_end ON passkey_challenge (ends_at)',

  `CREATE TABLE staff_session (
    token_hash bytea PRIMARY KEY ${aHash('token_hash')},
    id uuid NOT NULL UNIQUE,
    staff_id uuid NOT NULL REFERENCES staff_member,
    way text NOT NULL CHECK (way IN ('passkey', 'provider')),
    browser text NOT NULL CHECK (length(browser) <= 100),
    started_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    checked_at timestamptz,
    sealed_token bytea,
    CHECK ((way = 'provider') = (checked_at IS NOT NULL)))`,
  'CREATE INDEX staff_session_of_staff ON staff_session (staff_id)',

  // Whoever has a stream open for a session hears at once that it has ended, on every server (S23).
  `CREATE FUNCTION tell_of_ended_session() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('staff_session_ended', OLD.id::text);
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER told AFTER DELETE ON staff_session
    FOR EACH ROW EXECUTE FUNCTION tell_of_ended_session()`,

  `CREATE TABLE sign_in_attempt (
    state_hash bytea PRIMARY KEY ${aHash('state_hash')},
    browser_hash bytea NOT NULL ${aHash('browser_hash')},
    code_verifier text NOT NULL,
    nonce text NOT NULL,
    return_to text NOT NULL CHECK (return_to LIKE '/desk%'),
    ends_at timestamptz NOT NULL)`,
  'CREATE INDEX sign_in_attempt_by_end ON sign_in_attempt (ends_at)',

  `CREATE TABLE sign_in_setting (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    passkeys boolean NOT NULL,
    provider boolean NOT NULL,
    CHECK (passkeys OR provider))`,
  'INSERT INTO sign_in_setting (passkeys, provider) VALUES (true, true)',

  // Ids and verbs only (S55). No column can hold a line end, so the lines that are hashed have one reading.
  `CREATE TABLE audit_entry (
    number bigint PRIMARY KEY CHECK (number >= 1),
    at timestamptz NOT NULL,
    actor text NOT NULL CHECK (actor ~ '^[a-z-]{1,40}(:[a-z0-9-]{1,60})?$'),
    verb text NOT NULL CHECK (verb ~ '^[a-z-]{1,40}[.][a-z-]{1,40}$'),
    thing text NOT NULL CHECK (thing ~ '^[a-z-]{1,40}:[a-zA-Z0-9-]{1,80}$'),
    detail text NOT NULL CHECK (detail ~ '^[a-z0-9 ,:.-]{0,200}$'),
    previous_hash bytea NOT NULL ${aHash('previous_hash')},
    hash bytea NOT NULL UNIQUE ${aHash('hash')})`,

  // One after the other, so that the chain has no forks. The database numbers and hashes: no writer can choose either.
  String.raw`CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      last record;
    BEGIN
      PERFORM pg_advisory_xact_lock(7203815590412);
      SELECT number, hash INTO last FROM audit_entry ORDER BY number DESC LIMIT 1;
      NEW.number := coalesce(last.number, 0) + 1;
      NEW.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
      NEW.hash := sha256(convert_to(concat_ws(E'\n', encode(NEW.previous_hash, 'hex'), NEW.number,
        to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), NEW.actor, NEW.verb, NEW.thing, NEW.detail), 'UTF8'));
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER chained BEFORE INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION chain_audit_entry()`,

  `CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'an entry of the audit log cannot be changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit()`,
  `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit()`,
  'REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM CURRENT_USER',
]
