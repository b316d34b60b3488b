import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import type { Said } from '@takepart/shared/domain/round/contribution'
import type { RoundKind } from '@takepart/shared/domain/round/round'
import type { RemovedWords } from '@takepart/shared/domain/round/shown-contribution'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** A contribution whose newest words are to be shown. */
export interface ToShow {
  readonly id: string
  readonly roundId: string
  readonly slug: string
  readonly kind: RoundKind
  readonly state: string
  readonly revision: number
  readonly number: number | null
  readonly answeredNumber: number | null
  readonly voiceId: string | null
  readonly source: ContributionSource
  readonly sourceNote: string | null
  readonly said: Said
}

/** Locked until the transaction ends. Undefined where there are no words to show. */
export async function findToShow(trx: Db, id: string): Promise<ToShow | undefined> {
  const { rows } = await sql<ToShow>`
    select c.id, c.round_id as "roundId", r.slug, r.kind, c.state, c.revision, c.number, c.answered_number as "answeredNumber",
      c.voice_id as "voiceId", c.source, c.source_note as "sourceNote", w.said
    from contribution c join round r on r.id = c.round_id
      join contribution_words w on w.contribution_id = c.id and w.revision = c.revision
    where c.id = ${id} for update of c`.execute(trx)
  return rows[0]
}

/** The next number of a round. Whoever asks next waits until this transaction ends, so that none is left out. */
export async function takeNumber(trx: Db, roundId: string): Promise<number> {
  const { last_number: number } = await trx
    .updateTable('round')
    .set({ last_number: sql`last_number + 1` })
    .where('id', '=', roundId)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return number
}

/** The words that a moderator lets through; `removed` are stretches of `text`. */
export interface LetThrough extends Pick<Said, 'text' | 'name' | 'self' | 'condition'> {
  readonly removed: readonly RemovedWords[]
}

export interface Showing {
  readonly one: ToShow
  readonly number: number
  readonly words: LetThrough
  readonly at: Date
}

/** Shows the words, and counts a reply to what it answers the first time. */
export async function insertShown(trx: Db, { one, number, words, at }: Showing): Promise<void> {
  await trx
    .updateTable('contribution')
    .set({ state: 'accepted', number, decided_at: at, reason: null })
    .where('id', '=', one.id)
    .execute()
  const said = {
    words: 'said',
    accepted: 'accepted',
    revision: one.revision,
    name: words.name,
    self: words.self ?? null,
    stance: one.said.stance ?? null,
    condition: words.condition ?? null,
    body: words.text,
    removed: JSON.stringify(words.removed),
    quotations: JSON.stringify(one.said.quotations),
  } as const
  const inserted = await trx
    .insertInto('contribution_shown')
    .values({
      contribution_id: one.id,
      round_id: one.roundId,
      number,
      answered_number: one.answeredNumber,
      source: one.source,
      source_note: one.sourceNote,
      voice_id: one.voiceId,
      ...said,
      replies: 0,
      shown_at: at,
      edited_at: one.number === null ? null : at,
    })
    .onConflict((conflict) => conflict.column('contribution_id').doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return countReply(trx, one, 1)
  await trx
    .updateTable('contribution_shown')
    .set({ ...said, edited_at: at })
    .where('contribution_id', '=', one.id)
    .execute()
}

type Reply = Pick<ToShow, 'roundId' | 'answeredNumber'>

async function countReply(trx: Db, { roundId, answeredNumber }: Reply, by: 1 | -1): Promise<void> {
  if (answeredNumber === null) return
  await trx
    .updateTable('contribution_shown')
    .set({ replies: sql`replies + ${by}` })
    .where('round_id', '=', roundId)
    .where('number', '=', answeredNumber)
    .execute()
}

export type Hiding = 'changing' | 'withdrawn' | 'removed'

/**
 * Takes the words away, with the name and all that was said beside them. The place of a comment stays, for the replies to
 * it; a reply goes whole, unless its author is changing it.
 */
export async function hideShown(trx: Db, id: string, why: Hiding): Promise<void> {
  const { rows } = await sql<Reply>`
    update contribution_shown set words = ${why}, accepted = null, revision = null, name = null, self = null, stance = null,
      condition = null, body = null, removed = null, quotations = null
    where contribution_id = ${id}
    returning round_id as "roundId", answered_number as "answeredNumber"`.execute(trx)
  const [hidden] = rows
  if (!hidden || hidden.answeredNumber === null || why === 'changing') return
  await trx.deleteFrom('contribution_shown').where('contribution_id', '=', id).execute()
  await countReply(trx, hidden, -1)
}

/** Counts a press once for each device, or takes it back. False when there is nothing shown under that number. */
export async function setAcknowledged(
  db: Db,
  press: {
    readonly slug: string
    readonly number: number
    readonly kind: string
    readonly deviceHash: Buffer
    readonly on: boolean
  },
): Promise<{ readonly there: boolean; readonly changed: boolean }> {
  const place = sql`select s.round_id, s.number from contribution_shown s join round r on r.id = s.round_id
    where r.slug = ${press.slug} and r.retracted_at is null and s.number = ${press.number} and s.words = 'said'`
  const change = press.on
    ? sql`insert into acknowledgement (round_id, number, kind, device_hash)
        select round_id, number, ${press.kind}, ${press.deviceHash}::bytea from place on conflict do nothing returning 1`
    : sql`delete from acknowledgement a using place p where a.round_id = p.round_id and a.number = p.number
        and a.kind = ${press.kind} and a.device_hash = ${press.deviceHash} returning 1`
  const { rows } = await sql<{ there: boolean; changed: boolean }>`
    with place as (${place}), change as (${change})
    select exists (select from place) as there, exists (select from change) as changed`.execute(db)
  return rows[0] ?? { there: false, changed: false }
}

/** So many presses of nobody, for the sample. */
export async function acknowledgeAsSample(
  trx: Db,
  press: {
    readonly roundId: string
    readonly number: number
    readonly kind: string
    readonly count: number
  },
): Promise<void> {
  await sql`insert into acknowledgement (round_id, number, kind, device_hash)
    select ${press.roundId}, ${press.number}, ${press.kind}, sha256(convert_to('sample ' || n, 'UTF8'))
    from generate_series(1, ${press.count}::integer) n on conflict do nothing`.execute(trx)
}
