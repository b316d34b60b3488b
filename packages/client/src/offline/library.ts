import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { Database, KeptVersion } from './database.ts'
import { onceAllowed } from '../app/if-allowed.ts'
import { mediaCache } from './media-cache.ts'
import { StorageFailed } from './storage-failed.ts'

/** Consultations kept for reading and answering without a connection: public, so not locked. Versions never change. */
export interface Library {
  /** Keeps a version; false when the device could not. It stays readable in this tab either way. */
  keep(version: ConsultationVersion): Promise<boolean>
  /** That version, or the newest one that is here and has not been forgotten. */
  read(slug: string, number?: number): Promise<ConsultationVersion | undefined>
  /**
   * Lets go of every version of a consultation. Those whose numbers are `inUse` by responses on this device can still be
   * read by their number, so that nobody's words stand without the questions, and so can all of them in this tab, where
   * somebody may be answering. They are not listed, and not answered anew. Its pictures and recordings go.
   */
  forget(slug: string, inUse: readonly number[]): Promise<void>
  /** The newest version of each that has not been forgotten. */
  list(): Promise<readonly KeptConsultation[]>
}

export interface KeptConsultation {
  readonly slug: string
  readonly title: string
  readonly number: number
  /** ISO 8601, device time. */
  readonly keptAt: string
}

export function createLibrary(database: Database, now: () => Date): Library {
  /** What this tab was given to keep, so that a page works while the store does not. */
  let here: KeptVersion[] = []

  /** The versions of one consultation, or of all; newest last. */
  const find = async (slug?: string): Promise<readonly KeptVersion[]> => {
    const range = slug === undefined ? undefined : IDBKeyRange.bound([slug, 0], [slug, Infinity])
    const stored = await orNothing(database.run((open) => open.getAll('consultation', range)))
    return [...here.filter((kept) => slug === undefined || kept.slug === slug), ...stored].sort(
      (a, b) => a.number - b.number,
    )
  }

  return {
    async keep({ number, consultation }) {
      const kept = { number, consultation, slug: consultation.slug, keptAt: now().toISOString() }
      here = [...here.filter((one) => one.slug !== kept.slug || one.number !== number), kept]
      const put = database.run(async (open) => {
        const stored = await open.get('consultation', [kept.slug, number])
        return stored && !stored.gone ? [kept.slug, number] : open.put('consultation', kept)
      })
      return (await orNothing(put.then((key) => [key]))).length > 0
    },
    async read(slug, number) {
      // A version never changes: one that this tab has need not be looked for in a store that may be slow to answer.
      const mine = here.find((one) => one.slug === slug && one.number === number)
      const kept =
        mine ??
        (await find(slug)).findLast((one) =>
          number === undefined ? !one.gone : one.number === number,
        )
      return kept && { number: kept.number, consultation: kept.consultation }
    },
    async forget(slug, inUse) {
      const gone = (await find(slug)).map((kept) => ({ ...kept, gone: true as const }))
      here = [...here.filter((kept) => kept.slug !== slug), ...gone]
      if (typeof caches !== 'undefined') await onceAllowed(() => caches.delete(mediaCache(slug)))
      await orNothing(
        database.run(async (open) => {
          const { store, done } = open.transaction('consultation', 'readwrite')
          await Promise.all(
            gone.map((kept) =>
              inUse.includes(kept.number) ? store.put(kept) : store.delete([slug, kept.number]),
            ),
          )
          await done
          return []
        }),
      )
    },
    async list() {
      const newest = new Map(
        (await find()).filter(({ gone }) => !gone).map((kept) => [kept.slug, kept]),
      )
      return [...newest.values()].map(({ slug, number, keptAt, consultation: { title } }) => ({
        slug,
        number,
        keptAt,
        title,
      }))
    },
  }
}

/** A store that fails holds nothing: the network is asked instead. */
async function orNothing<Value>(found: Promise<readonly Value[]>): Promise<readonly Value[]> {
  try {
    return await found
  } catch (error) {
    if (error instanceof StorageFailed) return []
    throw error
  }
}
