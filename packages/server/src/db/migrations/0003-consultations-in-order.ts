import { sql, type Kysely } from 'kysely'

/**
 * The number and the closing time of the newest version stand beside each consultation, so that a list can be read in
 * order and a page at a time. The database keeps them itself: a server of the version before publishes as it always did.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'ALTER TABLE consultation ADD COLUMN newest integer, ADD COLUMN closes_at timestamptz',

  `CREATE FUNCTION note_newest_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE consultation SET newest = NEW.number, closes_at = (NEW.document ->> 'closesAt')::timestamptz
        WHERE id = NEW.consultation_id AND (newest IS NULL OR newest < NEW.number);
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER noted AFTER INSERT ON consultation_version
    FOR EACH ROW EXECUTE FUNCTION note_newest_version()`,

  `UPDATE consultation c SET newest = v.number, closes_at = (v.document ->> 'closesAt')::timestamptz
    FROM (SELECT DISTINCT ON (consultation_id) consultation_id, number, document FROM consultation_version
      ORDER BY consultation_id, number DESC) v
    WHERE v.consultation_id = c.id`,

  // In the order of the list: the last to close first.
  'CREATE INDEX consultation_in_order ON consultation (closes_at DESC, slug) WHERE retracted_at IS NULL AND newest IS NOT NULL',
]
