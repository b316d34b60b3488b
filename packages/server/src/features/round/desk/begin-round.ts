import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { PartFields } from '@takepart/shared/domain/authoring/draft/draft'
import { slugFrom } from '@takepart/shared/domain/authoring/draft/ids'
import { fieldsForNext } from '@takepart/shared/domain/round/desk/round-draft'
import type { Round } from '@takepart/shared/domain/round/round'
import { roundDeskWords } from '@takepart/shared/words/round-desk'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { recordAct } from '../../account/audit/audit.queries.ts'
import { joinTeam } from '../../authoring/draft-list.queries.ts'
import { findHost } from '../../consultation/consultation.queries.ts'
import { isOfSample, ownTrust } from '../../site/own-trust.queries.ts'
import { mayOfRound } from './may-of-round.ts'
import { findPublishedById, freeSlug, insertRoundDraft } from './round-draft.queries.ts'
import { surroundingsOf } from './round-surroundings.queries.ts'

type Db = Kysely<Schema>

export interface BeginRound {
  /** A UUID, of the round that it becomes. */
  readonly id: string
  readonly title: string
  /** The finished round whose summary opens this one. */
  readonly after?: string | undefined
  readonly actor: StaffActor
  readonly at: Date
}

/**
 * Begins a discussion with what the newest one said about how people talk, so that nobody writes the rules twice. After
 * another one in a row it begins with what came of that. The same id sent again begins nothing more. Undefined: there is
 * nothing to go on from, or it is not theirs.
 */
export async function beginRound(
  db: Db,
  { id, title, after, actor, at }: BeginRound,
): Promise<string | undefined> {
  const before = after === undefined ? undefined : await concludedRound(db, after, { actor, at })
  if (after !== undefined && before === undefined) return undefined
  const fields: PartFields = {
    kind: 'discussion',
    moderation: 'before-first',
    ...(before ? await withOwnTrust(db, before.id, opening(before)) : await usual(db)),
    title,
    slug: await freeSlug(db, slugFrom(title) || 'discussion'),
  }
  await db.transaction().execute(async (trx) => {
    if (!(await insertRoundDraft(trx, { id, fields }, { by: actor.staffId, at }))) return
    await joinTeam(trx, actor.staffId, id)
    await recordAct(trx, actor, { at, verb: 'round.begin', thing: { kind: 'round', id } })
  })
  return id
}

async function concludedRound(
  db: Db,
  id: string,
  { actor, at }: Pick<BeginRound, 'actor' | 'at'>,
): Promise<Round | undefined> {
  const published = await findPublishedById(db, id)
  if (!published?.round.summary || published.retracted) return undefined
  const { consultationId } = await surroundingsOf(db, { id, part: { fields: {} } }, at)
  return mayOfRound(actor, 'round.read', { id, consultationId }) ? published.round : undefined
}

/** What was not settled and what comes next is the text that the next one begins with; its author changes it as they like. */
function opening(round: Round): PartFields {
  const { notSettled = [], next = [] } = round.summary ?? {}
  return {
    ...fieldsForNext(round),
    firstTitle: roundDeskWords.cameOfLast(round.title),
    firstText: [...notSettled, ...next].join('\n\n'),
    firstName: round.trust.name.slice(0, 60),
    firstSource: 'seed',
  }
}

async function usual(db: Db): Promise<PartFields> {
  const newest = await db
    .selectFrom('round')
    .select(['id', 'document'])
    .where('retracted_at', 'is', null)
    .orderBy('opens_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest) {
    const { process: _, consultation: __, ...same } = fieldsForNext(newest.document)
    return withOwnTrust(db, newest.id, same)
  }
  const { trust } = await ownTrust(db)
  if (trust['trustName'] !== undefined) return trust
  const host = await findHost(db)
  return host && !host.sample
    ? { trustName: host.trust.name, ...(host.trust.note ? { trustNote: host.trust.note } : {}) }
    : {}
}

/** A round of the sample lends its rules, and not its Trust. */
async function withOwnTrust(db: Db, id: string, fields: PartFields): Promise<PartFields> {
  if (!(await isOfSample(db, 'round', id))) return fields
  const { trustName: _, trustNote: __, firstName, ...same } = fields
  const { trust } = await ownTrust(db)
  return { ...same, ...trust, ...(firstName ? { firstName: trust['trustName'] ?? '' } : {}) }
}
