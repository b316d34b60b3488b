import type { Answers } from '@takepart/shared/domain/question/answer'
import type { ChangeId, Reference, ResponseId } from '@takepart/shared/domain/core/ids'
import type { Receipt } from '@takepart/shared/domain/response/response'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** What {@link Place} is made of, where `c` is the consultation. */
const placeColumns = sql`c.retracted_at is not null as retracted, c.newest`
/** When the newest revision of the response `r` was received. */
const receivedAt = sql`coalesce((select max(received_at) from response_change where response_id = r.id), r.received_at) as "receivedAt"`

/** A consultation as it stands at this moment. */
export interface Place {
  readonly retracted: boolean
  /** The number of its newest version. */
  readonly newest: number
}

/** What is stored under a response id, as far as a repeat needs it. */
export interface StoredResponse {
  readonly reference: Reference
  readonly codeHash: Buffer
  readonly firstHash: Buffer | null
  readonly state: Receipt['state']
  readonly late: boolean
  readonly receivedAt: Date
}

/** Looks up both at once: what is stored under an id, and the consultation at an address. */
export async function findStoredAndPlace(
  db: Db,
  id: ResponseId,
  slug: string,
): Promise<{ stored?: StoredResponse; place?: Place }> {
  const {
    rows: [row],
  } = await sql<Partial<StoredResponse> & { newest: number | null; retracted: boolean }>`
    select r.reference, r.code_hash as "codeHash", r.first_hash as "firstHash", r.state, r.late, r.received_at as "receivedAt",
      ${placeColumns}
    from (select) one left join response r on r.id = ${id} left join consultation c on c.slug = ${slug}`.execute(
    db,
  )
  return {
    ...(row?.reference ? { stored: row as StoredResponse } : {}),
    ...(row && row.newest !== null
      ? { place: { retracted: row.retracted, newest: row.newest } }
      : {}),
  }
}

/** A response about to be stored. Times are to the hour. */
export interface NewResponse {
  readonly id: ResponseId
  readonly slug: string
  readonly version: number
  /** Nothing is stored when a newer version than this one is published: its dates would count. */
  readonly newest: number
  readonly edition: string
  readonly reference: Reference
  readonly codeHash: Buffer
  readonly contentHash: Buffer
  readonly late: boolean
  readonly answers: Answers
  readonly completedAt: string
  readonly receivedAt: string
}

/**
 * Stores a response in one statement. False, and nothing is stored, when the id, the reference or the private code is
 * taken, or the consultation was retracted or published again meanwhile: ask {@link findStoredAndPlace} which.
 */
export async function insertResponse(db: Db, response: NewResponse): Promise<boolean> {
  const { id, slug, version, newest, contentHash: hash } = response
  const { numAffectedRows } = await sql`
    insert into response (id, consultation_id, version, edition, reference, code_hash, revision, state, late, answers,
      content_hash, first_hash, completed_at, received_at)
    select ${id}::uuid, c.id, ${version}::integer, ${response.edition}, ${response.reference}, ${response.codeHash}::bytea,
      1, 'received', ${response.late}::boolean, ${JSON.stringify(response.answers)}::jsonb, ${hash}::bytea, ${hash}::bytea,
      ${response.completedAt}::timestamptz, ${response.receivedAt}::timestamptz
    from consultation c where c.slug = ${slug} and c.retracted_at is null
      and not exists (select from consultation_version v where v.consultation_id = c.id and v.number > ${newest}::integer)
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** A response opened by its private code, and the change under one id if there is one. */
export interface HeldResponse {
  readonly id: ResponseId
  readonly reference: Reference
  readonly revision: number
  readonly state: Receipt['state']
  readonly late: boolean
  readonly slug: string
  readonly version: number
  readonly edition: string
  /** When its newest revision was received. */
  readonly receivedAt: Date
  readonly place: Place
  readonly change?: StoredChange
}

export interface StoredChange {
  readonly responseId: ResponseId
  readonly kind: 'change' | 'withdrawal'
  readonly revision: number
  readonly late: boolean
  readonly contentHash: Buffer | null
  readonly receivedAt: Date
}

/**
 * Finds a response by its private code alone, never by its id or reference: so a wrong code and a response that
 * does not exist cost the database the same work and take the same time (S04). The caller compares the rest.
 */
export async function findHeld(
  db: Db,
  codeHash: Buffer,
  changeId: ChangeId,
): Promise<HeldResponse | undefined> {
  const {
    rows: [row],
  } = await sql<
    Omit<HeldResponse, 'place' | 'change'> &
      Place & { change: StoredChange['kind'] | null } & ChangeColumns
  >`
    select r.id, r.reference, r.revision, r.state, r.late, c.slug, r.version, r.edition,
      ${receivedAt},
      ${placeColumns},
      ch.kind as change, ch.response_id as "changeOf", ch.revision as "changeRevision", ch.late as "changeLate",
      ch.content_hash as "changeHash", ch.received_at as "changeReceivedAt"
    from response r join consultation c on c.id = r.consultation_id left join response_change ch on ch.change_id = ${changeId}
    where r.code_hash = ${codeHash}`.execute(db)
  if (row === undefined) return undefined
  const {
    change,
    changeOf,
    changeRevision,
    changeLate,
    changeHash,
    changeReceivedAt,
    retracted,
    newest,
    ...held
  } = row
  const stored = change && {
    responseId: changeOf,
    kind: change,
    revision: changeRevision,
    late: changeLate,
    contentHash: changeHash,
    receivedAt: changeReceivedAt,
  }
  return { ...held, place: { retracted, newest }, ...(stored ? { change: stored } : {}) }
}

interface ChangeColumns {
  changeOf: ResponseId
  changeRevision: number
  changeLate: boolean
  changeHash: Buffer | null
  changeReceivedAt: Date
}

/** Opens a response by its private code, with its answers; they are absent once it was withdrawn. */
export async function findHeldWithAnswers(
  db: Db,
  codeHash: Buffer,
): Promise<(Omit<HeldResponse, 'change'> & { answers: Answers | null }) | undefined> {
  const {
    rows: [row],
  } = await sql<Omit<HeldResponse, 'place' | 'change'> & Place & { answers: Answers | null }>`
    select r.id, r.reference, r.revision, r.state, r.late, c.slug, r.version, r.edition, r.answers,
      ${receivedAt},
      ${placeColumns}
    from response r join consultation c on c.id = r.consultation_id where r.code_hash = ${codeHash}`.execute(
    db,
  )
  if (row === undefined) return undefined
  const { retracted, newest, ...held } = row
  return { ...held, place: { retracted, newest } }
}

/** A change about to be stored. Times are to the hour. */
export interface NewChange {
  readonly changeId: ChangeId
  readonly responseId: ResponseId
  readonly baseRevision: number
  readonly late: boolean
  readonly answers: Answers
  /** Null: as it was. */
  readonly edition: string | null
  readonly contentHash: Buffer
  readonly completedAt: string
  readonly receivedAt: string
}

/**
 * Replaces answers and notes the change, in one statement. False, and nothing happened, when the response has moved on
 * meanwhile.
 */
export async function applyChange(db: Db, change: NewChange): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with changed as (
      update response set answers = ${JSON.stringify(change.answers)}::jsonb, content_hash = ${change.contentHash}::bytea,
        edition = coalesce(${change.edition}::text, edition),
        revision = revision + 1, late = late or ${change.late}::boolean, completed_at = ${change.completedAt}::timestamptz
      where id = ${change.responseId}::uuid and state = 'received' and revision = ${change.baseRevision}::integer
      returning id, revision, late, content_hash)
    insert into response_change (change_id, response_id, kind, revision, late, content_hash, received_at)
    select ${change.changeId}::uuid, id, 'change', revision, late, content_hash, ${change.receivedAt}::timestamptz
    from changed`.execute(db)
  return numAffectedRows === 1n
}

/**
 * Erases what was said, with every hash of it, and notes the withdrawal, in one statement. That there was a response stays.
 * False, and nothing happened, when the response has moved on meanwhile: a change that is stored while this waits for it is
 * not seen by this statement, and its hash would be left.
 */
export async function applyWithdrawal(
  db: Db,
  {
    changeId,
    responseId,
    baseRevision,
    receivedAt,
  }: Pick<NewChange, 'changeId' | 'responseId' | 'baseRevision' | 'receivedAt'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with gone as (
      update response set state = 'withdrawn', answers = null, content_hash = null, first_hash = null
      where id = ${responseId}::uuid and state = 'received' and revision = ${baseRevision}::integer returning id, revision, late),
    forgotten as (update response_change set content_hash = null where response_id in (select id from gone))
    insert into response_change (change_id, response_id, kind, revision, late, received_at)
    select ${changeId}::uuid, id, 'withdrawal', revision, late, ${receivedAt}::timestamptz from gone`.execute(
    db,
  )
  return numAffectedRows === 1n
}
