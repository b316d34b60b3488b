import type { Reference, RequestId } from '@takepart/shared/domain/core/ids'
import type {
  AcceptedRequest,
  RequestState,
} from '@takepart/shared/domain/support-request/support-request'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** What is stored under a request's id, as far as a repeat needs it. */
export interface StoredRequest {
  readonly reference: Reference
  readonly contentHash: Buffer | null
  readonly receivedOn: string
  readonly dueOn: string
}

export async function findStored(db: Db, id: RequestId): Promise<StoredRequest | undefined> {
  const {
    rows: [row],
  } = await sql<StoredRequest>`
    select reference, content_hash as "contentHash", received_on::text as "receivedOn", due_on::text as "dueOn"
    from support_request where id = ${id}`.execute(db)
  return row
}

/** A request about to be stored. */
export interface NewRequest extends AcceptedRequest {
  readonly id: RequestId
  readonly consultationId: string
  readonly reference: Reference
  readonly contentHash: Buffer
}

/** False, and nothing is stored, when the id or the reference is taken: ask {@link findStored} which. */
export async function insertRequest(db: Db, { request, ...stored }: NewRequest): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('support_request')
    .values({
      id: stored.id,
      consultation_id: stored.consultationId,
      reference: stored.reference,
      needs: [...request.needs],
      say: JSON.stringify(request.say),
      reach_by: request.reach.by,
      reach_to: request.reach.to,
      called: request.name ?? null,
      suits: request.when ?? null,
      remember: request.remember,
      in_time: stored.inTime,
      content_hash: stored.contentHash,
      received_on: stored.receivedOn,
      due_on: stored.dueOn,
      state: 'asked',
      closed_on: null,
      note: null,
      erased_on: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** A tracked request as staff read it. */
export interface TrackedRequest {
  readonly id: RequestId
  readonly reference: Reference
  readonly slug: string
  readonly title: string
  readonly closesAt: string
  readonly needs: readonly string[]
  readonly say: Readonly<Record<string, string>> | null
  readonly reachBy: string
  readonly reachTo: string | null
  readonly called: string | null
  readonly suits: string | null
  readonly remember: boolean
  readonly inTime: boolean
  readonly receivedOn: string
  readonly dueOn: string
  readonly state: RequestState
  readonly closedOn: string | null
  readonly note: string | null
  readonly erasedOn: string | null
}

export interface WhichRequests {
  /** Of this consultation; absent: of all. */
  readonly slug?: string
  /** Only those that nobody has closed. */
  readonly open?: boolean
  /** The one of this id, or of this reference. */
  readonly name?: string
}

/** What is due first, first. */
export async function listRequests(
  db: Db,
  { slug, open = false, name }: WhichRequests,
): Promise<readonly TrackedRequest[]> {
  const { rows } = await sql<TrackedRequest>`
    select r.id, r.reference, c.slug, v.document ->> 'title' as title, v.document ->> 'closesAt' as "closesAt", r.needs, r.say,
      r.reach_by as "reachBy", r.reach_to as "reachTo", r.called, r.suits, r.remember, r.in_time as "inTime",
      r.received_on::text as "receivedOn", r.due_on::text as "dueOn", r.state, r.closed_on::text as "closedOn", r.note,
      r.erased_on::text as "erasedOn"
    from support_request r join consultation c on c.id = r.consultation_id
      join consultation_version v on v.consultation_id = c.id
        and v.number = (select max(number) from consultation_version where consultation_id = c.id)
    where (${slug ?? null}::text is null or c.slug = ${slug ?? null})
      and (not ${open}::boolean or r.state = 'asked')
      and (${name ?? null}::text is null or ${name ?? null} in (r.id::text, r.reference))
    order by r.due_on, r.id`.execute(db)
  return rows
}

/** A request that nobody has closed. */
export interface OpenRequestRow extends Pick<
  TrackedRequest,
  | 'id'
  | 'reference'
  | 'title'
  | 'needs'
  | 'say'
  | 'reachBy'
  | 'reachTo'
  | 'called'
  | 'suits'
  | 'remember'
  | 'inTime'
  | 'receivedOn'
  | 'dueOn'
> {
  readonly consultationId: string
}

/** Those that nobody has closed, of some consultations or of every one, what is due first, first. */
export async function listOpenRequests(
  db: Db,
  teams: readonly string[] | 'every',
  most: number,
): Promise<readonly OpenRequestRow[]> {
  const { rows } = await sql<OpenRequestRow>`
    select r.id, r.consultation_id as "consultationId", r.reference, v.document ->> 'title' as title, r.needs, r.say,
      r.reach_by as "reachBy", r.reach_to as "reachTo", r.called, r.suits, r.remember, r.in_time as "inTime",
      r.received_on::text as "receivedOn", r.due_on::text as "dueOn"
    from support_request r join consultation c on c.id = r.consultation_id
      join consultation_version v on v.consultation_id = c.id and v.number = c.newest
    where r.state = 'asked' and r.erased_on is null
      and ${teams === 'every' ? sql`true` : sql`r.consultation_id = any(${[...teams]}::uuid[])`}
    order by r.due_on, r.id
    limit ${most}`.execute(db)
  return rows
}

/** A request by its id, with a lock on it: of two who close it, one does. */
export const findRequestToClose = (
  db: Db,
  id: string,
): Promise<{ consultationId: string; state: RequestState } | undefined> =>
  db
    .selectFrom('support_request')
    .select(['consultation_id as consultationId', 'state'])
    .where('id', '=', id)
    .where('erased_on', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export interface Closing {
  readonly state: Exclude<RequestState, 'asked'>
  readonly on: string
  readonly note: string | null
}

/** Closes a request, or says anew how it was closed. False when there is none, or what it said has been erased. */
export async function closeRequest(
  db: Db,
  id: RequestId,
  { state, on, note }: Closing,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('support_request')
    .set({ state, closed_on: on, note })
    .where('id', '=', id)
    .where('erased_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Erases who asked and what is in their own words: of what was closed until one day, and of all received until another. */
export async function eraseRequests(
  db: Db,
  until: { readonly closed: string; readonly received: string; readonly today: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update support_request
    set say = null, reach_to = null, called = null, suits = null, note = null, content_hash = null, erased_on = ${until.today}::date
    where erased_on is null and (closed_on <= ${until.closed}::date or received_on <= ${until.received}::date)`.execute(
    db,
  )
  return Number(numAffectedRows)
}
