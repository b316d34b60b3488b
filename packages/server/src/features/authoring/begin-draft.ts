import { blankDraft, takeApart } from '@takepart/shared/domain/authoring/draft/take-apart'
import type { Draft } from '@takepart/shared/domain/authoring/draft/draft'
import { slugFrom } from '@takepart/shared/domain/authoring/draft/ids'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { allVersions } from '../consultation/consultation.queries.ts'
import { isOfSample, ownTrust, type OwnTrust } from '../site/own-trust.queries.ts'
import { addressesLike, joinTeam } from './draft-list.queries.ts'
import { findDraft, insertDraft } from './draft.queries.ts'

type Db = Kysely<Schema>

interface Begin {
  /** A UUID, of the consultation that it becomes. */
  readonly id: string
  readonly title: string
  readonly by: string
  readonly at: Date
}

/**
 * Begins a new consultation: with what the Trust says of itself, or with the words of another one. A sample lends its words,
 * and not its Trust nor its contact. Who begins it works on it from then on. The same id sent again begins nothing more. Undefined: there is nothing to copy.
 */
export async function beginDraft(
  db: Db,
  begin: Begin,
  copyOf?: string,
): Promise<string | undefined> {
  const { id, title, by, at } = begin
  const model = copyOf === undefined ? undefined : await wordsOf(db, copyOf)
  if (copyOf !== undefined && model === undefined) return undefined
  const slug = await freeSlug(db, slugFrom(title) || 'consultation')
  const begun = model ? copied(model, { id, title, slug }) : blankDraft(id, title, slug)
  const isNew = copyOf === undefined || (await isOfSample(db, 'consultation', copyOf))
  const draft = isNew ? withTrust(begun, await ownTrust(db)) : begun
  await db.transaction().execute(async (trx) => {
    if (await insertDraft(trx, { draft, basedOn: undefined }, { by, at }))
      await joinTeam(trx, by, id)
  })
  return id
}

/** Opens a published consultation for writing its next version; its draft when there is one already. */
export async function draftToWrite(
  db: Db,
  { id, by, at }: Omit<Begin, 'title'>,
): Promise<string | undefined> {
  if (await findDraft(db, id)) return id
  const newest = (await allVersions(db, id)).at(-1)
  if (!newest) return undefined
  const draft = takeApart(newest.consultation)
  await db
    .transaction()
    .execute((trx) => insertDraft(trx, { draft, basedOn: newest.number }, { by, at }))
  return id
}

/** The words of another consultation: as they are being written, or as they were published. */
async function wordsOf(db: Db, id: string): Promise<Draft | undefined> {
  const stored = await findDraft(db, id)
  if (stored) return stored.draft
  const newest = (await allVersions(db, id)).at(-1)
  return newest && takeApart(newest.consultation)
}

/** Its questions, readings and contact; not its dates, its outcome and what was changed after publishing. */
function copied(model: Draft, own: { id: string; title: string; slug: string }): Draft {
  const { outcome: _, dates, about, ...parts } = model.parts
  const { changes: __, ...said } = about?.fields ?? {}
  const { graceDays, graceText, promiseText } = dates?.fields ?? {}
  const begun = blankDraft(own.id, own.title, own.slug)
  const fields = { graceDays, graceText, promiseText }
  return {
    id: own.id,
    outline: { ...model.outline, removed: [] },
    parts: {
      ...Object.fromEntries(
        Object.entries(parts).map(([key, part]) => [key, { ...part, revision: 1, others: [] }]),
      ),
      about: {
        ...begun.parts['about']!,
        fields: { ...said, title: own.title, slug: own.slug },
      },
      dates: {
        ...begun.parts['dates']!,
        fields: Object.fromEntries(
          Object.entries(fields).filter(([, value]) => value !== undefined),
        ),
      },
    },
  }
}

/** The Trust's own details in the place of whatever a draft has. */
function withTrust(draft: Draft, { trust, contact }: OwnTrust): Draft {
  const { about, contact: before } = draft.parts
  const { trustName: _, trustNote: __, ...said } = about!.fields
  return {
    ...draft,
    parts: {
      ...draft.parts,
      about: { ...about!, fields: { ...said, ...trust } },
      contact: { ...before!, fields: contact },
    },
  }
}

async function freeSlug(db: Db, wanted: string): Promise<string> {
  const taken = new Set(await addressesLike(db, wanted))
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1)
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
