import type {
  Concern,
  ConcernEvent,
  ConcernStanding,
  ConcernSubject,
} from '@takepart/shared/domain/moderation/concern'
import type { Severity } from '@takepart/shared/domain/moderation/severity'
import type { UrgentWordList } from '@takepart/shared/domain/moderation/urgent-words'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import type { ConcernWords } from './concern.table.ts'

type Db = Kysely<Schema>

/** A concern about to be stored. */
export interface NewConcern {
  /** Made by the device that asks for help; absent: drawn here. */
  readonly id?: string
  readonly subject: { readonly kind: ConcernSubject; readonly id: string }
  readonly place?: string
  readonly words: readonly ConcernWords[]
  readonly reach?: string
  readonly event: Extract<ConcernEvent, { readonly kind: 'raised' }>
  readonly standing: ConcernStanding
}

const momentOf = (time: string | undefined): Date | null =>
  time === undefined ? null : new Date(time)

/** Answers its id; undefined, and nothing is stored, when there is a concern about this already. */
export async function insertConcern(trx: Db, concern: NewConcern): Promise<string | undefined> {
  const { standing, event } = concern
  const stored = await trx
    .insertInto('concern')
    .values({
      id: concern.id ?? sql`gen_random_uuid()`,
      subject_kind: concern.subject.kind,
      subject_id: concern.subject.id,
      place: concern.place ?? null,
      severity: standing.severity,
      state: standing.state,
      owner_id: null,
      raised_at: new Date(event.at),
      due_at: momentOf(standing.dueAt),
      closed_at: null,
      escalations: 0,
      told: -1,
      words: JSON.stringify(concern.words),
      reach: concern.reach ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (stored) await insertEvent(trx, { concernId: stored.id, number: 1, event })
  return stored?.id
}

async function insertEvent(
  trx: Db,
  { concernId, number, event }: { concernId: string; number: number; event: ConcernEvent },
): Promise<void> {
  await trx
    .insertInto('concern_event')
    .values({ concern_id: concernId, number, at: new Date(event.at), event: JSON.stringify(event) })
    .execute()
}

/** Adds what happened to a locked concern, and how things stand after it. */
export async function storeEvent(
  trx: Db,
  concernId: string,
  { number, event, standing }: { number: number; event: ConcernEvent; standing: ConcernStanding },
): Promise<void> {
  await insertEvent(trx, { concernId, number, event })
  await trx
    .updateTable('concern')
    .set({
      severity: standing.severity,
      state: standing.state,
      owner_id: standing.ownerId ?? null,
      due_at: momentOf(standing.dueAt),
      ...(event.kind === 'closed' ? { closed_at: new Date(event.at) } : {}),
      ...(standing.state === 'closed' ? {} : { closed_at: null }),
      escalations: standing.escalations,
      // Whoever is told is told of what is open: noticed again after closing, it is new to them.
      ...(event.kind === 'raised-again'
        ? { told: sql<number>`least(told, ${standing.escalations - 1})` }
        : {}),
    })
    .where('id', '=', concernId)
    .execute()
}

/** A concern with all that happened to it. */
export interface StoredConcern extends Concern {
  readonly id: string
  readonly subjectKind: ConcernSubject
  readonly subjectId: string
  readonly place: string | null
  readonly words: readonly ConcernWords[] | null
  readonly reach: string | null
}

const columns = sql`c.id, c.subject_kind as "subjectKind", c.subject_id as "subjectId", c.place, c.words, c.reach,
  (select jsonb_agg(e.event order by e.number) from concern_event e where e.concern_id = c.id) as events`

/**
 * Locked until the transaction ends: of two acts at once the second sees the first. The lock is a statement of its own: one
 * that waits for a lock reads what happened as it stood before it waited.
 */
export async function findForAct(trx: Db, id: string): Promise<StoredConcern | undefined> {
  await sql`select from concern where id = ${id} for update`.execute(trx)
  const { rows } = await sql<StoredConcern>`
    select ${columns} from concern c where c.id = ${id}`.execute(trx)
  return rows[0]
}

/** As {@link findForAct}, by what it is about. */
export async function findBySubject(
  trx: Db,
  { kind, id }: NewConcern['subject'],
): Promise<StoredConcern | undefined> {
  const found = await trx
    .selectFrom('concern')
    .select('id')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .executeTakeFirst()
  return found && findForAct(trx, found.id)
}

/** Notes that somebody reads the words, before they are handed out. */
export async function insertLook(
  trx: Db,
  look: { readonly concernId: string; readonly staffId: string; readonly at: Date },
): Promise<void> {
  await trx
    .insertInto('concern_look')
    .values({ concern_id: look.concernId, staff_id: look.staffId, at: look.at })
    .execute()
}

/** More words of what a concern is about: they are added to what is there, whether it is open or was closed. */
export async function addWords(
  trx: Db,
  id: string,
  { words, reach }: { readonly words: readonly ConcernWords[]; readonly reach?: string },
): Promise<void> {
  await sql`
    update concern set words = coalesce(words, '[]'::jsonb) || ${JSON.stringify(words)}::jsonb,
      reach = coalesce(${reach ?? null}::text, reach)
    where id = ${id}`.execute(trx)
}

/** A concern in the lane: nothing in it is what anybody wrote. */
export interface LaneConcern extends Concern {
  readonly id: string
  readonly subjectKind: ConcernSubject
  readonly place: string | null
  readonly hasReach: boolean
}

const mostInLane = 200

/** Those that are open, what is most urgent and due first, first; at most 200. */
export async function listOpen(db: Db): Promise<readonly LaneConcern[]> {
  const { rows } = await sql<LaneConcern>`
    select c.id, c.subject_kind as "subjectKind", c.place, c.reach is not null as "hasReach",
      (select jsonb_agg(e.event order by e.number) from concern_event e where e.concern_id = c.id) as events
    from concern c where c.state <> 'closed'
    order by array_position(array['now', 'today', 'week'], c.severity), c.due_at, c.id limit ${mostInLane}`.execute(
    db,
  )
  return rows
}

/** One that was closed. */
export interface ClosedConcern extends Concern {
  readonly id: string
}

/** Those closed since a moment, the newest first; at most 50. */
export async function listClosed(db: Db, since: Date): Promise<readonly ClosedConcern[]> {
  const { rows } = await sql<ClosedConcern>`
    select c.id, (select jsonb_agg(e.event order by e.number) from concern_event e where e.concern_id = c.id) as events
    from concern c where c.state = 'closed' and c.closed_at >= ${since.toISOString()}::timestamptz
    order by c.closed_at desc, c.id limit 50`.execute(db)
  return rows
}

/** Who read the words of a concern and when, the newest first; at most 50. */
export const listLooks = (
  db: Db,
  concernId: string,
): Promise<readonly { readonly by: string; readonly at: Date }[]> =>
  db
    .selectFrom('concern_look')
    .select(['staff_id as by', 'at'])
    .where('concern_id', '=', concernId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()

/** All raised since a moment, for measuring the word list; at most 5,000. */
export async function listRaisedSince(db: Db, since: Date): Promise<readonly Concern[]> {
  const { rows } = await sql<Concern>`
    select (select jsonb_agg(e.event order by e.number) from concern_event e where e.concern_id = c.id) as events
    from concern c where c.raised_at >= ${since.toISOString()}::timestamptz
    order by c.raised_at desc, c.id limit 5000`.execute(db)
  return rows
}

/** How many are open, how many of them nobody has, and when the first is due. */
export async function countOpen(db: Db): Promise<OpenConcerns> {
  const { rows } = await sql<OpenConcerns>`
    select count(*)::int as open, (count(*) filter (where state = 'waiting'))::int as waiting,
      (count(*) filter (where escalations > 0 and state = 'waiting'))::int as escalated, min(due_at) as "dueAt"
    from concern where state <> 'closed'`.execute(db)
  return rows[0] as OpenConcerns
}

interface OpenConcerns {
  readonly open: number
  readonly waiting: number
  /** Of those that wait, how many whose clock has passed. */
  readonly escalated: number
  readonly dueAt: Date | null
}

/** Locks those whose clock has passed and that no other server is looking at; at most 50. */
export async function takeOverdue(trx: Db, now: Date): Promise<readonly StoredConcern[]> {
  const overdue = await trx
    .selectFrom('concern')
    .select('id')
    .where('state', '<>', 'closed')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(50)
    .forUpdate()
    .skipLocked()
    .execute()
  const found: StoredConcern[] = []
  for (const { id } of overdue) {
    const concern = await findForAct(trx, id)
    if (concern) found.push(concern)
  }
  return found
}

export interface ToTell {
  readonly id: string
  readonly severity: Severity
  readonly escalations: number
  readonly told: number
}

/** Locks those staff have not been told of, or not since they escalated; at most 50. */
export async function takeUntold(trx: Db): Promise<readonly ToTell[]> {
  const { rows } = await sql<ToTell>`
    select id, severity, escalations, told from concern where told < escalations and state <> 'closed'
    order by raised_at, id limit 50 for update skip locked`.execute(trx)
  return rows
}

export async function markTold(trx: Db, { id, escalations }: ToTell): Promise<void> {
  await trx.updateTable('concern').set({ told: escalations }).where('id', '=', id).execute()
}

/** Erases the copies of words of concerns closed until a moment. Answers how many. */
export async function eraseWords(db: Db, closedUntil: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('concern')
    .set({ words: null, reach: null })
    .where('state', '=', 'closed')
    .where('words', 'is not', null)
    .where('closed_at', '<=', closedUntil)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The list in use and its number; undefined until a Trust has saved one. */
export const findWordList = (
  db: Db,
): Promise<
  | {
      readonly number: number
      readonly list: UrgentWordList
      readonly savedAt: Date
      readonly savedBy: string
    }
  | undefined
> =>
  db
    .selectFrom('urgent_word_list')
    .select(['number', 'list', 'saved_at as savedAt', 'saved_by as savedBy'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** False, and nothing is saved, when somebody saved another list meanwhile. */
export async function insertWordList(
  db: Db,
  saved: {
    readonly number: number
    readonly list: UrgentWordList
    readonly at: Date
    readonly by: string
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('urgent_word_list')
    .values({
      number: saved.number,
      list: JSON.stringify(saved.list),
      saved_at: saved.at,
      saved_by: saved.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The newest words of a contribution, for a concern that staff raise about it. */
export async function findContributionWords(
  trx: Db,
  id: string,
): Promise<{ readonly slug: string; readonly text: string } | undefined> {
  const { rows } = await sql<{ slug: string; text: string }>`
    select r.slug, w.said ->> 'text' as text from contribution c join round r on r.id = c.round_id
      join contribution_words w on w.contribution_id = c.id and w.revision = c.revision where c.id = ${id}`.execute(
    trx,
  )
  return rows[0]
}
