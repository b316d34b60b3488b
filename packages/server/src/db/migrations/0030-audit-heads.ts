import { sql, type Kysely } from 'kysely'

/**
 * The newest entry of the audit log, noted every day: entries taken off the end of the log are missed by whoever compares.
 * Noted in the table and in the server's own log, which is kept elsewhere. And what looking through the log by person, verb
 * and thing needs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE audit_head (
    noted_at timestamptz PRIMARY KEY,
    number bigint NOT NULL CHECK (number >= 0),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    changed_number bigint CHECK (changed_number >= 1),
    why text CHECK (length(why) BETWEEN 1 AND 40),
    CHECK ((changed_number IS NULL) = (why IS NULL)))`,
  `CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_audit()`,
  `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit()`,
  'REVOKE UPDATE, DELETE, TRUNCATE ON audit_head FROM CURRENT_USER',
  'CREATE INDEX audit_by_actor ON audit_entry (actor, number DESC)',
  'CREATE INDEX audit_by_verb ON audit_entry (verb, number DESC)',
  'CREATE INDEX audit_by_thing ON audit_entry (thing, number DESC)',
  'CREATE INDEX audit_by_time ON audit_entry (at)',
  'CREATE INDEX staff_session_by_use ON staff_session (last_used_at)',
]
