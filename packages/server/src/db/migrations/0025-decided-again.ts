import { sql, type Kysely } from 'kysely'

/**
 * The same words can be decided about again: after their author has answered, and each time somebody reports them after they
 * were let in. `turn` counts the decisions about one revision.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `ALTER TABLE moderation_decision DROP CONSTRAINT moderation_decision_turn_check,
        ADD CONSTRAINT moderation_decision_turn_check CHECK (turn BETWEEN 1 AND 10000)`,
    )
    .execute(db)
}
