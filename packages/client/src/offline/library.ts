import type { ConsultationVersion } from '@takepart/shared/domain/consultation'
import type { Database, KeptVersion } from './database.ts'
import { StorageFailed } from './storage-failed.ts'

/** Consultations kept for reading and answering without a connection: public, so not locked. Versions never change. */
export interface Library {
  /** Keeps a version; false when the device could not. It stays readable in this tab either way. */
  keep(version: ConsultationVersion): Promise<boolean>
  /** That version, or the newest one that is here. */
  read(slug: string, number?: number): Promise<ConsultationVersion | undefined>
  /** The newest version of each. */
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
  const here: KeptVersion[] = []

  /** The versions of one consultation, or of all; newest last. */
  const find = async (slug?: string): Promise<readonly KeptVersion[]> => {
    const range = slug === undefined ? undefined : IDBKeyRange.bound([slug, 0], [slug, Infinity])
    const stored = await orNothing(database.run((open) => open.getAll('consultation', range)))
    return [...here.filter((kept) => slug === undefined || kept.slug === slug), ...stored].sort((a, b) => a.number - b.number)
  }

  return {
    async keep({ number, consultation }) {
      const kept = { number, consultation, slug: consultation.slug, keptAt: now().toISOString() }
      here.push(kept)
      const put = database.run(async (open) =>
        (await open.getKey('consultation', [kept.slug, number])) ?? open.put('consultation', kept))
      return (await orNothing(put.then((key) => [key]))).length > 0
    },
    async read(slug, number) {
      // A version never changes: one that this tab has need not be looked for in a store that may be slow to answer.
      const mine = here.find((one) => one.slug === slug && one.number === number)
      const kept = mine ?? (await find(slug)).findLast((one) => number === undefined || one.number === number)
      return kept && { number: kept.number, consultation: kept.consultation }
    },
    async list() {
      const newest = new Map((await find()).map((kept) => [kept.slug, kept]))
      return [...newest.values()].map(({ slug, number, keptAt, consultation: { title } }) => ({ slug, number, keptAt, title }))
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
