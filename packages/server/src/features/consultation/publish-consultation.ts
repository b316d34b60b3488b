import { sameContent } from '@takepart/shared/domain/canonical-json'
import { checkConsultation, type ConsultationProblem } from '@takepart/shared/domain/check-consultation'
import { questionsOf, type Consultation, type ConsultationVersion } from '@takepart/shared/domain/consultation'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import {
  allVersions, clearRetraction, findByIdOrSlug, insertVersion, waitForTurnToPublish, type PublishedVersion,
} from './consultation.queries.ts'

export type PublishOutcome =
  | { readonly outcome: 'published' | 'already-published'; readonly slug: string; readonly number: number; readonly warnings: readonly ConsultationProblem[] }
  | { readonly outcome: 'refused'; readonly problems: readonly ConsultationProblem[] }

export interface PublishOptions {
  /** Publishes a consultation that was retracted, which is refused otherwise. */
  readonly again?: boolean
}

/**
 * Publishes a consultation document: as version 1, or as the next version when it says something else than the newest
 * one. The same document twice makes no second version. Refused, with every reason in words: what the checker finds, an
 * address that another consultation has, an address or a kind of question that changed after publishing, and a
 * consultation that was retracted.
 */
export const publishConsultation = (db: Kysely<Schema>, document: unknown, options: PublishOptions = {}): Promise<PublishOutcome> =>
  db.transaction().execute(async (trx) => {
    await waitForTurnToPublish(trx)
    return publishWithin(trx, document, options)
  })

/** The same within a transaction that has waited for its turn to publish. */
export async function publishWithin(trx: Kysely<Schema>, document: unknown, options: PublishOptions = {}): Promise<PublishOutcome> {
  const { consultation, problems } = checkConsultation(document)
  if (consultation === undefined) return { outcome: 'refused', problems }
  const held = await findByIdOrSlug(trx, consultation.id, consultation.slug)
  const newest = held.find((published) => published.id === consultation.id)
  const clashes = [
    ...clashesWith(consultation, held),
    ...clashesWithVersions(consultation, newest ? await allVersions(trx, newest.id) : []),
    ...(newest?.retraction && !options.again ? [retractedWords(newest)] : []),
  ]
  if (clashes.length > 0) return { outcome: 'refused', problems: [...problems, ...clashes] }
  return { ...await store(trx, consultation, newest), slug: consultation.slug, warnings: problems }
}

async function store(trx: Kysely<Schema>, consultation: Consultation, newest: PublishedVersion | undefined) {
  if (newest?.retraction) await clearRetraction(trx, newest.slug)
  const before = newest?.version
  if (before && sameContent(before.consultation, consultation)) return { outcome: 'already-published' as const, number: before.number }
  const number = (before?.number ?? 0) + 1
  await insertVersion(trx, { number, consultation })
  return { outcome: 'published' as const, number }
}

const problem = (place: string, words: string): ConsultationProblem => ({ place, words, level: 'error' })

/** The id and the address belong together for good: drafts, links and responses hold on to both. */
function clashesWith({ id, slug }: Consultation, held: readonly PublishedVersion[]): readonly ConsultationProblem[] {
  return held.flatMap((published) => {
    if (published.id === id && published.slug !== slug) {
      return [problem('slug', `This consultation was published at “${published.slug}”. Its address cannot change. `
        + `Put “${published.slug}” back, or give this one a new id to publish it beside the other`)]
    }
    if (published.slug === slug && published.id !== id) {
      return [problem('slug', `Another consultation, “${published.version.consultation.title}”, has the address “${slug}”. Choose another address`)]
    }
    return []
  })
}

/** A question that was asked in one way and is now asked in another is another question: their answers cannot share a column. */
function clashesWithVersions(consultation: Consultation, versions: readonly ConsultationVersion[]): readonly ConsultationProblem[] {
  const kinds = new Map(versions.flatMap((version) =>
    questionsOf(version.consultation).map(({ id, kind }) => [id, { kind, number: version.number }] as const)))
  return questionsOf(consultation).flatMap((question) => {
    const before = kinds.get(question.id)
    if (before === undefined || before.kind === question.kind) return []
    return [problem(`questions › ${question.id}`, `This question was of the kind ${before.kind} in version ${before.number} `
      + `and is ${question.kind} now. Give the new question an id of its own`)]
  })
}

const retractedWords = ({ slug, retraction }: PublishedVersion): ConsultationProblem =>
  problem('slug', `“${slug}” was retracted on ${retraction?.at.toISOString().slice(0, 10)}: ${retraction?.reason.replace(/[.!?]?$/, '.')} `
    + 'Add --again to publish it again')
