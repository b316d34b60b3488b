import { sql, type Kysely } from 'kysely'

/** Jobs whose effect is in the database already: written with the effect, so that a job that is run again has none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('CREATE TABLE job_effect (job_id bigint PRIMARY KEY)').execute(db)
}
