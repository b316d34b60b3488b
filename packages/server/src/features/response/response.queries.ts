import type { Answers } from '@takepart/shared/domain/question/answer'
import type { ChangeId, Reference, ResponseId } from '@takepart/shared/domain/core/ids'
import type { Receipt } from '@takepart/shared/domain/response/response'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

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
  const row = await db
    .selectFrom(sql<{ one: number }>`(select 1 as one)`.as('asked'))
    .leftJoin('response as r', (join) => join.on('r.id', '=', id))
    .leftJoin('consultation as c', (join) => join.on('c.slug', '=', slug))
    .select([
      'r.reference',
      'r.code_hash as codeHash',
      'r.first_hash as firstHash',
      'r.state',
      'r.late',
      'r.received_at as receivedAt',
      'c.newest',
      'c.retracted_at as retractedAt',
    ])
    .executeTakeFirstOrThrow()
  const { newest, retractedAt, ...stored } = row
  return {
    ...(stored.reference === null ? {} : { stored: stored as StoredResponse }),
    ...(newest === null ? {} : { place: { retracted: retractedAt !== null, newest } }),
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
  const row = await heldBy(db, codeHash)
    .leftJoin('response_change as ch', (join) => join.on('ch.change_id', '=', changeId))
    .select([
      'ch.kind',
      'ch.response_id as changeOf',
      'ch.revision as changeRevision',
      'ch.late as changeLate',
      'ch.content_hash as contentHash',
      'ch.received_at as changeReceivedAt',
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { kind, changeOf, changeRevision, changeLate, contentHash, changeReceivedAt, ...held } = row
  const change = kind && {
    kind,
    responseId: changeOf,
    revision: changeRevision,
    late: changeLate,
    contentHash,
    receivedAt: changeReceivedAt,
  }
  return { ...withPlace(held), ...(change ? { change: change as StoredChange } : {}) }
}

/** The response that a private code opens, with where it belongs. */
const heldBy = (db: Db, codeHash: Buffer) =>
  db
    .selectFrom('response as r')
    .innerJoin('consultation as c', 'c.id', 'r.consultation_id')
    .where('r.code_hash', '=', codeHash)
    .select(['r.id', 'r.reference', 'r.revision', 'r.state', 'r.late', 'r.version', 'r.edition'])
    .select(['c.slug', 'c.newest', 'c.retracted_at as retractedAt'])
    .select(({ fn, selectFrom }) =>
      fn
        .coalesce(
          selectFrom('response_change as all')
            .whereRef('all.response_id', '=', 'r.id')
            .select(({ fn: { max } }) => max('all.received_at').as('last')),
          'r.received_at',
        )
        .as('receivedAt'),
    )

type HeldRow = Awaited<ReturnType<ReturnType<typeof heldBy>['executeTakeFirstOrThrow']>>

const withPlace = <Row extends HeldRow>({ newest, retractedAt, ...held }: Row) => ({
  ...held,
  reference: held.reference as Reference,
  id: held.id as ResponseId,
  place: { retracted: retractedAt !== null, newest: newest as number },
})

/** Opens a response by its private code, with its answers; they are absent once it was withdrawn. */
export async function findHeldWithAnswers(
  db: Db,
  codeHash: Buffer,
): Promise<(Omit<HeldResponse, 'change'> & { answers: Answers | null }) | undefined> {
  const row = await heldBy(db, codeHash).select('r.answers').executeTakeFirst()
  return row && withPlace(row)
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
  const { numInsertedOrUpdatedRows } = await db
    .with('changed', (where) =>
      where
        .updateTable('response')
        .set(({ eb, fn, ref, val }) => ({
          answers: JSON.stringify(change.answers),
          content_hash: change.contentHash,
          edition: fn.coalesce(val(change.edition), ref('edition')),
          revision: eb('revision', '+', 1),
          late: eb.or([eb('late', '=', true), eb.val(change.late)]).$castTo<boolean>(),
          completed_at: sql<Date>`${change.completedAt}::timestamptz`,
        }))
        .where('id', '=', change.responseId)
        .where('state', '=', 'received')
        .where('revision', '=', change.baseRevision)
        .returning(['id', 'revision', 'late', 'content_hash']),
    )
    .insertInto('response_change')
    .columns([...noted, 'content_hash'])
    .expression(({ selectFrom }) =>
      selectFrom('changed').select([
        sql<string>`${change.changeId}::uuid`.as('change_id'),
        'id',
        sql<'change'>`'change'`.as('kind'),
        'revision',
        'late',
        sql<Date>`${change.receivedAt}::timestamptz`.as('received_at'),
        'content_hash',
      ]),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** What is noted of every change, in the order in which it is selected. */
const noted = ['change_id', 'response_id', 'kind', 'revision', 'late', 'received_at'] as const

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
  const { numInsertedOrUpdatedRows } = await db
    .with('gone', (where) =>
      where
        .updateTable('response')
        .set({ state: 'withdrawn', answers: null, content_hash: null, first_hash: null })
        .where('id', '=', responseId)
        .where('state', '=', 'received')
        .where('revision', '=', baseRevision)
        .returning(['id', 'revision', 'late']),
    )
    .with('forgotten', (where) =>
      where
        .updateTable('response_change')
        .set({ content_hash: null })
        .where('response_id', 'in', (eb) => eb.selectFrom('gone').select('id')),
    )
    .insertInto('response_change')
    .columns(noted)
    .expression(({ selectFrom }) =>
      selectFrom('gone').select([
        sql<string>`${changeId}::uuid`.as('change_id'),
        'id',
        sql<'withdrawal'>`'withdrawal'`.as('kind'),
        'revision',
        'late',
        sql<Date>`${receivedAt}::timestamptz`.as('received_at'),
      ]),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
