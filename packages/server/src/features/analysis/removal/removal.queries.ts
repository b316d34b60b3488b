import type {
  ErasureRequest,
  ErasableResponse,
} from '@takepart/shared/domain/analysis/removal/erasure'
import type { RemovedKind } from '@takepart/shared/domain/moderation/redaction'
import type { Answers } from '@takepart/shared/domain/question/answer'
import type { ErasureReason, TakeOutReason } from '@takepart/shared/domain/response/removal'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** A response with all that removing its words asks about. */
export interface StoredForRemoval extends ErasableResponse {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly edition: string
}

/** The response as it is, locked until the end of the transaction. */
export async function lockForRemoval(
  trx: Db,
  consultationId: string,
  responseId: string,
): Promise<StoredForRemoval | undefined> {
  const { rows } = await sql<Omit<StoredForRemoval, 'asked'>>`
    select r.id, r.reference, r.revision, r.version, r.edition, r.answers, c.slug,
      exists (select from response_ledger o where o.merged_into = r.id) as "othersMerged",
      exists (select from concern where subject_kind = 'response' and subject_id = r.id and state <> 'closed') as "concernOpen"
    from response r join consultation c on c.id = r.consultation_id
    where r.id = ${responseId}::uuid and r.consultation_id = ${consultationId}::uuid for update of r`.execute(
    trx,
  )
  const [row] = rows
  return row && { ...row, asked: await standingRequest(trx, row.id) }
}

/** The request to erase it that nobody has decided on yet. */
export async function standingRequest(
  db: Db,
  responseId: string,
): Promise<(ErasureRequest & { readonly askedAt: Date }) | undefined> {
  const { rows } = await sql<ErasureRequest & { readonly askedAt: Date }>`
    select id, reason, asked_by_id as "askedById", asked_by_name as "askedByName", asked_at as "askedAt"
    from erasure_request where response_id = ${responseId}::uuid and decided is null`.execute(db)
  return rows[0]
}

/**
 * Puts answers with marks in the place of the old ones, under the next revision: a device that knows an older one cannot
 * change it back unseen. Everything that the old words could be read in or guessed from goes: hashes of what was sent, what a
 * second person typed from the same paper, the copy in a closed concern. Triggers see to search, keys and codings.
 */
export async function replaceWords(
  trx: Db,
  replaced: {
    readonly responseId: string
    readonly answers: Answers
    readonly contentHash: Buffer
  },
): Promise<void> {
  const { responseId, answers, contentHash } = replaced
  await sql`update response set answers = ${JSON.stringify(answers)}::jsonb, content_hash = ${contentHash}, first_hash = null,
    revision = revision + 1 where id = ${responseId}::uuid`.execute(trx)
  await sql`delete from second_entry where response_id = ${responseId}::uuid`.execute(trx)
  await forgetCopies(trx, responseId)
}

/** Erases all that was said, and every hash of it. That there was a response stays, on its line. */
export async function eraseWordsOf(trx: Db, responseId: string): Promise<void> {
  await sql`update response set state = 'erased', answers = null, content_hash = null, first_hash = null, revision = revision + 1
    where id = ${responseId}::uuid`.execute(trx)
  await forgetCopies(trx, responseId)
}

async function forgetCopies(trx: Db, responseId: string): Promise<void> {
  await sql`update response_change set content_hash = null where response_id = ${responseId}::uuid`.execute(
    trx,
  )
  await sql`update concern set words = null, reach = null
    where subject_kind = 'response' and subject_id = ${responseId}::uuid and state = 'closed'`.execute(
    trx,
  )
}

export async function insertTakenOut(
  trx: Db,
  taken: {
    readonly stepId: string
    readonly responseId: string
    readonly questionId: string
    readonly removed: readonly RemovedKind[]
    readonly reason: TakeOutReason
  },
): Promise<void> {
  await sql`insert into response_taken_out (step_id, response_id, question_id, removed, reason)
    values (${taken.stepId}, ${taken.responseId}, ${taken.questionId}, ${[...taken.removed]}::text[], ${taken.reason})`.execute(
    trx,
  )
}

/** What was taken out of a response, the oldest first. */
export interface TakenOut {
  readonly questionId: string
  readonly removed: readonly RemovedKind[]
  readonly reason: TakeOutReason
  readonly staffName: string
  readonly at: Date
}

const mostTakenOut = 200

export async function takenOutOf(db: Db, responseId: string): Promise<readonly TakenOut[]> {
  const { rows } = await sql<TakenOut>`
    select t.question_id as "questionId", t.removed, t.reason, s.staff_name as "staffName", s.made_at as at
    from response_taken_out t join ledger_step s on s.id = t.step_id
    where t.response_id = ${responseId}::uuid order by s.made_at, s.id limit ${mostTakenOut}`.execute(
    db,
  )
  return rows
}

/** Why a response was erased; undefined: it was not. */
export async function erasedBecause(
  db: Db,
  responseId: string,
): Promise<ErasureReason | undefined> {
  const { rows } = await sql<{ reason: ErasureReason }>`
    select reason from erasure_request where response_id = ${responseId}::uuid and decided = 'erased'`.execute(
    db,
  )
  return rows[0]?.reason
}

/** Notes that somebody asked. A request of the same id that is there already stays as it is. */
export async function insertErasureRequest(
  trx: Db,
  request: ErasureRequest & { readonly responseId: string; readonly askedAt: Date },
): Promise<void> {
  await sql`insert into erasure_request (id, response_id, reason, asked_by_id, asked_by_name, asked_at)
    values (${request.id}, ${request.responseId}, ${request.reason}, ${request.askedById}, ${request.askedByName},
      ${request.askedAt})`.execute(trx)
}

/** Notes what was decided on a request that stands. False when none of this id does. */
export async function decideErasure(
  trx: Db,
  decided: {
    readonly requestId: string
    readonly responseId: string
    readonly as: 'erased' | 'kept'
    readonly staffId: string
    readonly at: Date
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update erasure_request set decided = ${decided.as}, decided_by_id = ${decided.staffId}, decided_at = ${decided.at}
    where id = ${decided.requestId}::uuid and response_id = ${decided.responseId}::uuid and decided is null`.execute(
    trx,
  )
  return numAffectedRows === 1n
}

/** A response that somebody has asked to erase, for those who could do it. */
export interface AskedForErasure {
  readonly consultationId: string
  readonly reference: string
  readonly askedById: string
  readonly askedByName: string
  readonly askedAt: Date
}

/** The oldest first; at most 50. `teams`: of these consultations only. */
export async function erasuresAsked(
  db: Db,
  teams: readonly string[] | 'every',
): Promise<readonly AskedForErasure[]> {
  const { rows } = await sql<AskedForErasure>`
    select r.consultation_id as "consultationId", r.reference, e.asked_by_id as "askedById", e.asked_by_name as "askedByName",
      e.asked_at as "askedAt"
    from erasure_request e join response r on r.id = e.response_id
    where e.decided is null ${teams === 'every' ? sql`` : sql`and r.consultation_id = any(${[...teams]}::uuid[])`}
    order by e.asked_at limit 50`.execute(db)
  return rows
}
