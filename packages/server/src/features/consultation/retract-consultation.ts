import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { findNewestVersion, markRetracted, type Retraction } from './consultation.queries.ts'

export type RetractOutcome =
  | {
      readonly outcome: 'retracted' | 'already-retracted'
      readonly title: string
      readonly retraction: Retraction
    }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'refused'; readonly words: string }

const longestReason = 500

/**
 * Takes a published consultation back: its pages say so from now on, with the reason, and nothing more can be sent to
 * it. Versions and responses stay. Refused without a reason that people can read, 500 characters at most.
 */
export async function retractConsultation(
  db: Kysely<Schema>,
  slug: string,
  { at, reason: given }: Retraction,
): Promise<RetractOutcome> {
  const reason = given.normalize('NFC').trim()
  if (reason === '')
    return {
      outcome: 'refused',
      words: 'Say why it is retracted: everyone who opens it will read the reason',
    }
  if (reason.length > longestReason)
    return {
      outcome: 'refused',
      words: `The reason must have ${longestReason} characters or fewer`,
    }
  return db.transaction().execute(async (trx) => {
    const marked = await markRetracted(trx, slug, { at, reason })
    const published = await findNewestVersion(trx, slug)
    if (published?.retraction === undefined) return { outcome: 'unknown' as const }
    const outcome = marked ? ('retracted' as const) : ('already-retracted' as const)
    return {
      outcome,
      title: published.version.consultation.title,
      retraction: published.retraction,
    }
  })
}
