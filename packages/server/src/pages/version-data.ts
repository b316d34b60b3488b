import { statusOf } from '@takepart/shared/domain/consultation/consultation'
import { goneEdition } from '@takepart/shared/domain/site/page-edition'
import type { PublishedVersion } from '../features/consultation/consultation.queries.ts'
import type { PageAddress } from './page-address.ts'
import { askEachTime, keepNowhere, nextChange, type PageDeps } from './page-deps.ts'
import type { MadePage } from './cache/ready-page.ts'

export type DataAddress = Extract<PageAddress, { kind: 'newest-version' | 'version' | 'open-data' }>

/**
 * A published version as data, for the app to keep on the device. Nothing is given of a consultation before it opens,
 * nor once it is retracted.
 */
export async function versionData(
  address: Exclude<DataAddress, { kind: 'open-data' }>,
  { published, now: clock }: PageDeps,
): Promise<MadePage> {
  const now = clock()
  const found =
    address.kind === 'version'
      ? await published.numbered(address.slug, address.number)
      : await published.newest(address.slug)
  if (found === undefined) return refusal(404, { code: 'consultation-unknown' })
  if (found.retraction)
    return refusal(410, { code: 'consultation-retracted', reason: found.retraction.reason })
  const { consultation } = found.version
  if (statusOf(consultation, now) === 'scheduled') {
    return {
      ...refusal(404, { code: 'consultation-not-open', opensAt: consultation.opensAt }),
      changesAt: nextChange([consultation], now),
    }
  }
  return {
    ...data(200, found.version),
    cacheControl: address.kind === 'version' ? keepForGood : askEachTime,
    edition: editionOf(found),
  }
}

/** A version never changes. Only the person's own browser may hold it for good: what is retracted must leave shared caches (promise P10). */
const keepForGood = 'private, max-age=31536000, immutable'

const editionOf = ({ version }: PublishedVersion): string => String(version.number)

const data = (status: number, body: unknown) => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
})

/** Marked, so that a device does not take somebody else’s “not found” for it and forget what it has kept. */
const refusal = (status: number, body: unknown): MadePage => ({
  ...data(status, body),
  cacheControl: keepNowhere,
  edition: goneEdition,
})
