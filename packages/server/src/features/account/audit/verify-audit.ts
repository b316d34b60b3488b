import { createHash } from 'node:crypto'
import type { AccountWorld } from '../account-world.ts'
import { readChain, type ChainedEntry } from './audit.queries.ts'

export interface AuditHead {
  readonly number: number
  readonly hash: string
}

/** What looking through the log found. */
export type AuditVerdict =
  | { readonly outcome: 'whole'; readonly head: AuditHead }
  /** The first entry that is not as it was written, or is not where it was. */
  | { readonly outcome: 'changed'; readonly number: number; readonly why: Why }

export type Why =
  | 'number-missing'
  | 'does-not-follow'
  | 'altered'
  /** The log ends before the entry that was noted outside. */
  | 'cut-short'
  | 'differs-from-noted'

export interface Verifying {
  /** Heads that were noted before, each of which must still be there as it was. */
  readonly noted?: readonly AuditHead[]
  /** An entry up to which everything was looked through before; absent: from the first entry. */
  readonly after?: AuditHead
}

const atOnce = 1000
const beginning: AuditHead = { number: 0, hash: '0'.repeat(64) }

/**
 * Reads the log and works every hash out again. An edit, a deletion or a change of order is named by the first entry it
 * touches. Entries taken off the end leave a chain that is whole, so the head is to be noted somewhere else from time to
 * time; hand it in as `noted`.
 */
export async function verifyAudit(
  db: AccountWorld['db'],
  { noted = [], after = beginning }: Verifying = {},
): Promise<AuditVerdict> {
  const hashes = new Map(noted.map(({ number, hash }) => [number, hash]))
  let head = after
  for (;;) {
    const entries = await readChain(db, { after: head.number, most: atOnce })
    for (const entry of entries) {
      const why = whyNot(entry, head, hashes.get(entry.number))
      if (why)
        return {
          outcome: 'changed',
          number: why === 'number-missing' ? head.number + 1 : entry.number,
          why,
        }
      head = { number: entry.number, hash: entry.hash.toString('hex') }
    }
    if (entries.length < atOnce) break
  }
  return noted.some(({ number }) => number > head.number)
    ? { outcome: 'changed', number: head.number + 1, why: 'cut-short' }
    : { outcome: 'whole', head }
}

function whyNot(
  entry: ChainedEntry,
  before: AuditHead,
  noted: string | undefined,
): Why | undefined {
  if (entry.number !== before.number + 1) return 'number-missing'
  if (entry.previousHash.toString('hex') !== before.hash) return 'does-not-follow'
  const hash = entry.hash.toString('hex')
  if (hashOf(entry) !== hash) return 'altered'
  return noted !== undefined && noted !== hash ? 'differs-from-noted' : undefined
}

/** As the database makes it when an entry is written (migration 0008). */
const hashOf = (entry: ChainedEntry): string =>
  createHash('sha256')
    .update(
      [
        entry.previousHash.toString('hex'),
        entry.number,
        entry.atText,
        entry.actor,
        entry.verb,
        entry.thing,
        entry.detail,
      ].join('\n'),
    )
    .digest('hex')
