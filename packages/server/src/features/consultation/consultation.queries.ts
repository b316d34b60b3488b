import type {
  Consultation,
  ConsultationVersion,
  ListedConsultation,
} from '@takepart/shared/domain/consultation/consultation'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** Why and when a consultation was taken back; nothing of it is lost. */
export interface Retraction {
  readonly at: Date
  readonly reason: string
}

/** A version as it was published, and whether its consultation has been retracted since. */
export interface PublishedVersion {
  readonly id: string
  readonly slug: string
  readonly retraction: Retraction | undefined
  readonly version: ConsultationVersion
}

/** PostgreSQL tells every running server on this channel when something was published or retracted; the payload is the slug. */
export const changesChannel = 'consultation_changed'

/** Everything that `publishedVersion` reads. */
const versions = (db: Db) =>
  db
    .selectFrom('consultation')
    .innerJoin('consultation_version', 'consultation_version.consultation_id', 'consultation.id')
    .select(['consultation.id', 'slug', 'retracted_at', 'retraction_reason', 'number', 'document'])

interface VersionRow {
  id: string
  slug: string
  retracted_at: Date | null
  retraction_reason: string | null
  number: number
  document: Consultation
}

const publishedVersion = (row: VersionRow): PublishedVersion => ({
  id: row.id,
  slug: row.slug,
  retraction:
    row.retracted_at === null
      ? undefined
      : { at: row.retracted_at, reason: row.retraction_reason ?? '' },
  version: { number: row.number, consultation: row.document },
})

/** The newest version at an address. */
export async function findNewestVersion(
  db: Db,
  slug: string,
): Promise<PublishedVersion | undefined> {
  const row = await versions(db)
    .where('slug', '=', slug)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && publishedVersion(row)
}

/** One version at an address, however old. */
export async function findVersion(
  db: Db,
  slug: string,
  number: number,
): Promise<PublishedVersion | undefined> {
  const row = await versions(db)
    .where('slug', '=', slug)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && publishedVersion(row)
}

/** What the list of consultations says of one. */
export interface ListedVersion {
  readonly number: number
  readonly consultation: ListedConsultation
}

/** Consultations that can be read and have not been retracted; of these, the ones that mention all of some words, if there are any. */
const shown = (db: Db, words: readonly string[]) =>
  db
    .selectFrom('consultation')
    .where('retracted_at', 'is', null)
    .where('newest', 'is not', null)
    .$if(words.length > 0, (all) => all.where(sql<boolean>`words @@ ${queryFor(words)}::tsquery`))

/** Each the beginning of a word. None holds a quotation mark or a backslash: words are split at those. */
const queryFor = (words: readonly string[]): string =>
  words.map((word) => `'${word}':*`).join(' & ')

/** At the newest version of each, the last to close first. */
const inOrder = (db: Db, words: readonly string[] = []) =>
  shown(db, words)
    .innerJoin('consultation_version', (join) =>
      join
        .onRef('consultation_version.consultation_id', '=', 'consultation.id')
        .onRef('consultation_version.number', '=', 'consultation.newest'),
    )
    .orderBy('closes_at', 'desc')
    .orderBy('slug')

/** Some of them in a row, counted from 0. */
export const listShown = (
  db: Db,
  {
    from,
    most,
    words,
  }: { readonly from: number; readonly most: number; readonly words: readonly string[] },
): Promise<readonly ListedVersion[]> =>
  inOrder(db, words)
    .select([
      'number',
      sql<ListedConsultation>`document - 'sections' - 'documents' - 'editions'`.as('consultation'),
    ])
    .offset(from)
    .limit(most)
    .execute()

export const countShown = async (db: Db, words: readonly string[]): Promise<number> =>
  Number(
    (
      await shown(db, words)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

/**
 * Who speaks for the site until the Trust has said who it is: the Trust of the consultation that closes last, and how to reach
 * it. A real one comes before any of the sample, which lends its details to nothing real.
 */
export const findHost = (
  db: Db,
): Promise<(Pick<Consultation, 'trust' | 'contact'> & { sample: boolean }) | undefined> =>
  inOrder(db)
    .select([
      'sample',
      sql<Consultation['trust']>`document -> 'trust'`.as('trust'),
      sql<Consultation['contact']>`document -> 'contact'`.as('contact'),
    ])
    .clearOrderBy()
    .orderBy('sample')
    .orderBy('closes_at', 'desc')
    .orderBy('slug')
    .limit(1)
    .executeTakeFirst()

/** What the map of the site says of a consultation: when it opens and closes, and of what it has pages. */
export interface MappedConsultation extends Pick<
  Consultation,
  'slug' | 'opensAt' | 'closesAt' | 'outcome'
> {
  readonly documents: readonly string[]
  readonly editions: readonly string[]
}

/** As many as are asked for, the last to close first. */
export const listMapped = (db: Db, most: number): Promise<readonly MappedConsultation[]> =>
  inOrder(db)
    .select([
      'slug',
      sql<string>`document ->> 'opensAt'`.as('opensAt'),
      sql<string>`document ->> 'closesAt'`.as('closesAt'),
      sql<Consultation['outcome']>`document -> 'outcome'`.as('outcome'),
      sql<readonly string[]>`jsonb_path_query_array(document, '$.documents[*].id')`.as('documents'),
      sql<readonly string[]>`jsonb_path_query_array(document, '$.editions[*].id')`.as('editions'),
    ])
    .limit(most)
    .execute()

/** The newest version of every consultation, retracted ones too, the last to close first. */
export async function listNewestVersions(db: Db): Promise<readonly PublishedVersion[]> {
  const rows = await versions(db)
    .distinctOn('consultation.id')
    .orderBy('consultation.id')
    .orderBy('number', 'desc')
    .execute()
  return rows
    .map(publishedVersion)
    .sort(
      (one, other) =>
        Date.parse(other.version.consultation.closesAt) -
          Date.parse(one.version.consultation.closesAt) || one.slug.localeCompare(other.slug),
    )
}

/** Every version of one consultation, the first one first. */
export async function allVersions(
  db: Db,
  consultationId: string,
): Promise<readonly ConsultationVersion[]> {
  const rows = await versions(db)
    .where('consultation.id', '=', consultationId)
    .orderBy('number')
    .execute()
  return rows.map((row) => publishedVersion(row).version)
}

/** The newest version by the consultation's own id, or of another consultation that has the same address. */
export async function findByIdOrSlug(
  db: Db,
  id: string,
  slug: string,
): Promise<readonly PublishedVersion[]> {
  const rows = await versions(db)
    .where((is) => is.or([is('consultation.id', '=', id), is('slug', '=', slug)]))
    .distinctOn('consultation.id')
    .orderBy('consultation.id')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(publishedVersion)
}

/** Stores a version, and the consultation with the first one. Running servers are told when the transaction is committed. */
export async function insertVersion(
  trx: Db,
  { number, consultation }: ConsultationVersion,
): Promise<void> {
  const { id, slug } = consultation
  if (number === 1) await trx.insertInto('consultation').values({ id, slug }).execute()
  await trx
    .insertInto('consultation_version')
    .values({ consultation_id: id, number, document: JSON.stringify(consultation) })
    .execute()
  await tellServers(trx, slug)
}

/** Marks a consultation as retracted; a second retraction changes nothing. Answers whether this was the one that did it. */
export async function markRetracted(
  trx: Db,
  slug: string,
  { at, reason }: Retraction,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('consultation')
    .set({ retracted_at: at, retraction_reason: reason })
    .where('slug', '=', slug)
    .where('retracted_at', 'is', null)
    .executeTakeFirst()
  await tellServers(trx, slug)
  return numUpdatedRows > 0n
}

/** Takes a retraction back, for a consultation that is published again. */
export async function clearRetraction(trx: Db, slug: string): Promise<void> {
  await trx
    .updateTable('consultation')
    .set({ retracted_at: null, retraction_reason: null })
    .where('slug', '=', slug)
    .execute()
  await tellServers(trx, slug)
}

/** Lets one publisher at a time in, until the transaction ends: two first publishings of one file must not both be number 1. */
export const waitForTurnToPublish = async (trx: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('takepart publish'))`.execute(trx)
}

export async function hasConsultations(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('consultation').select('id').limit(1).executeTakeFirst()) !== undefined
  )
}

/** Has every server make anew what it says of consultations. */
export async function tellServers(trx: Db, slug: string): Promise<void> {
  await sql`select pg_notify(${changesChannel}, ${slug})`.execute(trx)
}
