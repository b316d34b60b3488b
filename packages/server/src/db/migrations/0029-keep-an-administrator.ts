import { sql, type Kysely } from 'kysely'

/**
 * A link of an invitation may also go by mail: the mail carries a secret of its own, made when it is sent, of which the
 * hash is here. And the desk always keeps somebody who can let others in, whatever writes to the table: the last
 * administrator who does not come by the identity provider, which decides for its own people, keeps their role.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'ALTER TABLE invitation ADD mailed_hash bytea UNIQUE CHECK (length(mailed_hash) = 32)',

  // One after the other: each sees what the one before it has done.
  `CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(7203815590414);
      IF NOT EXISTS (SELECT FROM staff_member WHERE 'administrator' = ANY (roles) AND suspended_at IS NULL) THEN
        RAISE EXCEPTION 'the desk would have no administrator' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER administrator_kept AFTER UPDATE OF roles, suspended_at ON staff_member
    FOR EACH ROW
    WHEN (OLD.issuer IS NULL AND 'administrator' = ANY (OLD.roles) AND OLD.suspended_at IS NULL
      AND NOT ('administrator' = ANY (NEW.roles) AND NEW.suspended_at IS NULL))
    EXECUTE FUNCTION keep_an_administrator()`,
]
