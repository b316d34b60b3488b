import {
  standingOf,
  type ConcernEvent,
  type RaisedBy,
} from '@takepart/shared/domain/moderation/concern'
import type { Severity } from '@takepart/shared/domain/moderation/severity'
import {
  findUrgentWords,
  suggestedSeverity,
  type UrgentHit,
} from '@takepart/shared/domain/moderation/urgent-words'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import {
  addWords,
  findBySubject,
  insertConcern,
  storeEvent,
  type NewConcern,
} from './concern.queries.ts'
import type { ConcernWords } from './concern.table.ts'
import { wordListInUse } from './word-list-in-use.ts'

/** Something that must be looked at. */
export interface Raise extends Pick<NewConcern, 'id' | 'subject' | 'place' | 'words' | 'reach'> {
  readonly by: RaisedBy
  readonly severity: Severity
  readonly at: Date
}

/**
 * Raises a concern within the transaction of whatever it is about: both are there or neither. What is noticed again is
 * added to the concern there is, which is open again if it was closed. Nothing is published or held back by it. Answers the
 * id of the concern.
 */
export async function raiseConcern(trx: Kysely<Schema>, raise: Raise): Promise<string> {
  const event = { at: raise.at.toISOString(), by: raise.by, severity: raise.severity }
  const raised = { kind: 'raised', ...event } as const
  const id = await insertConcern(trx, {
    ...raise,
    event: raised,
    standing: standingOf({ events: [raised] }),
  })
  if (id !== undefined) return id
  const known = await findBySubject(trx, raise.subject)
  if (!known) throw new Error('A concern has the id of another')
  const again: ConcernEvent = { kind: 'raised-again', ...event }
  const events = [...known.events, again]
  await storeEvent(trx, known.id, {
    number: events.length,
    event: again,
    standing: standingOf({ events }),
  })
  const fresh = raise.words.filter(({ text }) => !known.words?.some((words) => words.text === text))
  await addWords(trx, known.id, { words: fresh, ...(raise.reach ? { reach: raise.reach } : {}) })
  return known.id
}

/** Notes, within the transaction of it, that somebody took back what a concern is about. The concern and its words stay. */
export async function noteWithdrawn(
  trx: Kysely<Schema>,
  subject: NewConcern['subject'],
  at: Date,
): Promise<void> {
  const concern = await findBySubject(trx, subject)
  if (!concern) return
  const event: ConcernEvent = { kind: 'withdrawn', at: at.toISOString() }
  const events = [...concern.events, event]
  const number = events.length
  await storeEvent(trx, concern.id, { number, event, standing: standingOf({ events }) })
}

/** Texts in which the word list found something. */
export interface Noticed {
  readonly words: readonly ConcernWords[]
  readonly by: RaisedBy
  readonly severity: Severity
}

/**
 * What the Trust's list finds in these texts; undefined when it finds nothing. Only the texts that hold something are in the
 * answer, so that whoever looks sees no more of a response than the case needs (S39).
 */
async function noticeUrgentWords(
  { db, now }: Noticing,
  texts: readonly ConcernWords[],
): Promise<Noticed | undefined> {
  if (texts.length === 0) return undefined
  const list = await wordListInUse(db, now())
  const found = texts.map((words) => ({ words, hits: findUrgentWords(words.text, list) }))
  const hits = found.flatMap((one) => one.hits)
  const severity = suggestedSeverity(hits)
  if (severity === undefined) return undefined
  const [worst] = hits.filter((hit: UrgentHit) => hit.severity === severity)
  return {
    words: found.filter((one) => one.hits.length > 0).map(({ words }) => words),
    by: { kind: 'word-list', phrase: worst?.words ?? '' },
    severity,
  }
}

/** Something that people wrote and the server is about to store. */
export interface Written extends Pick<NewConcern, 'subject' | 'place' | 'reach'> {
  readonly texts: readonly ConcernWords[]
  /** Its writer says that they need help now. */
  readonly asksForHelp?: boolean
}

/** What must be looked at in something that people wrote; undefined when nothing. Asked before a transaction begins. */
export const noticeIn = async (
  ctx: Noticing,
  { texts, asksForHelp }: Written,
): Promise<Noticed | undefined> =>
  asksForHelp
    ? { words: texts, by: { kind: 'writer' }, severity: 'now' }
    : noticeUrgentWords(ctx, texts)

interface Noticing {
  readonly db: Kysely<Schema>
  readonly now: () => Date
}

/**
 * Stores what people wrote. Where something must be looked at, the concern is raised in the same transaction: both are there
 * or neither. Otherwise it is what `store` does and no more. Answers what `store` answered; undefined: nothing was stored.
 */
export async function storeNoticing<Stored>(
  ctx: Noticing,
  written: Written,
  store: (db: Kysely<Schema>) => Promise<Stored | undefined>,
): Promise<Stored | undefined> {
  const noticed = await noticeIn(ctx, written)
  if (!noticed) return store(ctx.db)
  return ctx.db.transaction().execute(async (trx) => {
    const stored = await store(trx)
    if (stored !== undefined) await raiseNoticed(trx, written, { noticed, at: ctx.now() })
    return stored
  })
}

/** For a statement that says whether it stored something. */
export const orNothing = async (stored: Promise<boolean>): Promise<true | undefined> =>
  (await stored) ? true : undefined

/** Raises what was noticed, in the transaction that stores what it is about. */
export async function raiseNoticed(
  trx: Kysely<Schema>,
  { subject, place, reach }: Written,
  { noticed, at }: { readonly noticed: Noticed | undefined; readonly at: Date },
): Promise<void> {
  if (noticed) await raiseConcern(trx, { subject, place, reach, ...noticed, at })
}
