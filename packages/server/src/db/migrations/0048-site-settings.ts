import { sql, type Kysely } from 'kysely'

/**
 * What a Trust says of itself: one row, and every revision of it with who wrote it. Consultations, rounds and processes of
 * the sample are marked from their first day; only what is marked can be taken away, and only all at once, in a transaction
 * that says so. Whatever is real stays as unchangeable as it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const aLogo = `CHECK (jsonb_typeof(logo) = 'object')`

/** The sample as it came with the releases before this one, which marked nothing. */
const sampleBefore = {
  consultation: [
    '0e6f93b7-52ac-4d18-b0c4-97f1a3d85e26',
    'c48e7a90-1d25-4f6b-93e7-6a0f5b82d3c1',
    '5b0c2d1e-7f34-4a96-8c1b-2e9d40f7a613',
  ],
  process: ['6f2c7a10-3d0b-4e7a-9b51-0c1d2e3f4a50'],
  round: [
    '6f2c7a10-3d0b-4e7a-9b51-0c1d2e3f4a51',
    '6f2c7a10-3d0b-4e7a-9b51-0c1d2e3f4a52',
    '6f2c7a10-3d0b-4e7a-9b51-0c1d2e3f4a53',
  ],
} as const

const marked = Object.entries(sampleBefore)

/** Says that the words below are for a row of the sample that is being taken away. */
const isTakenAway = (isSample: string): string =>
  `TG_OP = 'DELETE' AND current_setting('takepart.taking_samples_away', true) = 'yes' AND ${isSample}`

const ofSample = (consultation: string): string =>
  `EXISTS (SELECT 1 FROM consultation c WHERE c.id = ${consultation} AND c.sample)`

const statements = [
  `CREATE TABLE site_setting (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    revision integer NOT NULL CHECK (revision >= 0),
    settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
    logo jsonb ${aLogo},
    samples_taken_at timestamptz)`,
  `INSERT INTO site_setting (revision, settings) VALUES (0, '{}')`,

  `CREATE TABLE site_setting_version (
    revision integer PRIMARY KEY CHECK (revision >= 1),
    settings jsonb NOT NULL CHECK (jsonb_typeof(settings) = 'object'),
    logo jsonb ${aLogo},
    by_staff uuid NOT NULL,
    by_name text NOT NULL CHECK (by_name <> ''),
    at timestamptz NOT NULL)`,
  `CREATE FUNCTION refuse_to_change_a_site_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what the site said cannot be changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON site_setting_version
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_a_site_version()`,

  // Files that the site itself shows. Only those that it shows now are served.
  'CREATE TABLE site_media (sha256 bytea PRIMARY KEY REFERENCES media)',
  `CREATE TABLE site_logo_piece (
    by_staff uuid NOT NULL,
    file uuid NOT NULL,
    number integer NOT NULL CHECK (number BETWEEN 0 AND 9),
    bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 400000),
    PRIMARY KEY (by_staff, file, number))`,
  'ALTER TABLE site_logo_piece ALTER COLUMN bytes SET STORAGE EXTERNAL',

  ...marked.flatMap(([table, ids]) => [
    // Whatever is stored in a transaction that loads the sample is of the sample, whoever stores it.
    `ALTER TABLE ${table} ADD COLUMN sample boolean NOT NULL
      DEFAULT coalesce(current_setting('takepart.loading_sample', true) = 'yes', false)`,
    `UPDATE ${table} SET sample = true WHERE id IN (${ids.map((id) => `'${id}'`).join(', ')})`,
  ]),
  `CREATE FUNCTION refuse_to_mark_as_sample() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what is real never becomes a sample, nor a sample real' USING ERRCODE = 'restrict_violation';
    END $$`,
  ...marked.map(
    ([table]) => `CREATE TRIGGER sample_or_real BEFORE UPDATE OF sample ON ${table}
      FOR EACH ROW WHEN (OLD.sample <> NEW.sample) EXECUTE FUNCTION refuse_to_mark_as_sample()`,
  ),

  `CREATE OR REPLACE FUNCTION refuse_to_change_a_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${isTakenAway(ofSample('OLD.consultation_id'))} THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'a published consultation version cannot be changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE OR REPLACE FUNCTION refuse_to_change_an_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${isTakenAway(ofSample('OLD.consultation_id'))} THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'a published outcome cannot be changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE OR REPLACE FUNCTION refuse_to_change_an_end() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${isTakenAway('EXISTS (SELECT 1 FROM round r WHERE r.id = OLD.round_id AND r.sample)')} THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'a round of questions is finished once and for all' USING ERRCODE = 'restrict_violation';
    END $$`,
  // Two functions: a step names its consultation, a move names its step.
  `CREATE FUNCTION refuse_to_rewrite_a_step() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${isTakenAway(ofSample('OLD.consultation_id'))} THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'a step of the ledger is undone by another, never changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE FUNCTION refuse_to_rewrite_a_move() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${isTakenAway(ofSample('(SELECT s.consultation_id FROM ledger_step s WHERE s.id = OLD.step_id)'))} THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'a step of the ledger is undone by another, never changed or removed' USING ERRCODE = 'restrict_violation';
    END $$`,
  ...(['step', 'move'] as const).flatMap((one) => [
    `DROP TRIGGER kept ON ledger_${one}`,
    `CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON ledger_${one} FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_a_${one}()`,
  ]),
]
