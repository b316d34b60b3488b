import { sql, type Kysely } from 'kysely'

/**
 * The ledger: one row for every response, made by the database itself in the transaction that stores the response. A
 * response without a row cannot be committed, and the line is computed from what is known of the response, so the lines
 * always add up to what came in. Beside it stand the keys of what was answered, which results are counted from, and the
 * words that can be searched.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** As answer-keys.ts makes them: what the two give is compared by a test. */
const answerKeys = `CREATE FUNCTION answer_keys(answers jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(key), '{}') FROM jsonb_each(answers) AS answered (id, answer), LATERAL (
    SELECT id WHERE answer ->> 'kind' IN ('short-text', 'long-text', 'several-of', 'matrix', 'ranking')
    UNION ALL SELECT id || '=' || (answer ->> 'choice') WHERE answer ? 'choice'
    UNION ALL SELECT id || '=' || (answer ->> 'text') WHERE answer ->> 'kind' = 'number'
    UNION ALL SELECT id || '=' || (answer ->> 'year') || '-' || lpad(answer ->> 'month', 2, '0') || '-' || lpad(answer ->> 'day', 2, '0')
      WHERE answer ->> 'kind' = 'date'
    UNION ALL SELECT id || '=given' WHERE answer -> 'given' = 'true'
    UNION ALL SELECT id || '=' || code FROM jsonb_array_elements_text(answer -> 'choices') AS code WHERE answer ->> 'kind' = 'several-of'
    UNION ALL SELECT id || '.' || key || '=' || code FROM jsonb_each_text(answer -> 'rows') AS chosen (key, code) WHERE answer ->> 'kind' = 'matrix'
    UNION ALL SELECT id || '.' || code || '=' || place FROM jsonb_array_elements_text(answer -> 'order') WITH ORDINALITY AS placed (code, place)
      WHERE answer ->> 'kind' = 'ranking') AS keys (key)
  $$`

/** The words of text answers, and those beside options. Those about equality are never searched (S33). */
const answerWords = `CREATE FUNCTION answer_words(answers jsonb, apart text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT to_tsvector('english', coalesce(string_agg(words, ' '), '')) FROM jsonb_each(answers) AS answered (id, answer), LATERAL (
    SELECT answer ->> 'text' WHERE answer ->> 'kind' IN ('short-text', 'long-text')
    UNION ALL SELECT value FROM jsonb_each_text(answer -> 'say') WHERE answer ? 'say') AS said (words)
  WHERE id <> ALL (apart)
  $$`

const statements = [
  // Which questions of a version are about equality: kept small, so that storing a response need not read the whole version.
  `CREATE TABLE question_apart (
    consultation_id uuid NOT NULL,
    version integer NOT NULL,
    question_id text NOT NULL,
    PRIMARY KEY (consultation_id, version, question_id),
    FOREIGN KEY (consultation_id, version) REFERENCES consultation_version)`,
  `CREATE FUNCTION note_questions_apart() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO question_apart SELECT DISTINCT NEW.consultation_id, NEW.number, question ->> 'id'
        FROM jsonb_array_elements(NEW.document -> 'sections') AS section,
          jsonb_array_elements(section -> 'questions') AS question
        WHERE section ->> 'purpose' = 'equality';
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER questions_apart AFTER INSERT ON consultation_version
    FOR EACH ROW EXECUTE FUNCTION note_questions_apart()`,
  `INSERT INTO question_apart SELECT DISTINCT consultation_id, number, question ->> 'id' FROM consultation_version,
    jsonb_array_elements(document -> 'sections') AS section, jsonb_array_elements(section -> 'questions') AS question
    WHERE section ->> 'purpose' = 'equality'`,

  `CREATE TABLE campaign (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES consultation,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    count_as text NOT NULL DEFAULT 'each' CHECK (count_as IN ('each', 'one')),
    found_at timestamptz NOT NULL)`,
  'CREATE INDEX campaign_of_consultation ON campaign (consultation_id)',

  // Which consultation it is comes from the response, which refers to it: looking it up again would slow down every sending.
  // The expression says in SQL what lineOf says in ledger-line.ts; a test tries every combination in both.
  `CREATE TABLE response_ledger (
    response_id uuid PRIMARY KEY REFERENCES response DEFERRABLE INITIALLY DEFERRED,
    consultation_id uuid NOT NULL,
    version integer NOT NULL,
    came_on date NOT NULL,
    way text NOT NULL DEFAULT 'website' CHECK (way IN ('website', 'paper', 'telephone', 'email', 'meeting')),
    behalf text NOT NULL DEFAULT 'self' CHECK (behalf IN ('self', 'person', 'organisation')),
    late boolean NOT NULL,
    late_decision text CHECK (late_decision IN ('accepted', 'not-accepted')),
    blank boolean NOT NULL,
    merged_into uuid REFERENCES response_ledger CHECK (merged_into <> response_id),
    campaign uuid REFERENCES campaign,
    campaign_form text CHECK (campaign_form IN ('standard', 'edited')),
    as_one boolean NOT NULL DEFAULT false CHECK (NOT as_one OR campaign_form = 'standard'),
    excluded text CHECK (excluded IN ('no-valid-contact', 'test', 'abuse', 'not-eligible', 'other')),
    withdrawn boolean NOT NULL DEFAULT false,
    erased boolean NOT NULL DEFAULT false,
    line text NOT NULL GENERATED ALWAYS AS (CASE
      WHEN erased THEN 'erased'
      WHEN withdrawn THEN 'withdrawn'
      WHEN excluded IS NOT NULL THEN 'excluded'
      WHEN blank THEN 'blank'
      WHEN merged_into IS NOT NULL THEN 'duplicate'
      WHEN late AND late_decision IS NULL THEN 'late-waiting'
      WHEN late AND late_decision <> 'accepted' THEN 'late-not-accepted'
      WHEN campaign IS NOT NULL THEN 'campaign-' || campaign_form
      WHEN late THEN 'late-accepted'
      WHEN behalf = 'self' THEN 'in-time'
      ELSE 'on-behalf' END) STORED,
    counted boolean NOT NULL GENERATED ALWAYS AS (NOT erased AND NOT withdrawn AND excluded IS NULL AND NOT blank
      AND merged_into IS NULL AND (NOT late OR coalesce(late_decision = 'accepted', false))) STORED,
    keys text[] NOT NULL,
    CHECK ((campaign IS NULL) = (campaign_form IS NULL)))`,
  'CREATE INDEX ledger_of_consultation ON response_ledger (consultation_id, line, response_id)',
  'CREATE INDEX ledger_merged_into ON response_ledger (merged_into) WHERE merged_into IS NOT NULL',
  'CREATE INDEX ledger_of_campaign ON response_ledger (consultation_id, campaign, response_id) WHERE campaign IS NOT NULL',

  `CREATE TABLE response_words (
    response_id uuid PRIMARY KEY REFERENCES response_ledger,
    words tsvector NOT NULL)`,
  'CREATE INDEX response_by_words ON response_words USING gin (words)',

  // Finding the stems of words takes longer than storing a response: nobody who sends one waits for it. A job does it
  // within a minute, and whoever searches before that has these looked through one by one.
  'CREATE TABLE response_words_due (response_id uuid PRIMARY KEY)',

  answerKeys,
  answerWords,

  `CREATE FUNCTION questions_apart_of(consultation uuid, number integer) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(question_id), '{}') FROM question_apart WHERE consultation_id = consultation AND version = number $$`,

  // True: late, but within the days of grace that the newest version promises.
  `CREATE FUNCTION within_grace(consultation uuid, received timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT received <= c.closes_at + make_interval(days => (v.document #>> '{grace,days}')::integer)
    FROM consultation c JOIN consultation_version v ON v.consultation_id = c.id AND v.number = c.newest WHERE c.id = consultation $$`,

  `CREATE FUNCTION put_on_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO response_ledger (response_id, consultation_id, version, came_on, late, late_decision, blank, withdrawn, keys)
        VALUES (NEW.id, NEW.consultation_id, NEW.version, (NEW.received_at AT TIME ZONE 'Europe/London')::date, NEW.late,
          CASE WHEN NEW.late AND within_grace(NEW.consultation_id, NEW.received_at) THEN 'accepted' END,
          coalesce(NEW.answers = '{}', false), NEW.state = 'withdrawn', coalesce(answer_keys(NEW.answers), '{}'));
      IF NEW.answers IS NOT NULL THEN
        INSERT INTO response_words_due VALUES (NEW.id);
      END IF;
      RETURN NULL;
    END $$`,
  'CREATE TRIGGER on_ledger AFTER INSERT ON response FOR EACH ROW EXECUTE FUNCTION put_on_ledger()',

  // What was said is what is found: rows are locked, so that a change made meanwhile waits and is noted as due again.
  `CREATE FUNCTION index_due_words(most integer) RETURNS integer LANGUAGE plpgsql AS $$
    DECLARE done integer;
    BEGIN
      WITH due AS (DELETE FROM response_words_due WHERE response_id IN
          (SELECT response_id FROM response_words_due LIMIT most FOR UPDATE SKIP LOCKED) RETURNING response_id),
        said AS (SELECT r.id, r.answers, r.consultation_id, r.version FROM response r JOIN due ON due.response_id = r.id
          WHERE r.answers IS NOT NULL FOR SHARE OF r),
        put AS (INSERT INTO response_words SELECT id, answer_words(answers, questions_apart_of(consultation_id, version)) FROM said
          ON CONFLICT (response_id) DO UPDATE SET words = excluded.words RETURNING response_id)
        SELECT (SELECT count(*) FROM due) + 0 * (SELECT count(*) FROM put) INTO done;
      RETURN done;
    END $$`,

  `CREATE FUNCTION follow_on_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE response_ledger SET
        late = NEW.late,
        blank = coalesce(NEW.answers = '{}', false),
        withdrawn = NEW.state = 'withdrawn',
        keys = coalesce(answer_keys(NEW.answers), '{}')
        WHERE response_id = NEW.id;
      DELETE FROM response_words WHERE response_id = NEW.id;
      IF NEW.answers IS NULL THEN
        DELETE FROM response_words_due WHERE response_id = NEW.id;
      ELSE
        INSERT INTO response_words_due VALUES (NEW.id) ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER followed_on_ledger AFTER UPDATE OF answers, state, late ON response
    FOR EACH ROW EXECUTE FUNCTION follow_on_ledger()`,

  // A change that came late makes its response late: the grace rule decides on it by when the change came.
  `CREATE FUNCTION decide_on_late_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE response_ledger SET late_decision = 'accepted' WHERE response_id = NEW.response_id AND late AND late_decision IS NULL
        AND within_grace(consultation_id, NEW.received_at);
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER late_change AFTER INSERT ON response_change FOR EACH ROW WHEN (NEW.late AND NEW.kind = 'change')
    EXECUTE FUNCTION decide_on_late_change()`,

  `INSERT INTO response_ledger (response_id, consultation_id, version, came_on, late, late_decision, blank, withdrawn, keys)
    SELECT id, consultation_id, version, (received_at AT TIME ZONE 'Europe/London')::date, late,
      CASE WHEN late AND within_grace(consultation_id, received_at) THEN 'accepted' END,
      coalesce(answers = '{}', false), state = 'withdrawn', coalesce(answer_keys(answers), '{}') FROM response`,
  'INSERT INTO response_words_due SELECT id FROM response WHERE answers IS NOT NULL',

  // No response is committed without its line.
  `ALTER TABLE response ADD CONSTRAINT response_is_on_a_line FOREIGN KEY (id) REFERENCES response_ledger (response_id)
    DEFERRABLE INITIALLY DEFERRED`,

  // What results are counted from: each campaign that counts as one is there once.
  `CREATE VIEW counted_response AS
    SELECT response_id, consultation_id, version, came_on, way, behalf, keys FROM response_ledger WHERE counted AND NOT as_one
    UNION ALL (SELECT DISTINCT ON (consultation_id, campaign) response_id, consultation_id, version, came_on, way, behalf, keys
      FROM response_ledger WHERE counted AND as_one ORDER BY consultation_id, campaign, response_id)`,
  'CREATE INDEX ledger_as_one ON response_ledger (consultation_id, campaign, response_id) WHERE counted AND as_one',

  `CREATE TABLE ledger_step (
    id uuid PRIMARY KEY,
    consultation_id uuid NOT NULL REFERENCES consultation,
    kind text NOT NULL CHECK (kind IN ('accept-late', 'refuse-late', 'merge', 'label-campaign', 'exclude', 'answer-for', 'count-campaign', 'erase', 'undo')),
    reason text NOT NULL CHECK (length(reason) <= 1000),
    staff_id text NOT NULL CHECK (staff_id <> ''),
    staff_name text NOT NULL CHECK (staff_name <> ''),
    made_at timestamptz NOT NULL,
    undoes uuid UNIQUE REFERENCES ledger_step,
    CHECK ((kind = 'undo') = (undoes IS NOT NULL)))`,
  'CREATE INDEX ledger_step_of_consultation ON ledger_step (consultation_id, made_at DESC, id)',
  `CREATE TABLE ledger_move (
    step_id uuid NOT NULL REFERENCES ledger_step,
    response_id uuid NOT NULL REFERENCES response_ledger,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    PRIMARY KEY (step_id, response_id))`,
  'CREATE INDEX ledger_move_of_response ON ledger_move (response_id)',
  `CREATE FUNCTION refuse_to_rewrite_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a step of the ledger is undone by another, never changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  ...['ledger_step', 'ledger_move'].flatMap((table) => [
    `CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_the_ledger()`,
    `CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_the_ledger()`,
  ]),
]
