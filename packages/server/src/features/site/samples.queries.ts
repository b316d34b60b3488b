import type { SampleHeld, SamplesHeld } from '@takepart/shared/domain/site/site-settings'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** From here to the end of the transaction, what is stored is of the sample: the database marks it. */
export async function beginSample(trx: Db): Promise<void> {
  await sql`SELECT set_config('takepart.loading_sample', 'yes', true)`.execute(trx)
}

/** True once the sample has been taken away: it is not loaded again. */
export async function areSamplesTaken(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('site_setting')
    .select('samples_taken_at')
    .where('samples_taken_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** What there is of the sample, with what people have said in it. */
export async function listSamples(db: Db): Promise<SamplesHeld> {
  const { rows: consultations } = await sql<SampleHeld>`
    SELECT c.id, v.document ->> 'title' AS title, (SELECT count(*)::int FROM response r WHERE r.consultation_id = c.id) AS said
    FROM consultation c JOIN consultation_version v ON v.consultation_id = c.id AND v.number = c.newest
    WHERE c.sample ORDER BY c.closes_at DESC, c.slug`.execute(db)
  const { rows: rounds } = await sql<SampleHeld>`
    SELECT r.id, r.document ->> 'title' AS title, (SELECT count(*)::int FROM contribution n WHERE n.round_id = r.id) AS said
    FROM round r WHERE r.sample ORDER BY r.closes_at DESC, r.slug`.execute(db)
  const { rows: requests } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM support_request s JOIN consultation c ON c.id = s.consultation_id WHERE c.sample`.execute(
    db,
  )
  return { consultations, rounds, supportRequests: requests[0]?.count ?? 0 }
}

const consultations = '(SELECT id FROM consultation WHERE sample)'
const rounds = '(SELECT id FROM round WHERE sample)'
const responses = `(SELECT id FROM response WHERE consultation_id IN ${consultations})`
const contributions = `(SELECT id FROM contribution WHERE round_id IN ${rounds})`
const signOffs = `(SELECT id FROM draft_sign_off WHERE consultation_id IN ${consultations})`
const imports = `(SELECT id FROM draft_import WHERE consultation_id IN ${consultations})`
const steps = `(SELECT id FROM ledger_step WHERE consultation_id IN ${consultations})`

const from = (table: string, where: string): string => `DELETE FROM ${table} WHERE ${where}`
const ofConsultations = (table: string): string =>
  from(table, `consultation_id IN ${consultations}`)
const ofRounds = (table: string): string => from(table, `round_id IN ${rounds}`)

/** In the order that the references between the tables allow. Concerns refer to nothing and stay (S54). */
const deletions = [
  // The end of a round of questions first: while it stands, nothing of its questions can go.
  ofRounds('round_questions_end'),
  ofRounds('round_question'),
  from('moderation_decision', `contribution_id IN ${contributions}`),
  ofRounds('contribution_shown'),
  ofRounds('contribution'),
  ...['round_voice', 'round_sign_off', 'round_draft_edit', 'round_draft_look', 'round_draft'].map(
    ofRounds,
  ),
  from('consultation_team', `consultation_id IN ${rounds}`),
  'DELETE FROM round WHERE sample',
  // A process in which the Trust has a round of its own is in use.
  'DELETE FROM process p WHERE sample AND NOT EXISTS (SELECT 1 FROM round r WHERE r.process_id = p.id)',

  from('response_taken_out', `response_id IN ${responses}`),
  from('erasure_request', `response_id IN ${responses}`),
  from('ledger_move', `step_id IN ${steps}`),
  ofConsultations('ledger_step'),
  from('second_entry', `response_id IN ${responses}`),
  from('response_source', `response_id IN ${responses}`),
  from('answer_reading', `response_id IN ${responses}`),
  from('response_words', `response_id IN ${responses}`),
  from('response_words_due', `response_id IN ${responses}`),
  from('response_change', `response_id IN ${responses}`),
  from('response_ledger', `response_id IN ${responses}`),
  ...[
    'response',
    'campaign',
    'codebook_version',
    'expected_population',
    'published_tables',
    'small_number_request',
    'support_request',
    'outcome',
    'consultation_change',
    'consultation_team',
    'question_apart',
  ].map(ofConsultations),

  from('publication', `sign_off_id IN ${signOffs}`),
  from('draft_note', `import_id IN ${imports}`),
  ...[
    'draft_sign_off',
    'draft_import',
    'upload',
    'draft_look',
    'draft_overrule',
    'draft_part',
    'draft_edit',
    'draft_file',
    'draft',
  ].map(ofConsultations),

  ofConsultations('consultation_media'),
  ofConsultations('consultation_version'),
  'DELETE FROM consultation WHERE sample',
]

/** What others are about to add to is locked first: whoever is sending something waits, and then finds nothing there. */
const locks = [
  'SELECT id FROM consultation WHERE sample FOR UPDATE',
  `SELECT number FROM consultation_version WHERE consultation_id IN ${consultations} FOR UPDATE`,
  `SELECT id FROM response WHERE consultation_id IN ${consultations} FOR UPDATE`,
  'SELECT id FROM round WHERE sample FOR UPDATE',
  `SELECT id FROM contribution WHERE round_id IN ${rounds} FOR UPDATE`,
]

/**
 * Deletes everything that is of the sample. The database lets go of published versions and of steps of the ledger only in a
 * transaction that says what it does, and only of what is marked. Pictures go unless something real shows them too.
 */
export async function deleteSamples(trx: Db, at: Date): Promise<void> {
  await sql`SELECT set_config('takepart.taking_samples_away', 'yes', true)`.execute(trx)
  for (const statement of locks) await sql.raw(statement).execute(trx)
  const { rows: files } = await sql<{ sha256: Buffer }>`
    SELECT sha256 FROM consultation_media WHERE consultation_id IN ${sql.raw(consultations)}
    UNION SELECT sha256 FROM draft_file WHERE consultation_id IN ${sql.raw(consultations)}`.execute(
    trx,
  )
  for (const statement of deletions) await sql.raw(statement).execute(trx)
  await deleteUnusedMedia(
    trx,
    files.map(({ sha256 }) => sha256),
  )
  await sql`SELECT set_config('takepart.taking_samples_away', 'no', true)`.execute(trx)
  await trx.updateTable('site_setting').set({ samples_taken_at: at }).execute()
}

async function deleteUnusedMedia(trx: Db, files: readonly Buffer[]): Promise<void> {
  if (files.length === 0) return
  const unused = await trx
    .selectFrom('media')
    .select('sha256')
    .where('sha256', 'in', [...files])
    .where('sha256', 'not in', (one) => one.selectFrom('consultation_media').select('sha256'))
    .where('sha256', 'not in', (one) => one.selectFrom('draft_file').select('sha256'))
    .where('sha256', 'not in', (one) => one.selectFrom('site_media').select('sha256'))
    .execute()
  const keys = unused.map(({ sha256 }) => sha256)
  if (keys.length === 0) return
  await trx.deleteFrom('media_piece').where('sha256', 'in', keys).execute()
  await trx.deleteFrom('media').where('sha256', 'in', keys).execute()
}
