import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { LRUCache } from 'lru-cache'

const most = 100

/**
 * Consultation versions near at hand. A version never changes, so it may be kept for ever; which number is the newest does
 * change, so that is only a guess here and the database confirms it with every write.
 */
export interface VersionCache {
  find(slug: string, number: number): ConsultationVersion | undefined
  keep(slug: string, number: number, version: ConsultationVersion): void
  guessNewest(slug: string): number | undefined
  noteNewest(slug: string, number: number): void
}

export function createVersionCache(): VersionCache {
  const versions = new LRUCache<string, ConsultationVersion>({ max: most })
  const newest = new LRUCache<string, number>({ max: most })
  const keyOf = (slug: string, number: number): string => `${slug}/${number}`
  return {
    find: (slug, number) => versions.get(keyOf(slug, number)),
    keep: (slug, number, version) => void versions.set(keyOf(slug, number), version),
    guessNewest: (slug) => newest.get(slug),
    noteNewest: (slug, number) => void newest.set(slug, number),
  }
}
