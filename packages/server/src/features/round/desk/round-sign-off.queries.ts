import type { StoredSignOff } from '../../authoring/sign-off.queries.ts'
import type { WrittenRound } from '@takepart/shared/domain/round/desk/round-draft'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/** The newest request to sign a round, and what became of it; the same of a round as of a consultation. */
export const findRoundSignOff = async (
  db: Db,
  round: string,
): Promise<StoredSignOff | undefined> => {
  const row = await db
    .selectFrom('round_sign_off')
    .select([
      'id',
      'document',
      'asked_by as askedBy',
      'asked_at as askedAt',
      'decision',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
      'note',
      'publication',
      'due_at as dueAt',
      'problem',
      'published_by as publishedBy',
    ])
    .where('round_id', '=', round)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, document: { ...row.document } }
}

export const insertRoundSignOff = async (
  trx: Db,
  round: string,
  asked: {
    readonly id: string
    readonly document: WrittenRound
    readonly by: string
    readonly at: Date
  },
): Promise<void> => {
  await trx
    .insertInto('round_sign_off')
    .values({
      id: asked.id,
      round_id: round,
      document: JSON.stringify(asked.document),
      asked_by: asked.by,
      asked_at: asked.at,
    })
    .execute()
}

export const decideRoundSignOff = async (
  trx: Db,
  id: string,
  decided: {
    readonly decision: 'signed' | 'sent-back'
    readonly by: string
    readonly at: Date
    readonly note: string | null
  },
): Promise<void> => {
  await trx
    .updateTable('round_sign_off')
    .set({
      decision: decided.decision,
      decided_by: decided.by,
      decided_at: decided.at,
      note: decided.note,
    })
    .where('id', '=', id)
    .execute()
}

/** Sets a signed round on its way. */
export const putRoundPublication = async (
  trx: Db,
  id: string,
  { dueAt, by }: { readonly dueAt: Date; readonly by: string },
): Promise<void> => {
  await trx
    .updateTable('round_sign_off')
    .set({
      publication: 'waiting',
      due_at: dueAt,
      published_by: by,
      done_at: null,
      problem: null,
    })
    .where('id', '=', id)
    .execute()
}

export const endRoundPublication = async (
  trx: Db,
  id: string,
  end: {
    readonly state: 'published' | 'stopped' | 'failed'
    readonly at: Date
    readonly problem?: string
  },
): Promise<void> => {
  await trx
    .updateTable('round_sign_off')
    .set({
      publication: end.state,
      done_at: end.at,
      problem: end.state === 'failed' ? (end.problem ?? '').slice(0, 2000) : null,
    })
    .where('id', '=', id)
    .execute()
}

export interface DueRound {
  readonly signOff: string
  readonly round: string
  readonly document: WrittenRound
}

/** A signed round that waits and whose time has come. */
export const findDueRound = (db: Db, now: Date): Promise<DueRound | undefined> =>
  db
    .selectFrom('round_sign_off')
    .select(['id as signOff', 'round_id as round', 'document'])
    .where('publication', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()

/** The same by its request, while it waits; the caller holds the lock on its draft. */
export const findWaitingRound = (trx: Db, signOff: string): Promise<DueRound | undefined> =>
  trx
    .selectFrom('round_sign_off')
    .select(['id as signOff', 'round_id as round', 'document'])
    .where('id', '=', signOff)
    .where('publication', '=', 'waiting')
    .executeTakeFirst()
