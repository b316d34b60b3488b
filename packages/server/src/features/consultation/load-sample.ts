import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { hasConsultations, waitForTurnToPublish } from './consultation.queries.ts'
import { readMediaFolder } from '../../media/media-folder.ts'
import { publishWithin, readyToPublish } from './publish-consultation.ts'
import { areSamplesTaken, beginSample } from '../site/samples.queries.ts'
import { daysSinceSample } from '../../sample-days.ts'
import { shiftDates } from './sample-dates.ts'

export interface SampleOptions {
  /** Holds the sample: every `.json` file in it is a consultation. */
  readonly folder: string
  readonly now: Date
}

/**
 * Fills an empty database with the sample, its dates moved so that it is as old today as it was when it was written.
 * All of it or nothing; where any consultation has been published, or the sample was taken away, nothing. What it publishes
 * is marked as the sample's. Answers the slugs.
 *
 * @throws when a sample file cannot be published: it comes with the program, so that is a bug
 */
export async function loadSample(
  db: Kysely<Schema>,
  { folder, now }: SampleOptions,
): Promise<readonly string[]> {
  if ((await hasConsultations(db)) || (await areSamplesTaken(db))) return []
  const ready = await readyFiles(db, folder, daysSinceSample(now))
  return db.transaction().execute(async (trx) => {
    await waitForTurnToPublish(trx)
    if ((await hasConsultations(trx)) || (await areSamplesTaken(trx))) return []
    await beginSample(trx)
    const slugs: string[] = []
    for (const [file, one] of ready) {
      const published = one.outcome === 'ready' ? await publishWithin(trx, one) : one
      if (published.outcome === 'refused') {
        throw new Error(
          `The sample ${file} cannot be published: ${published.problems.map(({ place, words }) => `${place}: ${words}`).join('; ')}`,
        )
      }
      slugs.push(published.slug)
    }
    return slugs
  })
}

async function readyFiles(db: Kysely<Schema>, folder: string, days: number) {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file)
      const consultation = JSON.parse(readFileSync(path, 'utf8')) as Consultation
      return [
        file,
        await readyToPublish(db, shiftDates(consultation, days), {
          folder: await readMediaFolder(path),
        }),
      ] as const
    }),
  )
}
