import { sql, type Kysely } from 'kysely'

/**
 * Pictures, recordings and files, named by what is in them. They are cut into pieces, so that no server ever holds a
 * whole one and any part of one can be read alone; and held once, however many consultations and versions have them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `CREATE TABLE media (
    sha256 bytea PRIMARY KEY CHECK (length(sha256) = 32),
    ending text NOT NULL CHECK (ending ~ '^[a-z0-9]{2,4}$'),
    bytes bigint NOT NULL CHECK (bytes > 0))`,

  `CREATE TABLE media_piece (
    sha256 bytea NOT NULL REFERENCES media,
    number integer NOT NULL CHECK (number >= 0),
    bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144),
    PRIMARY KEY (sha256, number))`,
  // They are small already: trying to make them smaller would cost time each time they are read.
  'ALTER TABLE media_piece ALTER COLUMN bytes SET STORAGE EXTERNAL',

  `CREATE TABLE consultation_media (
    consultation_id uuid NOT NULL,
    version integer NOT NULL,
    sha256 bytea NOT NULL REFERENCES media,
    PRIMARY KEY (consultation_id, version, sha256),
    FOREIGN KEY (consultation_id, version) REFERENCES consultation_version)`,
  'CREATE INDEX consultation_media_of_file ON consultation_media (sha256)',
]
