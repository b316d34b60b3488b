import { sql, type Kysely } from 'kysely'

/**
 * What moderators decide, and what people report. The database itself holds that nobody decides about the same words twice:
 * for each revision there is one standing decision, and a second one only after its author has answered. A decision holds
 * the places of what is taken out, never the words.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const reasons = `('identifies', 'attacks', 'off-topic', 'law', 'sells', 'other')`

const statements = [
  // Shown before anybody read it. Gone when a decision about it comes into effect.
  `CREATE TABLE contribution_unread (
    contribution_id uuid PRIMARY KEY REFERENCES contribution ON DELETE CASCADE,
    since timestamptz NOT NULL)`,
  `CREATE INDEX contribution_unread_by_time ON contribution_unread (since, contribution_id)`,

  `CREATE TABLE moderation_claim (
    contribution_id uuid PRIMARY KEY REFERENCES contribution ON DELETE CASCADE,
    staff_id uuid NOT NULL,
    until timestamptz NOT NULL)`,

  // turn 2: after the author's answer.
  `CREATE TABLE moderation_decision (
    id uuid PRIMARY KEY,
    contribution_id uuid NOT NULL REFERENCES contribution,
    revision integer NOT NULL CHECK (revision >= 1),
    turn integer NOT NULL CHECK (turn BETWEEN 1 AND 2),
    kind text NOT NULL CHECK (kind IN ('accept', 'redact', 'reject', 'ask-change')),
    reason text CHECK (reason IN ${reasons}),
    words text CHECK (length(words) BETWEEN 1 AND 3000),
    parts jsonb CHECK (jsonb_typeof(parts) = 'array'),
    decided_by uuid NOT NULL,
    decided_at timestamptz NOT NULL,
    effective_at timestamptz NOT NULL CHECK (effective_at >= decided_at),
    undone_at timestamptz CHECK (undone_at < effective_at),
    applied_at timestamptz CHECK (applied_at >= effective_at),
    overtaken boolean NOT NULL,
    CHECK ((kind IN ('reject', 'ask-change')) = (reason IS NOT NULL)),
    CHECK ((kind = 'redact') = (parts IS NOT NULL)),
    CHECK (undone_at IS NULL OR applied_at IS NULL),
    CHECK (NOT overtaken OR applied_at IS NOT NULL))`,
  `CREATE UNIQUE INDEX one_standing_decision ON moderation_decision (contribution_id, revision, turn) WHERE undone_at IS NULL`,
  `CREATE INDEX decision_to_apply ON moderation_decision (effective_at, id) WHERE undone_at IS NULL AND applied_at IS NULL`,
  `CREATE INDEX decision_by_time ON moderation_decision (decided_at DESC, id)`,

  `CREATE TABLE moderation_answer (
    contribution_id uuid PRIMARY KEY REFERENCES contribution ON DELETE CASCADE,
    revision integer NOT NULL CHECK (revision >= 1),
    words text NOT NULL CHECK (length(words) BETWEEN 1 AND 5000),
    received_at timestamptz NOT NULL)`,

  // The id is known to the reporter's device alone: with it they learn what came of the report.
  `CREATE TABLE contribution_report (
    id uuid PRIMARY KEY,
    contribution_id uuid NOT NULL REFERENCES contribution ON DELETE CASCADE,
    revision integer NOT NULL CHECK (revision >= 1),
    device_hash bytea NOT NULL CHECK (length(device_hash) = 32),
    reason text NOT NULL CHECK (reason IN ('identifies', 'attacks', 'off-topic', 'law', 'sells', 'worried', 'other')),
    words text CHECK (length(words) BETWEEN 1 AND 3000),
    received_at timestamptz NOT NULL,
    outcome text CHECK (outcome IN ('kept', 'changed', 'removed')),
    outcome_at timestamptz,
    CHECK ((outcome IS NULL) = (outcome_at IS NULL)),
    UNIQUE (contribution_id, device_hash))`,
  `CREATE INDEX report_open ON contribution_report (received_at, id) WHERE outcome IS NULL`,
]
