import { sameContent } from '@takepart/shared/domain/core/canonical-json'
import {
  checkConsultation,
  type ConsultationProblem,
} from '@takepart/shared/domain/authoring/check-consultation'
import {
  questionsOf,
  type Consultation,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { editionsLeftBehind } from '@takepart/shared/domain/authoring/editions-left-behind'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { makeMedia, releaseFiles } from '../../media/make-media.ts'
import { noFolder, type MediaFolder } from '../../media/media-folder.ts'
import { linkFiles, storeFile, type FileToStore } from '../../media/media.queries.ts'
import {
  allVersions,
  clearRetraction,
  findByIdOrSlug,
  insertVersion,
  waitForTurnToPublish,
  type PublishedVersion,
} from './consultation.queries.ts'

export type PublishOutcome =
  | {
      readonly outcome: 'published' | 'already-published'
      readonly slug: string
      readonly number: number
      readonly warnings: readonly ConsultationProblem[]
    }
  | { readonly outcome: 'refused'; readonly problems: readonly ConsultationProblem[] }

export interface PublishOptions {
  /** Publishes a consultation that was retracted, which is refused otherwise. */
  readonly again?: boolean
}

export interface PreparingOptions extends PublishOptions {
  /** Has the media. */
  readonly folder?: MediaFolder
  /** Is told what takes long, and how far it is. */
  readonly say?: (words: string) => void
}

/** What passed every check, with its media made ready, so that publishing it takes no longer than storing it. Its files are released afterwards. */
export interface ReadyConsultation {
  readonly outcome: 'ready'
  readonly consultation: Consultation
  readonly files: readonly FileToStore[]
  readonly warnings: readonly ConsultationProblem[]
}

type Refused = Extract<PublishOutcome, { outcome: 'refused' }>

/**
 * Publishes a consultation document: as version 1, or as the next version when it says something else than the newest
 * one. The same document twice makes no second version. Refused, with every reason in words: what the checker finds, an
 * address that another consultation has, an address or a kind of question that changed after publishing, and a
 * consultation that was retracted.
 */
export async function publishConsultation(
  db: Kysely<Schema>,
  document: unknown,
  options: PreparingOptions = {},
): Promise<PublishOutcome> {
  const ready = await readyToPublish(db, document, options)
  if (ready.outcome === 'refused') return ready
  try {
    return await db.transaction().execute(async (trx) => {
      await waitForTurnToPublish(trx)
      return publishWithin(trx, ready, options)
    })
  } finally {
    await releaseFiles(ready.files)
  }
}

/** Checks a document and makes its media ready. Changes nothing, and keeps nobody else from publishing meanwhile. */
export async function readyToPublish(
  db: Kysely<Schema>,
  document: unknown,
  options: PreparingOptions = {},
): Promise<ReadyConsultation | Refused> {
  const { folder = noFolder, say } = options
  const { consultation, problems } = checkConsultation(document, folder.files)
  if (consultation === undefined) return { outcome: 'refused', problems }
  // Said before the media are made, which can take an hour.
  const { versions, clashes } = await standing(db, consultation, options)
  if (clashes.length > 0) return { outcome: 'refused', problems: [...problems, ...clashes] }
  const before = versions.toReversed().flatMap((version) => version.consultation.media ?? [])
  const made = await makeMedia(consultation, { folder, before, say })
  const warnings = [...problems, ...made.problems]
  if (made.problems.some(({ level }) => level === 'error'))
    return { outcome: 'refused', problems: warnings }
  return { outcome: 'ready', consultation: made.consultation, files: made.files, warnings }
}

/** Publishes within a transaction that has waited for its turn. */
export async function publishWithin(
  trx: Kysely<Schema>,
  ready: ReadyConsultation,
  options: PublishOptions = {},
): Promise<PublishOutcome> {
  const { consultation, warnings } = ready
  const { newest, clashes } = await standing(trx, consultation, options)
  if (clashes.length > 0) return { outcome: 'refused', problems: [...warnings, ...clashes] }
  const behind = newest ? editionsLeftBehind(newest.version.consultation, consultation) : []
  return {
    ...(await store(trx, ready, newest)),
    slug: consultation.slug,
    warnings: [...warnings, ...behind],
  }
}

/** What has been published that a consultation must fit, and why it does not. */
async function standing(db: Kysely<Schema>, consultation: Consultation, { again }: PublishOptions) {
  const held = await findByIdOrSlug(db, consultation.id, consultation.slug)
  const newest = held.find((published) => published.id === consultation.id)
  const versions = newest ? await allVersions(db, newest.id) : []
  const clashes = [
    ...clashesWith(consultation, held),
    ...clashesWithVersions(consultation, versions),
    ...(newest?.retraction && !again ? [retractedWords(newest)] : []),
  ]
  return { newest, versions, clashes }
}

async function store(
  trx: Kysely<Schema>,
  { consultation, files }: ReadyConsultation,
  newest: PublishedVersion | undefined,
) {
  if (newest?.retraction) await clearRetraction(trx, newest.slug)
  const before = newest?.version
  if (before && sameContent(before.consultation, consultation))
    return { outcome: 'already-published' as const, number: before.number }
  const number = (before?.number ?? 0) + 1
  await insertVersion(trx, { number, consultation })
  for (const file of files) await storeFile(trx, file)
  await linkFiles(trx, { id: consultation.id, number }, hashesIn(consultation))
  return { outcome: 'published' as const, number }
}

/** Of every file that the media were made into, also of those that an earlier version had already. */
const hashesIn = ({ media = [] }: Consultation): readonly string[] =>
  media
    .flatMap(({ made }) => made?.files ?? [])
    .flatMap(({ address }) => /[0-9a-f]{64}/.exec(address) ?? [])

const problem = (place: string, words: string): ConsultationProblem => ({
  place,
  words,
  level: 'error',
})

/** The id and the address belong together for good: drafts, links and responses hold on to both. */
function clashesWith(
  { id, slug }: Consultation,
  held: readonly PublishedVersion[],
): readonly ConsultationProblem[] {
  return held.flatMap((published) => {
    if (published.id === id && published.slug !== slug) {
      return [
        problem(
          'slug',
          `This consultation was published at “${published.slug}”. Its address cannot change. ` +
            `Put “${published.slug}” back, or give this one a new id to publish it beside the other`,
        ),
      ]
    }
    if (published.slug === slug && published.id !== id) {
      return [
        problem(
          'slug',
          `Another consultation, “${published.version.consultation.title}”, has the address “${slug}”. Choose another address`,
        ),
      ]
    }
    return []
  })
}

/** A question that was asked in one way and is now asked in another is another question: their answers cannot share a column. */
function clashesWithVersions(
  consultation: Consultation,
  versions: readonly ConsultationVersion[],
): readonly ConsultationProblem[] {
  const kinds = new Map(
    versions.flatMap((version) =>
      questionsOf(version.consultation).map(
        ({ id, kind }) => [id, { kind, number: version.number }] as const,
      ),
    ),
  )
  return questionsOf(consultation).flatMap((question) => {
    const before = kinds.get(question.id)
    if (before === undefined || before.kind === question.kind) return []
    return [
      problem(
        `questions › ${question.id}`,
        `This question was of the kind ${before.kind} in version ${before.number} ` +
          `and is ${question.kind} now. Give the new question an id of its own`,
      ),
    ]
  })
}

const retractedWords = ({ slug, retraction }: PublishedVersion): ConsultationProblem =>
  problem(
    'slug',
    `“${slug}” was retracted on ${retraction?.at.toISOString().slice(0, 10)}: ${retraction?.reason.replace(/[.!?]?$/, '.')} ` +
      'Add --again to publish it again',
  )
