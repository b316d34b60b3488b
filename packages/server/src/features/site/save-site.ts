import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import type { SaveSiteResult } from '@takepart/shared/domain/site/site-settings-schema'
import {
  acceptSiteSettings,
  mergeSiteSettings,
  noSiteSettings,
  siteFields,
  type Site,
  type SiteSettings,
} from '@takepart/shared/domain/site/site-settings'
import type { CallContext } from '../../context.ts'
import { isForbidden } from '../../forbidden.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { tellServers } from '../consultation/consultation.queries.ts'
import { findSiteVersion, lockSite, storeSite } from './site.queries.ts'

export type By = Pick<CallContext, 'db' | 'now'> & { readonly actor: StaffActor }

interface Saving {
  /** The revision that the words were written over. */
  readonly seen: number
  readonly settings: SiteSettings
}

/**
 * Saves what the Trust says of itself. Of two people who write at once neither loses a word: changes to different fields are
 * put together, and two to the same field are shown to the second person, who decides.
 */
export function saveSite(
  { db, now, actor }: By,
  { seen, settings: written }: Saving,
): Promise<SaveSiteResult> {
  return db.transaction().execute(async (trx): Promise<SaveSiteResult> => {
    if (!may(actor, 'site.set-up')) throw isForbidden()
    const accepted = acceptSiteSettings(written)
    if (!accepted.ok) return { outcome: 'refused', problems: accepted.problems }
    const site = await lockSite(trx)
    const base = await settingsAt(trx, seen)
    const { merged, clashes } = mergeSiteSettings(base, accepted.value, site.settings)
    const newest = await findSiteVersion(trx, site.revision)
    if (clashes.length > 0)
      return {
        outcome: 'clashed',
        revision: site.revision,
        settings: site.settings,
        clashes,
        by: newest?.byName ?? '',
      }
    const between = newest && !isSame(base, site.settings) ? { with: newest.byName } : {}
    if (isSame(merged, site.settings))
      return { outcome: 'saved', revision: site.revision, settings: merged, ...between }
    const stored = { ...site, revision: site.revision + 1, settings: merged }
    await keep(trx, stored, { actor, at: now() })
    return { outcome: 'saved', revision: stored.revision, settings: merged, ...between }
  })
}

/** A revision that nobody has stored was empty. */
const settingsAt = async (db: By['db'], revision: number): Promise<SiteSettings> =>
  (await findSiteVersion(db, revision))?.settings ?? noSiteSettings

const isSame = (one: SiteSettings, other: SiteSettings): boolean =>
  siteFields.every((field) => one[field] === other[field])

interface Kept {
  readonly actor: StaffActor
  readonly at: Date
  readonly detail?: string
}

/** Stores a revision, notes who did it, and has every server make its pages anew. */
export async function keep(
  trx: By['db'],
  site: Site,
  { actor, at, detail = '' }: Kept,
): Promise<void> {
  await storeSite(trx, site, { staffId: actor.staffId, name: actor.name, at })
  await tellServers(trx, '')
  await recordAct(trx, actor, {
    at,
    verb: 'site.set-up',
    thing: { kind: 'site-settings', id: String(site.revision) },
    detail,
  })
}
