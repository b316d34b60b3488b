import type { SiteLogo, SiteSettings } from '@takepart/shared/domain/site/site-settings'
import type { JSONColumnType } from 'kysely'

/** One row: what the Trust says of itself now. */
export interface SiteSettingTable {
  only_row: boolean
  /** 0: nobody has set anything. */
  revision: number
  settings: JSONColumnType<Partial<SiteSettings>>
  logo: JSONColumnType<SiteLogo> | null
  /** They are not loaded again. */
  samples_taken_at: Date | null
}

/** Every revision, with who wrote it: the database refuses to change or remove a row. */
export interface SiteSettingVersionTable {
  revision: number
  settings: JSONColumnType<Partial<SiteSettings>>
  logo: JSONColumnType<SiteLogo> | null
  by_staff: string
  by_name: string
  at: Date
}

/** The files that the site itself shows, besides those of consultations. */
export interface SiteMediaTable {
  sha256: Buffer
}

/** A logo on its way from an administrator's device. */
export interface SiteLogoPieceTable {
  by_staff: string
  file: string
  number: number
  bytes: Buffer
}
