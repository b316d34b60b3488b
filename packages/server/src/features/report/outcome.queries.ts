import type { FrozenResults } from '@takepart/shared/domain/report/frozen-results'
import type { OutcomeDraft } from '@takepart/shared/domain/report/outcome-draft'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** An outcome as it stands at the desk. */
export interface StoredOutcome {
  readonly revision: number
  readonly document: OutcomeDraft
  readonly changedByName: string
  readonly changedAt: Date
  readonly frozen: FrozenResults | null
  readonly frozenByName: string | null
  readonly state: 'writing' | 'asked' | 'published'
  readonly askedById: string | null
  readonly askedByName: string | null
  readonly askedAt: Date | null
  readonly sentBackNote: string | null
  readonly publishedByName: string | null
  readonly publishedAt: Date | null
  readonly version: number | null
}

export interface Marked {
  readonly staffId: string
  readonly name: string
  readonly at: Date
}

/** Undefined where nobody has written anything. With `lock`, it stays as it is until the transaction ends. */
export async function findOutcome(
  db: Db,
  consultationId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredOutcome | undefined> {
  const {
    rows: [row],
  } = await sql<StoredOutcome>`
    select revision, document, changed_by_name as "changedByName", changed_at as "changedAt", frozen, frozen_by_name as "frozenByName",
      state, asked_by_id as "askedById", asked_by_name as "askedByName", asked_at as "askedAt", sent_back_note as "sentBackNote",
      published_by_name as "publishedByName", published_at as "publishedAt", version
    from outcome where consultation_id = ${consultationId}::uuid ${lock ? sql`for update` : sql``}`.execute(
    db,
  )
  return row
}

/**
 * Stores what was written, if nobody else has stored anything since `seen` (0: nothing was there). Whoever writes takes a
 * request for a signature back: what is signed is what was asked about. Gives the new revision, or undefined.
 */
export async function storeOutcome(
  db: Db,
  written: {
    readonly consultationId: string
    readonly seen: number
    readonly document: OutcomeDraft
  },
  by: Marked,
): Promise<number | undefined> {
  const { consultationId, seen, document } = written
  const words = JSON.stringify(document)
  const {
    rows: [row],
  } = await (
    seen === 0
      ? sql<{ revision: number }>`
        insert into outcome (consultation_id, revision, document, changed_by_id, changed_by_name, changed_at)
        values (${consultationId}, 1, ${words}::jsonb, ${by.staffId}, ${by.name}, ${by.at})
        on conflict do nothing returning revision`
      : sql<{ revision: number }>`
        update outcome set revision = revision + 1, document = ${words}::jsonb, changed_by_id = ${by.staffId},
          changed_by_name = ${by.name}, changed_at = ${by.at}, state = 'writing', asked_by_id = null, asked_by_name = null, asked_at = null
        where consultation_id = ${consultationId}::uuid and revision = ${seen} and state <> 'published' returning revision`
  ).execute(db)
  return row?.revision
}

/** Binds the outcome to results as they are now. */
export async function storeFrozen(
  db: Db,
  consultationId: string,
  frozen: FrozenResults,
  by: Marked,
): Promise<void> {
  await sql`update outcome set frozen = ${JSON.stringify(frozen)}::jsonb, frozen_by_name = ${by.name}, frozen_at = ${by.at},
      revision = revision + 1, state = 'writing', asked_by_id = null, asked_by_name = null, asked_at = null
    where consultation_id = ${consultationId}::uuid and state <> 'published'`.execute(db)
}

export async function markAsked(db: Db, consultationId: string, by: Marked): Promise<void> {
  await sql`update outcome set state = 'asked', asked_by_id = ${by.staffId}, asked_by_name = ${by.name}, asked_at = ${by.at},
    sent_back_note = null where consultation_id = ${consultationId}::uuid`.execute(db)
}

export async function markSentBack(db: Db, consultationId: string, note: string): Promise<void> {
  await sql`update outcome set state = 'writing', sent_back_note = ${note}, asked_by_id = null, asked_by_name = null, asked_at = null
    where consultation_id = ${consultationId}::uuid`.execute(db)
}

export async function markPublished(
  db: Db,
  consultationId: string,
  { version, by }: { readonly version: number; readonly by: Marked },
): Promise<void> {
  await sql`update outcome set state = 'published', version = ${version}, published_by_id = ${by.staffId},
    published_by_name = ${by.name}, published_at = ${by.at} where consultation_id = ${consultationId}::uuid`.execute(
    db,
  )
}

/** Keeps the numbers that are public from now on, for the second look at whatever is published after them. */
export async function keepPublishedTables(
  db: Db,
  consultationId: string,
  { id, frozen, by }: { readonly id: string; readonly frozen: FrozenResults; readonly by: Marked },
): Promise<void> {
  await sql`insert into published_tables (id, consultation_id, data_mark, counts, staff_id, staff_name, published_at)
    values (${id}, ${consultationId}, ${frozen.at}, ${JSON.stringify({ tables: frozen.tables })}::jsonb, ${by.staffId}, ${by.name},
      ${by.at})`.execute(db)
}

/** A consultation whose decision people wait for. */
export interface AwaitedOutcome {
  readonly id: string
  readonly title: string
  readonly closesAt: string
  readonly promise: { readonly by: string; readonly text: string }
  readonly state: StoredOutcome['state'] | null
  readonly askedById: string | null
}

/** Closed, not retracted and without an outcome; those promised first come first, at most 500. */
export async function listClosedWithoutOutcome(
  db: Db,
  now: Date,
): Promise<readonly AwaitedOutcome[]> {
  const { rows } = await sql<AwaitedOutcome>`
    select c.id, v.document ->> 'title' as title, v.document ->> 'closesAt' as "closesAt", v.document -> 'promise' as promise, o.state,
      o.asked_by_id as "askedById"
    from consultation c join consultation_version v on v.consultation_id = c.id and v.number = c.newest
      left join outcome o on o.consultation_id = c.id
    where c.retracted_at is null and c.closes_at <= ${now} and not v.document ? 'outcome'
    order by v.document #>> '{promise,by}', c.id limit 500`.execute(db)
  return rows
}
