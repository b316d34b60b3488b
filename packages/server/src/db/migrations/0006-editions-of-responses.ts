import { sql, type Kysely } from 'kysely'

/**
 * A response may have been written in any edition of its consultation. What an edition may be called is said by the shape
 * of consultations; here it is a word that can stand in an address.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`ALTER TABLE response DROP CONSTRAINT response_edition_check,
      ADD CONSTRAINT response_edition_check CHECK (edition ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(edition) <= 40)`)
    .execute(db)
}
