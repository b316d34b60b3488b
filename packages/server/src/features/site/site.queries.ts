import {
  noSiteSettings,
  type Site,
  type SiteLogo,
  type SiteSettings,
} from '@takepart/shared/domain/site/site-settings'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'

type Db = Kysely<Schema>

/** What the site says of itself; a field that a later release added is empty. */
export async function readSite(db: Db): Promise<Site> {
  const row = await db
    .selectFrom('site_setting')
    .select(['revision', 'settings', 'logo'])
    .executeTakeFirst()
  return row ? siteOf(row) : { revision: 0, settings: noSiteSettings }
}

/** The same for whoever changes it: others wait until this transaction ends. */
export async function lockSite(trx: Db): Promise<Site> {
  const row = await trx
    .selectFrom('site_setting')
    .select(['revision', 'settings', 'logo'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  return siteOf(row)
}

const siteOf = ({ revision, settings, logo }: SiteRow): Site => ({
  revision,
  settings: { ...noSiteSettings, ...settings },
  ...(logo ? { logo } : {}),
})

interface SiteRow {
  readonly revision: number
  readonly settings: Partial<SiteSettings>
  readonly logo: SiteLogo | null
}

/** A revision that there was, with who wrote it. */
export interface SiteVersion {
  readonly revision: number
  readonly settings: SiteSettings
  readonly byName: string
  readonly at: Date
}

export async function findSiteVersion(db: Db, revision: number): Promise<SiteVersion | undefined> {
  const row = await db
    .selectFrom('site_setting_version')
    .select(['revision', 'settings', 'by_name', 'at'])
    .where('revision', '=', revision)
    .executeTakeFirst()
  return (
    row && {
      revision,
      settings: { ...noSiteSettings, ...row.settings },
      byName: row.by_name,
      at: row.at,
    }
  )
}

/** The newest revisions, the newest first. */
export const listSiteVersions = (
  db: Db,
  most: number,
): Promise<readonly { revision: number; by_name: string; at: Date }[]> =>
  db
    .selectFrom('site_setting_version')
    .select(['revision', 'by_name', 'at'])
    .orderBy('revision', 'desc')
    .limit(most)
    .execute()

interface StoredBy {
  readonly staffId: string
  readonly name: string
  readonly at: Date
}

/** Stores the next revision, in a transaction that has locked the one before. */
export async function storeSite(trx: Db, site: Site, by: StoredBy): Promise<void> {
  const { revision } = site
  const settings = JSON.stringify(site.settings)
  const logo = site.logo ? JSON.stringify(site.logo) : null
  await trx.updateTable('site_setting').set({ revision, settings, logo }).execute()
  await trx
    .insertInto('site_setting_version')
    .values({
      revision,
      settings,
      logo,
      by_staff: by.staffId,
      by_name: by.name,
      at: by.at,
    })
    .execute()
}

/** Says which files the site shows now. */
export async function linkSiteFiles(trx: Db, hashes: readonly string[]): Promise<void> {
  await trx.deleteFrom('site_media').execute()
  if (hashes.length === 0) return
  await trx
    .insertInto('site_media')
    .values(hashes.map((hash) => ({ sha256: Buffer.from(hash, 'hex') })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

interface LogoPiece {
  readonly staffId: string
  readonly file: string
  readonly number: number
  readonly bytes: Buffer
}

/** Keeps a piece of a logo. The pieces of one that the same person began before are dropped. */
export async function putLogoPiece(db: Db, piece: LogoPiece): Promise<void> {
  const { staffId: by_staff, file, number, bytes } = piece
  await db
    .deleteFrom('site_logo_piece')
    .where('by_staff', '=', by_staff)
    .where('file', '<>', file)
    .execute()
  await db
    .insertInto('site_logo_piece')
    .values({ by_staff, file, number, bytes })
    .onConflict((conflict) =>
      conflict.columns(['by_staff', 'file', 'number']).doUpdateSet({ bytes }),
    )
    .execute()
}

/** The pieces that have come, in their order, and forgets them. */
export async function takeLogoPieces(
  trx: Db,
  { staffId, file }: Pick<LogoPiece, 'staffId' | 'file'>,
): Promise<readonly { readonly number: number; readonly bytes: Buffer }[]> {
  const rows = await trx
    .deleteFrom('site_logo_piece')
    .where('by_staff', '=', staffId)
    .where('file', '=', file)
    .returning(['number', 'bytes'])
    .execute()
  return rows.toSorted((one, other) => one.number - other.number)
}
