import { firstUrgentWords } from '@takepart/shared/domain/moderation/first-urgent-words'
import type { UrgentWordList } from '@takepart/shared/domain/moderation/urgent-words'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { findWordList } from './concern.queries.ts'

interface Known {
  readonly list: UrgentWordList
  readonly readAt: number
}

const known = new WeakMap<Kysely<Schema>, Known>()
const readAnewMs = 10_000

/**
 * The Trust's word list, or the first one until it has saved its own. Read anew every 10 s, so that no response waits for
 * it: a list that was saved is used by every server within that time.
 */
export async function wordListInUse(db: Kysely<Schema>, now: Date): Promise<UrgentWordList> {
  const before = known.get(db)
  const age = now.getTime() - (before?.readAt ?? 0)
  if (before && age >= 0 && age < readAnewMs) return before.list
  const list = (await findWordList(db))?.list ?? firstUrgentWords
  // The same list stays the same object: what was made ready of it is kept with it.
  const same = before && JSON.stringify(before.list) === JSON.stringify(list) ? before.list : list
  known.set(db, { list: same, readAt: now.getTime() })
  return same
}

/** The next text is held against what was saved a moment ago. */
export const forgetWordList = (db: Kysely<Schema>): void => void known.delete(db)
