import { sql, type Kysely } from 'kysely'

/**
 * What a session that began at the identity provider needs: which server is asking it again, so that a token that can be
 * used once is not used twice; and for whom somebody signs in who goes on with a page.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'ALTER TABLE staff_session ADD checking_at timestamptz',
  'ALTER TABLE sign_in_attempt ADD for_staff uuid REFERENCES staff_member',
]
