import type { ListedRound } from '@takepart/shared/domain/round/listed-round'
import type { Process, Round } from '@takepart/shared/domain/round/round'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { tellServers } from '../consultation/consultation.queries.ts'

type Db = Kysely<Schema>

/** Other servers hear on it which round reads differently now: its slug. */
export const roundChannel = 'round_changed'

export async function tellRoundChanged(trx: Db, slug: string): Promise<void> {
  await sql`select pg_notify(${roundChannel}, ${slug})`.execute(trx)
}

export interface PublishedRound {
  readonly round: Round
  readonly revision: number
  readonly retraction?: { readonly at: Date; readonly reason: string }
}

export async function findRound(db: Db, slug: string): Promise<PublishedRound | undefined> {
  const row = await db
    .selectFrom('round')
    .select(['document', 'revision', 'retracted_at', 'retracted_reason'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  const { document: round, revision, retracted_at: at, retracted_reason: reason } = row
  return { round, revision, ...(at && reason ? { retraction: { at, reason } } : {}) }
}

export interface WhichRounds {
  readonly process?: string
  readonly consultation?: string
  readonly most: number
}

/** Rounds that are not retracted: of a process in their order, otherwise the last to close first. */
export async function listRounds(
  db: Db,
  { process, consultation, most }: WhichRounds,
): Promise<readonly ListedRound[]> {
  const { rows } = await sql<ListedRound>`
    select r.document as round,
      (select count(*)::integer from contribution_shown s where s.round_id = r.id and s.words = 'said') as contributions
    from round r left join process p on p.id = r.process_id
    where r.retracted_at is null
      and (${process ?? null}::text is null or p.slug = ${process ?? null})
      and (${consultation ?? null}::text is null or r.consultation_slug = ${consultation ?? null})
    order by case when ${process ?? null}::text is null then null else r.place end, r.closes_at desc, r.id
    limit ${most}`.execute(db)
  return rows
}

export async function findProcess(db: Db, slug: string): Promise<Process | undefined> {
  const row = await db
    .selectFrom('process')
    .select('document')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.document
}

export async function storeProcess(trx: Db, process: Process): Promise<void> {
  const document = JSON.stringify(process)
  await trx
    .insertInto('process')
    .values({ id: process.id, slug: process.slug, document })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ document }))
    .execute()
}

/**
 * Stores a round, or the next revision of it. Its slug stays what it was first. Running servers are told: pages of its
 * consultation and its process, and lists, say something of it too.
 */
export async function storeRound(trx: Db, round: Round): Promise<void> {
  const document = JSON.stringify(round)
  const dates = { opens_at: new Date(round.opensAt), closes_at: new Date(round.closesAt) }
  const belongs = {
    process_id: round.process ? await processId(trx, round.process.slug) : null,
    place: round.process?.number ?? null,
    consultation_slug: round.consultation?.slug ?? null,
  }
  await trx
    .insertInto('round')
    .values({
      id: round.id,
      slug: round.slug,
      kind: round.kind,
      ...belongs,
      ...dates,
      revision: 1,
      document,
      retracted_at: null,
      retracted_reason: null,
      last_number: 0,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({
        ...belongs,
        ...dates,
        document,
        revision: sql`round.revision + 1`,
      }),
    )
    .execute()
  await tellRoundChanged(trx, round.slug)
  await tellServers(trx, round.consultation?.slug ?? '')
}

const processId = (trx: Db, slug: string): Promise<string> =>
  trx
    .selectFrom('process')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
    .then(({ id }) => id)

export async function hasRounds(db: Db): Promise<boolean> {
  return (await db.selectFrom('round').select('id').limit(1).executeTakeFirst()) !== undefined
}
