import type { Kysely } from 'kysely'
import type { Schema } from './db/schema.ts'
import { loadSample, type SampleOptions } from './features/consultation/load-sample.ts'
import { loadSampleRounds } from './features/round/load-sample-rounds.ts'

/** Fills an empty database with the sample consultations and, beside them, the sample rounds. */
export async function loadSamples(db: Kysely<Schema>, options: SampleOptions): Promise<void> {
  const loaded = await loadSample(db, options)
  if (loaded.length > 0) await loadSampleRounds(db, options)
}
