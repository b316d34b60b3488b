import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { Fetch } from './api.ts'
import { reaching, strictly } from './request.ts'
import { Unavailable } from './unavailable.ts'

/**
 * One version of a consultation, or the newest. Undefined when the server itself says that there is none to answer:
 * unknown, not yet open, or taken back. Throws `Unavailable` when it did not say, also where somebody in its place did.
 */
export type FetchConsultation = (
  slug: string,
  number?: number,
) => Promise<ConsultationVersion | undefined>

export function createFetchConsultation(fetch: Fetch): FetchConsultation {
  const get = strictly(fetch)
  return async (slug, number) => {
    const path = `/consultations/${encodeURIComponent(slug)}${number === undefined ? '' : `/versions/${number}`}.json`
    try {
      const found = await reaching(async (signal): Promise<ConsultationVersion> =>
        (await get(path, { signal })).json(),
      )
      if (found?.consultation?.format !== 'takepart/consultation/1')
        throw new Unavailable('not-ours')
      return { number: found.number, consultation: found.consultation }
    } catch (error) {
      if (error instanceof Unavailable && error.gone) return undefined
      throw error
    }
  }
}
