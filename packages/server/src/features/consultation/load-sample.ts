import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Consultation } from '@takepart/shared/domain/consultation'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { hasConsultations, waitForTurnToPublish } from './consultation.queries.ts'
import { publishWithin } from './publish-consultation.ts'
import { daysSinceSample, shiftDates } from './sample-dates.ts'

export interface SampleOptions {
  /** Holds the sample: every `.json` file in it is a consultation. */
  readonly folder: string
  readonly now: Date
}

/**
 * Fills an empty database with the sample, its dates moved so that it is as old today as it was when it was written.
 * All of it or nothing; where any consultation has been published, nothing. Answers the slugs it published.
 *
 * @throws when a sample file cannot be published: it comes with the program, so that is a bug
 */
export function loadSample(db: Kysely<Schema>, { folder, now }: SampleOptions): Promise<readonly string[]> {
  const days = daysSinceSample(now)
  return db.transaction().execute(async (trx) => {
    await waitForTurnToPublish(trx)
    if (await hasConsultations(trx)) return []
    const slugs: string[] = []
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
      const consultation = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Consultation
      const published = await publishWithin(trx, shiftDates(consultation, days))
      if (published.outcome === 'refused') {
        throw new Error(`The sample ${file} cannot be published: ${published.problems.map(({ place, words }) => `${place}: ${words}`).join('; ')}`)
      }
      slugs.push(published.slug)
    }
    return slugs
  })
}
