import {
  statusOf,
  type ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { addressOf, hasEdition } from '@takepart/shared/domain/consultation/edition-address'
import { savesData } from '../../app/saves-data.ts'
import type { Services } from '../../app/services.ts'

/** The slug in the address of any page of a consultation. */
export const slugOf = (path: string): string | undefined =>
  /^\/consultations\/([a-z0-9-]+)/.exec(path)?.[1]

/**
 * Keeps the newest version of a consultation on the device, so that it can be answered without a connection. When the
 * server says that there is none any more, what is kept of it is let go; drafts and responses stay, with their questions.
 * `sent` is the number of the version that the server has sent just now: where that is here, nothing is fetched.
 */
export async function keepConsultation(
  services: Services,
  slug: string,
  sent?: number,
): Promise<ConsultationVersion | undefined> {
  const here = sent === undefined ? undefined : await services.library.read(slug, sent)
  if (here) return here
  const version = await services.api.fetchConsultation(slug)
  if (version) await services.library.keep(version)
  else await forgetConsultation(services, slug)
  return version
}

/** Where the records cannot be read nobody knows which versions they need, so nothing is let go. */
async function forgetConsultation({ library, records }: Services, slug: string): Promise<void> {
  const all = await records.list('response').catch(() => undefined)
  if (all)
    await library.forget(
      slug,
      all.filter(({ draft }) => draft.slug === slug).map(({ draft }) => draft.version),
    )
}

/** The edition in the address of a page of a consultation. */
const editionIn = (path: string): string | undefined =>
  /^\/consultations\/[a-z0-9-]+\/in\/([a-z0-9-]+)/.exec(path)?.[1]

/** What is linked from every page, or matters most where something keeps somebody out. */
const alwaysKept = ['/help', '/privacy', '/accessibility', '/display-settings']

/**
 * The pages to keep for reading without a connection: the one in view, and, unless the person saves data, the
 * consultation's reading material and its questions, in the standard edition and in the one in view, and what is always kept.
 */
export function pagesToKeep(
  path: string,
  { consultation }: ConsultationVersion,
  now: Date,
): readonly string[] {
  if (savesData()) return [path]
  const base = addressOf(consultation)
  const edition = editionIn(path)
  const bases =
    edition && hasEdition(consultation, edition)
      ? [base, addressOf({ slug: consultation.slug, edition })]
      : [base]
  const reading = bases.flatMap((one) => [
    one,
    `${one}/all-questions`,
    ...consultation.documents.map((document) => `${one}/read/${document.id}`),
  ])
  const outcome = statusOf(consultation, now) === 'concluded' ? [`${base}/outcome`] : []
  return [...new Set([path, '/', ...reading, ...outcome, ...alwaysKept])]
}
