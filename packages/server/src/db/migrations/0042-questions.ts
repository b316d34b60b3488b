import { sql, type Kysely } from 'kysely'

/**
 * How far each question of a round of questions has come. Its words are those of its contribution, and an answer is a
 * contribution of the staff. The database itself holds that such a round ends only when every question has an answer or a
 * reason, and that nothing of it changes after that, but for what is taken out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `ALTER TABLE acknowledgement DROP CONSTRAINT acknowledgement_kind_check,
    ADD CONSTRAINT acknowledgement_kind_check CHECK (kind IN ('alike', 'thinking', 'wanted'))`,

  `CREATE TABLE round_question (
    contribution_id uuid PRIMARY KEY REFERENCES contribution,
    round_id uuid NOT NULL REFERENCES round,
    number integer NOT NULL CHECK (number >= 1),
    state text NOT NULL CHECK (state IN ('waiting', 'being-answered', 'answered', 'not-answered', 'joined')),
    by_name text CHECK (length(by_name) BETWEEN 1 AND 60),
    taken_by uuid,
    taken_at timestamptz,
    answer_id uuid UNIQUE REFERENCES contribution,
    why text CHECK (why IN ('one-person', 'not-ours', 'not-known', 'may-not-say', 'asked-elsewhere', 'other', 'after-the-end', 'answer-removed')),
    note text CHECK (length(note) BETWEEN 1 AND 2000),
    joined_to integer CHECK (joined_to <> number),
    ended_at timestamptz,
    UNIQUE (round_id, number),
    FOREIGN KEY (round_id, joined_to) REFERENCES round_question (round_id, number),
    CHECK (state <> 'being-answered' OR (by_name IS NOT NULL AND taken_by IS NOT NULL AND taken_at IS NOT NULL)),
    CHECK ((state = 'answered') = (answer_id IS NOT NULL)),
    CHECK ((state = 'not-answered') = (why IS NOT NULL)),
    CHECK (why <> 'other' OR note IS NOT NULL),
    CHECK ((state = 'joined') = (joined_to IS NOT NULL)),
    CHECK ((state IN ('answered', 'not-answered')) = (ended_at IS NOT NULL)))`,
  `CREATE INDEX round_question_joined ON round_question (round_id, joined_to) WHERE joined_to IS NOT NULL`,

  // What was asked before there was anything to answer it with.
  `INSERT INTO round_question (contribution_id, round_id, number, state)
    SELECT s.contribution_id, s.round_id, s.number, 'waiting' FROM contribution_shown s JOIN round r ON r.id = s.round_id
    WHERE r.kind = 'questions' AND s.answered_number IS NULL AND s.words IN ('said', 'changing')`,

  `CREATE TABLE round_questions_end (
    round_id uuid PRIMARY KEY REFERENCES round,
    finished_at timestamptz NOT NULL,
    finished_by uuid)`,

  // Whose words nobody can read now, because a moderator has asked for others, has been told why: that is an end too.
  `CREATE FUNCTION refuse_to_end_with_open_questions() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM round_question q JOIN contribution c ON c.id = q.contribution_id
          WHERE q.round_id = NEW.round_id AND q.state IN ('waiting', 'being-answered') AND c.state IN ('accepted', 'waiting'))
        OR EXISTS (SELECT FROM contribution c WHERE c.round_id = NEW.round_id AND c.state = 'waiting') THEN
        RAISE EXCEPTION 'a question has neither an answer nor a reason' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER every_question_ends BEFORE INSERT ON round_questions_end
    FOR EACH ROW EXECUTE FUNCTION refuse_to_end_with_open_questions()`,

  `CREATE FUNCTION refuse_to_change_finished_questions() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM round_questions_end e WHERE e.round_id = OLD.round_id) THEN
          RAISE EXCEPTION 'this round of questions is finished' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
      END IF;
      IF EXISTS (SELECT FROM round_questions_end e WHERE e.round_id = NEW.round_id)
        AND NOT (NEW.state = 'not-answered' AND NEW.why IN ('after-the-end', 'answer-removed')) THEN
        RAISE EXCEPTION 'this round of questions is finished' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER finished_for_good BEFORE INSERT OR UPDATE OR DELETE ON round_question
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_finished_questions()`,
  `CREATE FUNCTION refuse_to_change_an_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a round of questions is finished once and for all' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER ended_for_good BEFORE UPDATE OR DELETE ON round_questions_end
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_an_end()`,

  // The summary of such a round can only be written of what is finished.
  `CREATE FUNCTION refuse_summary_of_open_questions() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM round_questions_end e WHERE e.round_id = NEW.id) THEN
        RAISE EXCEPTION 'a question has neither an answer nor a reason' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER questions_before_summary BEFORE INSERT OR UPDATE ON round
    FOR EACH ROW WHEN (NEW.kind = 'questions' AND NEW.document ? 'summary') EXECUTE FUNCTION refuse_summary_of_open_questions()`,
]
