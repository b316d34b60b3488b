import type { ConsultationVersion } from '@takepart/shared/domain/consultation'
import type { Fetch } from './api.ts'
import { reaching, strictly } from './request.ts'
import { Unavailable } from './unavailable.ts'

/**
 * One version of a consultation, or the newest. Undefined when there is none to answer: unknown, not yet open, or taken
 * back (a numbered version of a retracted one can still be read). Throws `Unavailable` when the server did not say.
 */
export type FetchConsultation = (slug: string, number?: number) => Promise<ConsultationVersion | undefined>

type Newest = ConsultationVersion & { readonly retracted?: unknown }

export function createFetchConsultation(fetch: Fetch): FetchConsultation {
  const get = strictly(fetch)
  return async (slug, number) => {
    const path = `/consultations/${encodeURIComponent(slug)}${number === undefined ? '' : `/versions/${number}`}.json`
    try {
      const found = await reaching(async (signal): Promise<Newest> => (await get(path, { signal })).json())
      if (found?.consultation?.format !== 'takepart/consultation/1') throw new Unavailable('not-ours')
      return found.retracted ? undefined : { number: found.number, consultation: found.consultation }
    } catch (error) {
      if (error instanceof Unavailable && (error.status === 404 || error.status === 410)) return undefined
      throw error
    }
  }
}
