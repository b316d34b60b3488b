import type { ContributionState, Said } from '@takepart/shared/domain/round/contribution'
import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type { Round } from '@takepart/shared/domain/round/round'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** What is stored under the id of a contribution, as far as a repeat needs it. */
export interface StoredContribution {
  readonly codeHash: Buffer | null
  readonly firstHash: Buffer | null
  readonly state: ContributionState
  readonly revision: number
  readonly number: number | null
  readonly late: boolean
  readonly receivedAt: Date
  /** The slug of its round. */
  readonly slug: string
}

/** The round as it stands, and what is known of whoever holds this private code. */
export interface PlaceInRound {
  readonly round: Round
  readonly roundId: string
  readonly retracted: boolean
  readonly heardBefore: boolean
}

/** Looks up all that a decision needs at once. */
export async function findForContributing(
  db: Db,
  asked: { readonly id: ContributionId; readonly slug: string; readonly codeHash: Buffer },
): Promise<{ readonly stored?: StoredContribution; readonly place?: PlaceInRound }> {
  const { rows } = await sql<
    Partial<StoredContribution> & {
      place: Round | null
      roundId: string
      retracted: boolean
      heardBefore: boolean
    }
  >`
    select v.code_hash as "codeHash", c.first_hash as "firstHash", c.state, c.revision, c.number, c.late,
      c.received_at as "receivedAt", own.slug, r.document as place, r.id as "roundId", r.retracted_at is not null as retracted,
      exists (select from round_voice heard join contribution h on h.voice_id = heard.id and h.state = 'accepted'
        where heard.round_id = r.id and heard.code_hash = ${asked.codeHash}) as "heardBefore"
    from (select) one
      left join contribution c on c.id = ${asked.id}
      left join round_voice v on v.id = c.voice_id
      left join round own on own.id = c.round_id
      left join round r on r.slug = ${asked.slug}`.execute(db)
  const [row] = rows
  if (!row) return {}
  const { place: round, roundId, retracted, heardBefore, ...stored } = row
  return {
    ...(stored.state ? { stored: stored as StoredContribution } : {}),
    ...(round ? { place: { round, roundId, retracted, heardBefore } } : {}),
  }
}

/** A contribution about to be stored. */
export interface NewContribution {
  readonly id: ContributionId
  readonly roundId: string
  /** Absent for what staff enter: they have no private code. */
  readonly codeHash?: Buffer
  readonly staffId?: string
  readonly source: ContributionSource
  readonly sourceNote?: string
  readonly answeredNumber?: number
  readonly late: boolean
  readonly said: Said
  readonly contentHash: Buffer
  readonly receivedAt: Date
}

/**
 * Stores a contribution as waiting, in one statement. False, and nothing is stored, when its id is taken, or what it
 * answers is not there.
 */
export async function insertContribution(db: Db, one: NewContribution): Promise<boolean> {
  const { id, roundId, said, contentHash } = one
  const { numAffectedRows } = await sql`
    with voice as (
      insert into round_voice (id, round_id, code_hash)
      select gen_random_uuid(), ${roundId}::uuid, ${one.codeHash ?? null}::bytea where ${one.codeHash ?? null}::bytea is not null
      on conflict (round_id, code_hash) do update set code_hash = excluded.code_hash
      returning id
    ), answered as (
      select coalesce(s.answered_number, s.number) as number from contribution_shown s
      where s.round_id = ${roundId}::uuid and s.number = ${one.answeredNumber ?? null}::integer
    ), stored as (
      insert into contribution (id, round_id, voice_id, source, source_note, staff_id, answered_number, state, revision, number,
        late, help_now, content_hash, first_hash, received_at)
      select ${id}::uuid, ${roundId}::uuid, (select id from voice), ${one.source}, ${one.sourceNote ?? null},
        ${one.staffId ?? null}::uuid, (select number from answered), 'waiting', 1, null, ${one.late}::boolean,
        ${said.helpNow}::boolean, ${contentHash}::bytea, ${contentHash}::bytea, ${one.receivedAt.toISOString()}::timestamptz
      where ${one.answeredNumber ?? null}::integer is null or exists (select from answered)
      on conflict do nothing
      returning id
    )
    insert into contribution_words (contribution_id, revision, change_id, said, received_at)
    select id, 1, id, ${JSON.stringify(said)}::jsonb, ${one.receivedAt.toISOString()}::timestamptz from stored`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/** A contribution opened by its private code. */
export interface HeldRow extends StoredContribution {
  readonly id: ContributionId
  readonly roundId: string
  readonly round: Round
  readonly retracted: boolean
  readonly answeredNumber: number | null
  readonly helpNow: boolean
  readonly reason: string | null
  /** The newest words; null once they are erased. */
  readonly said: Said | null
}

const heldColumns = sql`c.id, c.round_id as "roundId", r.document as round, r.retracted_at is not null as retracted, r.slug,
  v.code_hash as "codeHash", c.first_hash as "firstHash", c.state, c.revision, c.number, c.late, c.received_at as "receivedAt",
  c.answered_number as "answeredNumber", c.help_now as "helpNow", c.reason,
  (select w.said from contribution_words w where w.contribution_id = c.id and w.revision = c.revision) as said`

const heldTables = sql`round_voice v join contribution c on c.voice_id = v.id join round r on r.id = c.round_id`

/** Locked until the transaction ends: of two changes at once the second sees the first. */
export async function findHeldForChange(
  trx: Db,
  id: ContributionId,
  codeHash: Buffer,
): Promise<HeldRow | undefined> {
  const { rows } = await sql<HeldRow>`
    select ${heldColumns} from ${heldTables} where c.id = ${id} and v.code_hash = ${codeHash} for update of c`.execute(
    trx,
  )
  return rows[0]
}

/** The same with what a moderator has decided about the newest words, once that is done, and whether its author has answered a decision. */
export interface OwnRow extends HeldRow {
  readonly decided: 'accept' | 'redact' | 'reject' | 'ask-change' | null
  /** 2: by a second person, after the author's answer. */
  readonly turn: number | null
  readonly answered: boolean
}

const lastDecision = sql`left join lateral (select d.kind, d.turn from moderation_decision d
    where d.contribution_id = c.id and d.revision = c.revision and d.applied_at is not null and not d.overtaken
    order by d.turn desc limit 1) last on true`

const decidedColumns = sql`last.kind as decided, last.turn,
  exists (select from moderation_answer a where a.contribution_id = c.id) as answered`

/** Everything said under one private code in a round, the newest first; at most 500. */
export async function listOwn(db: Db, slug: string, codeHash: Buffer): Promise<readonly OwnRow[]> {
  const { rows } = await sql<OwnRow>`
    select ${heldColumns}, ${decidedColumns} from ${heldTables} ${lastDecision} where r.slug = ${slug} and v.code_hash = ${codeHash}
    order by c.received_at desc, c.id limit 500`.execute(db)
  return rows
}

/** What a change of this id put in, if there was one. */
export async function findChange(
  trx: Db,
  changeId: string,
): Promise<
  { readonly contributionId: string; readonly revision: number; readonly said: Said } | undefined
> {
  const row = await trx
    .selectFrom('contribution_words')
    .select(['contribution_id as contributionId', 'revision', 'said'])
    .where('change_id', '=', changeId)
    .executeTakeFirst()
  return row
}

export interface NewWords {
  readonly id: ContributionId
  readonly changeId: string
  readonly revision: number
  readonly late: boolean
  readonly said: Said
  readonly contentHash: Buffer
  readonly receivedAt: Date
}

/** Puts other words in, which wait. What was shown of it must have been hidden before: the database refuses otherwise. */
export async function storeNewWords(trx: Db, words: NewWords): Promise<void> {
  await trx
    .updateTable('contribution')
    .set({
      state: 'waiting',
      revision: words.revision,
      late: sql`late or ${words.late}`,
      help_now: sql`help_now or ${words.said.helpNow}`,
      content_hash: words.contentHash,
      reason: null,
      decided_at: null,
      received_at: words.receivedAt,
    })
    .where('id', '=', words.id)
    .execute()
  await trx
    .insertInto('contribution_words')
    .values({
      contribution_id: words.id,
      revision: words.revision,
      change_id: words.changeId,
      said: JSON.stringify(words.said),
      received_at: words.receivedAt,
    })
    .execute()
}

/** Its author takes it back. The words are erased, but for those of somebody who needs help, whom staff still look after (S54). */
export async function markWithdrawn(
  trx: Db,
  { id, helpNow }: Pick<HeldRow, 'id' | 'helpNow'>,
): Promise<void> {
  await trx
    .updateTable('contribution')
    .set({ state: 'withdrawn', content_hash: null, first_hash: null })
    .where('id', '=', id)
    .execute()
  if (!helpNow)
    await trx.deleteFrom('contribution_words').where('contribution_id', '=', id).execute()
}
