import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import type { AuditHead, AuditVerdict, Why } from './verify-audit.ts'

type Db = Kysely<Schema>

/** A head of the log as it was noted, with what looking through the whole log found at that time. */
export interface NotedHead extends AuditHead {
  readonly notedAt: Date
  readonly changed?: { readonly number: number; readonly why: Why }
}

/** Kept for ever: one a day, and what is compared is the oldest as well. */
const mostHeads = 10_000

/** The newest first. */
export async function notedHeads(db: Db): Promise<readonly NotedHead[]> {
  const rows = await db
    .selectFrom('audit_head')
    .selectAll()
    .orderBy('noted_at', 'desc')
    .limit(mostHeads)
    .execute()
  return rows.map((row) => ({
    notedAt: row.noted_at,
    number: Number(row.number),
    hash: row.hash.toString('hex'),
    ...(row.changed_number !== null && row.why !== null
      ? { changed: { number: Number(row.changed_number), why: row.why } }
      : {}),
  }))
}

/** Notes what was found; of two at the same moment one is enough. */
export async function noteHead(
  db: Db,
  {
    head,
    verdict,
    at,
  }: { readonly head: AuditHead; readonly verdict: AuditVerdict; readonly at: Date },
): Promise<void> {
  const changed = verdict.outcome === 'changed' ? verdict : undefined
  await db
    .insertInto('audit_head')
    .values({
      noted_at: at,
      number: head.number,
      hash: Buffer.from(head.hash, 'hex'),
      changed_number: changed?.number ?? null,
      why: changed?.why ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The newest entry as it stands; undefined while there is none. */
export async function newestEntry(db: Db): Promise<AuditHead | undefined> {
  const row = await db
    .selectFrom('audit_entry')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { number: row.number, hash: row.hash.toString('hex') }
}

/** The first of the noted heads that is not in the log as it was noted, if there is one. */
export async function missingHead(
  db: Db,
  noted: readonly AuditHead[],
): Promise<AuditHead | undefined> {
  const heads = noted.filter(({ number }) => number > 0)
  if (heads.length === 0) return undefined
  const rows = await db
    .selectFrom('audit_entry')
    .select(['number', 'hash'])
    .where(
      'number',
      'in',
      heads.map(({ number }) => number),
    )
    .execute()
  const hashes = new Map(rows.map(({ number, hash }) => [number, hash.toString('hex')]))
  return heads
    .filter(({ number, hash }) => hashes.get(number) !== hash)
    .toSorted((one, other) => one.number - other.number)[0]
}
