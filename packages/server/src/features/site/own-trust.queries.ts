import type { PartFields } from '@takepart/shared/domain/authoring/draft/draft'
import {
  siteContact,
  siteCrisisLines,
  type SiteSettings,
} from '@takepart/shared/domain/site/site-settings'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { readSite } from './site.queries.ts'

/** What something new begins with that is the same for all of a Trust's: never what a sample says of its own. */
export interface OwnTrust {
  readonly trust: PartFields
  readonly contact: PartFields
}

/** As the Trust has set itself up on the site; empty fields until it has. */
export async function ownTrust(db: Kysely<Schema>): Promise<OwnTrust> {
  const { settings } = await readSite(db)
  return {
    trust: settings.name === '' ? {} : { trustName: settings.name },
    contact: contactFields(settings),
  }
}

function contactFields(settings: SiteSettings): PartFields {
  const contact = siteContact(settings)
  const [line] = siteCrisisLines(settings)
  return {
    ...contact,
    ...(contact && line ? { crisisPhone: line.number, crisisWhen: line.when } : {}),
  }
}

/** Whether a consultation or a round is of the sample. */
export async function isOfSample(
  db: Kysely<Schema>,
  table: 'consultation' | 'round',
  id: string,
): Promise<boolean> {
  const row = await db.selectFrom(table).select('sample').where('id', '=', id).executeTakeFirst()
  return row?.sample === true
}
