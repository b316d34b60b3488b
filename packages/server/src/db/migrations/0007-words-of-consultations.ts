import { sql, type Kysely } from 'kysely'

/**
 * The words of the newest version stand beside each consultation with an index over them, so that a search reads what it
 * finds and not everything there is. The database keeps them itself, as it does the closing time: a server of the version
 * before publishes as it always did. Words are split, and accents and capital letters taken from them, as
 * search-consultations.ts does with what is searched for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'ALTER TABLE consultation ADD COLUMN words tsvector',

  // Fields whose text is for machines are left out.
  `CREATE FUNCTION text_in(part jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
    BEGIN
      RETURN CASE jsonb_typeof(part)
        WHEN 'string' THEN part #>> '{}'
        WHEN 'array' THEN (SELECT string_agg(text_in(value), ' ') FROM jsonb_array_elements(part))
        WHEN 'object' THEN (SELECT string_agg(text_in(value), ' ') FROM jsonb_each(part) WHERE key <> ALL
          ('{id,kind,code,purpose,read,showIf,picture,recording,document,html}'))
        END;
    END $$`,

  // Of 300,000 characters, which is a book and not more than an index entry holds: what is longer is published all the same.
  String.raw`CREATE FUNCTION words_of(document jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT array_to_tsvector(coalesce(array_agg(word), '{}')) FROM (
      SELECT DISTINCT left(word, 60) AS word FROM regexp_split_to_table(
        lower(regexp_replace(normalize(left(concat_ws(' ', document ->> 'title', document ->> 'summary', document #>> '{trust,name}',
          text_in(document -> 'documents'), text_in(document -> 'sections')), 300000), NFKD), '[\u0300-\u036f]', '', 'g')),
        '[\s\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+') AS word
      WHERE word <> '') AS different
    $$`,

  `CREATE OR REPLACE FUNCTION note_newest_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE consultation SET newest = NEW.number, closes_at = (NEW.document ->> 'closesAt')::timestamptz, words = words_of(NEW.document)
        WHERE id = NEW.consultation_id AND (newest IS NULL OR newest < NEW.number);
      RETURN NULL;
    END $$`,

  `UPDATE consultation SET words = words_of(document) FROM consultation_version
    WHERE consultation_id = consultation.id AND number = newest`,

  'CREATE INDEX consultation_by_words ON consultation USING gin (words) WHERE retracted_at IS NULL AND newest IS NOT NULL',
]
