import { sql, type Kysely } from 'kysely'

/**
 * Mail to be sent, one row each. `event` is what the mail is about: the same event is queued once, however often it is
 * told. A row holds ids and dates, never what somebody wrote.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE mail (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event text NOT NULL UNIQUE CHECK (length(event) BETWEEN 1 AND 200),
    kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    parameters jsonb NOT NULL CHECK (jsonb_typeof(parameters) = 'object'),
    recipient text NOT NULL CHECK (recipient ~ '^[!-~]+@[!-~]+$' AND length(recipient) <= 254),
    state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'held', 'unknown')),
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts BETWEEN 0 AND 100),
    queued_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    failure text CHECK (length(failure) BETWEEN 1 AND 100))`,
  `CREATE INDEX mail_by_recipient ON mail (recipient, queued_at)`,
  `CREATE INDEX mail_newest ON mail (queued_at DESC, id)`,
  `CREATE INDEX mail_under_way ON mail (changed_at) WHERE state IN ('waiting', 'sending')`,
]
