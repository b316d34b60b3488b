import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { textIn, type Part } from '@takepart/shared/domain/authoring/draft/draft'
import type { CheckedAgainst } from '@takepart/shared/domain/round/desk/check-round'
import { newProcess } from '@takepart/shared/domain/round/desk/round-draft'
import { slugFrom } from '@takepart/shared/domain/authoring/draft/ids'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { findPublishedById, type Retraction } from './round-draft.queries.ts'

type Db = Kysely<Schema>

/** All that a draft depends on and does not hold itself, as one page or one step needs it. */
export interface FoundSurroundings extends CheckedAgainst {
  readonly published: Awaited<ReturnType<typeof findPublishedById>>
  /** The consultation it stands beside or will stand beside, for who works on it. */
  readonly consultationId?: string | undefined
  readonly retraction?: Retraction | undefined
}

export async function surroundingsOf(
  db: Db,
  { id, part }: { readonly id: string; readonly part: Pick<Part, 'fields'> },
  now: Date,
): Promise<FoundSurroundings> {
  const published = await findPublishedById(db, id)
  const named = published?.round.consultation?.slug ?? textIn(part, 'consultation')
  const [consultation, ownProcess, slugTaken, process] = await Promise.all([
    findConsultation(db, named),
    findOwnProcess(db, id),
    isSlugTaken(db, id, textIn(part, 'slug').trim()),
    processStanding(db, id, part),
  ])
  return {
    now,
    published,
    retraction: published?.retraction,
    ownProcess,
    slugTaken,
    process,
    consultationId: consultation?.id,
    ...(consultation && !consultation.retracted
      ? { consultation: { slug: consultation.slug, title: consultation.title } }
      : {}),
  }
}

/** A consultation that was published, by its address. */
export async function findConsultation(
  db: Db,
  slug: string,
): Promise<FoundConsultation | undefined> {
  if (slug === '') return undefined
  return db
    .selectFrom('consultation as c')
    .innerJoin('consultation_version as v', (join) =>
      join.onRef('v.consultation_id', '=', 'c.id').onRef('v.number', '=', 'c.newest'),
    )
    .select([
      'c.id',
      'c.slug',
      sql<string>`v.document ->> 'title'`.as('title'),
      sql<boolean>`c.retracted_at is not null`.as('retracted'),
    ])
    .where('c.slug', '=', slug)
    .executeTakeFirst()
}

interface FoundConsultation {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly retracted: boolean
}

/** The process that a round began has the id of the round: asked for again, it is the same one. */
const findOwnProcess = async (db: Db, id: string): Promise<string | undefined> =>
  (await db.selectFrom('process').select('slug').where('id', '=', id).executeTakeFirst())?.slug

const isSlugTaken = async (db: Db, id: string, slug: string): Promise<boolean> =>
  (await db
    .selectFrom('round')
    .select('id')
    .where('slug', '=', slug)
    .where('id', '<>', id)
    .executeTakeFirst()) !== undefined

async function processStanding(
  db: Db,
  id: string,
  part: Pick<Part, 'fields'>,
): Promise<CheckedAgainst['process']> {
  const chosen = textIn(part, 'process')
  if (chosen === '') return undefined
  const begins = chosen === newProcess
  const slug = begins ? slugFrom(textIn(part, 'processTitle')) || 'process' : chosen
  const found = await db
    .selectFrom('process')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (begins) return found && found.id !== id ? 'taken' : undefined
  if (!found) return 'missing'
  const last = await db
    .selectFrom('round')
    .select(sql<boolean>`document ? 'summary'`.as('concluded'))
    .where('process_id', '=', found.id)
    .where('id', '<>', id)
    .where('retracted_at', 'is', null)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && !last.concluded ? 'not-concluded' : undefined
}

/** Where a discussion can belong: rows of discussions, and published consultations that somebody works on. */
export interface PlacesToBelong {
  readonly processes: readonly { readonly slug: string; readonly title: string }[]
  readonly consultations: readonly { readonly slug: string; readonly title: string }[]
}

const mostPlaces = 30

export async function placesFor(
  db: Db,
  { teams }: Pick<StaffActor, 'teams'>,
): Promise<PlacesToBelong> {
  const processes = db
    .selectFrom('process')
    .select(['slug', sql<string>`document ->> 'title'`.as('title')])
    .orderBy('slug')
    .limit(mostPlaces)
    .execute()
  let consultations = db
    .selectFrom('consultation as c')
    .innerJoin('consultation_version as v', (join) =>
      join.onRef('v.consultation_id', '=', 'c.id').onRef('v.number', '=', 'c.newest'),
    )
    .select(['c.slug', sql<string>`v.document ->> 'title'`.as('title')])
    .where('c.retracted_at', 'is', null)
    .orderBy('c.closes_at', 'desc')
    .limit(mostPlaces)
  if (teams !== 'every')
    consultations = consultations.where(sql<boolean>`c.id = any(${[...teams]}::uuid[])`)
  return { processes: await processes, consultations: await consultations.execute() }
}
