import type { SignOff } from '@takepart/shared/domain/authoring/draft/sign-off'
import { sameContent } from '@takepart/shared/domain/core/canonical-json'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>
type Document = Readonly<Record<string, unknown>>

/** The newest request to sign a draft, and what became of it. */
export interface StoredSignOff {
  readonly id: string
  readonly document: Document
  readonly askedBy: string
  readonly askedAt: Date
  readonly decision: 'signed' | 'sent-back' | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly note: string | null
  readonly publication: 'waiting' | 'published' | 'stopped' | 'failed' | null
  readonly dueAt: Date | null
  readonly problem: string | null
  readonly publishedBy: string | null
}

export const findSignOff = (db: Db, draft: string): Promise<StoredSignOff | undefined> =>
  db
    .selectFrom('draft_sign_off as s')
    .leftJoin('publication as p', 'p.sign_off_id', 's.id')
    .select([
      's.id',
      's.document',
      's.asked_by as askedBy',
      's.asked_at as askedAt',
      's.decision',
      's.decided_by as decidedBy',
      's.decided_at as decidedAt',
      's.note',
      'p.state as publication',
      'p.due_at as dueAt',
      'p.problem',
      'p.by_staff as publishedBy',
    ])
    .where('s.consultation_id', '=', draft)
    .orderBy('s.asked_at', 'desc')
    .orderBy('s.id')
    .limit(1)
    .executeTakeFirst()

/** Where a draft stands, from its newest request and what it says now: once it says something else, nothing is signed. */
export function signOffOf(stored: StoredSignOff | undefined, document: Document): SignOff {
  if (!stored || stored.decision === 'sent-back' || !sameContent(stored.document, document))
    return { state: 'draft' }
  const { askedBy, decidedBy } = stored
  if (stored.decision === null) return { state: 'asked', askedBy }
  const signed = { askedBy, ...(decidedBy === null ? {} : { signedBy: decidedBy }) }
  if (stored.publication === 'published') return { ...signed, state: 'published' }
  return { ...signed, state: stored.publication === 'waiting' ? 'scheduled' : 'signed' }
}

/** One after the other asks, signs and publishes. False: there is no such draft. */
export const lockDraft = async (trx: Db, draft: string): Promise<boolean> =>
  (await trx
    .selectFrom('draft')
    .select('consultation_id')
    .where('consultation_id', '=', draft)
    .forUpdate()
    .executeTakeFirst()) !== undefined

export const insertSignOff = async (
  trx: Db,
  draft: string,
  { id, document, by, at }: { id: string; document: Document; by: string; at: Date },
): Promise<void> => {
  await trx
    .insertInto('draft_sign_off')
    .values({
      id,
      consultation_id: draft,
      document: JSON.stringify(document),
      asked_by: by,
      asked_at: at,
    })
    .execute()
}

export const decideSignOff = async (
  trx: Db,
  id: string,
  decided: { decision: 'signed' | 'sent-back'; by: string; at: Date; note?: string | undefined },
): Promise<void> => {
  await trx
    .updateTable('draft_sign_off')
    .set({
      decision: decided.decision,
      decided_by: decided.by,
      decided_at: decided.at,
      note: decided.note ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Sets a signed document on its way; another time in place of one that waits, that failed or that was stopped. */
export const putPublication = async (
  trx: Db,
  { signOff, draft, dueAt, by }: { signOff: string; draft: string; dueAt: Date; by: string },
): Promise<void> => {
  const waiting = {
    due_at: dueAt,
    by_staff: by,
    state: 'waiting' as const,
    number: null,
    done_at: null,
    problem: null,
  }
  await trx
    .insertInto('publication')
    .values({ sign_off_id: signOff, consultation_id: draft, ...waiting })
    .onConflict((conflict) =>
      conflict
        .column('sign_off_id')
        .doUpdateSet(waiting)
        .where('publication.state', '<>', 'published'),
    )
    .execute()
}

/** What is to be published now: the signed document whose time has come, locked. Skips what another server is at. */
export async function takeDuePublication(
  trx: Db,
  now: Date,
): Promise<{ signOff: string; draft: string; document: Document; by: string } | undefined> {
  return trx
    .selectFrom('publication as p')
    .innerJoin('draft_sign_off as s', 's.id', 'p.sign_off_id')
    .select(['s.id as signOff', 'p.consultation_id as draft', 's.document', 'p.by_staff as by'])
    .where('p.state', '=', 'waiting')
    .where('p.due_at', '<=', now)
    .orderBy('p.due_at')
    .limit(1)
    .forUpdate('p')
    .skipLocked()
    .executeTakeFirst()
}

/** The one publication of a signed document, locked; undefined when it does not wait. */
export const takeWaitingPublication = (
  trx: Db,
  signOff: string,
): Promise<{ document: Document; draft: string } | undefined> =>
  trx
    .selectFrom('publication as p')
    .innerJoin('draft_sign_off as s', 's.id', 'p.sign_off_id')
    .select(['s.document', 'p.consultation_id as draft'])
    .where('p.sign_off_id', '=', signOff)
    .where('p.state', '=', 'waiting')
    .forUpdate('p')
    .executeTakeFirst()

export const endPublication = async (
  trx: Db,
  signOff: string,
  end:
    | { state: 'published'; number: number; at: Date }
    | { state: 'stopped'; at: Date }
    | { state: 'failed'; problem: string; at: Date },
): Promise<void> => {
  await trx
    .updateTable('publication')
    .set({
      state: end.state,
      done_at: end.at,
      number: end.state === 'published' ? end.number : null,
      problem: end.state === 'failed' ? end.problem.slice(0, 2000) : null,
    })
    .where('sign_off_id', '=', signOff)
    .execute()
}

/** Notes which version a draft is now. */
export const noteVersion = async (trx: Db, draft: string, number: number): Promise<void> => {
  await trx
    .updateTable('draft')
    .set({ based_on: number })
    .where('consultation_id', '=', draft)
    .execute()
}

/** Up to which edit somebody has seen a draft; 0: never looked. */
export const findLook = async (db: Db, draft: string, staff: string): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('draft_look')
        .select('seen')
        .where('consultation_id', '=', draft)
        .where('staff_id', '=', staff)
        .executeTakeFirst()
    )?.seen ?? 0,
  )

/** Never goes back: a page that was opened earlier does not hide what was seen since. */
export const noteLook = async (
  db: Db,
  draft: string,
  { staff, seen, at }: { staff: string; seen: number; at: Date },
): Promise<void> => {
  await sql`INSERT INTO draft_look (consultation_id, staff_id, seen, at) VALUES (${draft}, ${staff}, ${seen}, ${at})
    ON CONFLICT (consultation_id, staff_id) DO UPDATE SET seen = greatest(draft_look.seen, excluded.seen), at = excluded.at`.execute(
    db,
  )
}
