import { checkConsultation } from '@takepart/shared/domain/authoring/check-consultation'
import { newPart } from '@takepart/shared/domain/authoring/draft/draft'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { uuidFrom } from '@takepart/shared/domain/core/ids'
import { findDraft, hasPart, insertPart } from '../authoring/draft.queries.ts'
import { saveWithin } from '../authoring/save-edit.ts'
import { noteVersion } from '../authoring/sign-off.queries.ts'
import { findByIdOrSlug } from '../consultation/consultation.queries.ts'
import { publishWithin } from '../consultation/publish-consultation.ts'
import type { By } from './write-outcome.ts'

export type Published =
  | { readonly ok: true; readonly number: number }
  | { readonly ok: false; readonly words: readonly string[] }

type Value = Parameters<typeof saveWithin>[1]['edit'] extends infer Edit
  ? Edit extends { readonly do: 'set'; readonly now?: infer Now }
    ? Now
    : never
  : never

/** A field of what is being written at the desk, which says from now on what was published. */
export interface FollowedField {
  readonly part: 'outcome' | 'dates' | 'about'
  readonly field: string
  readonly of: (consultation: Consultation) => Value
}

/**
 * Publishes the next version of a consultation: the newest with one thing changed. What is being written at the desk
 * follows, so that the version after it does not take the change away again.
 */
export async function publishNext(
  ctx: By,
  trx: By['db'],
  {
    consultationId,
    change,
    followed,
  }: {
    readonly consultationId: string
    readonly change: (before: Consultation) => Consultation
    readonly followed: readonly FollowedField[]
  },
): Promise<Published> {
  const found = await findByIdOrSlug(trx, consultationId, '')
  const newest = found.find(({ id }) => id === consultationId)
  if (!newest || newest.retraction) return { ok: false, words: [] }
  const before = newest.version.consultation
  const consultation = change(before)
  // What was published with a fault before is not for this change to mend.
  const errors = checkConsultation(consultation).problems.filter(
    ({ level, place }) => level === 'error' && /^(?:outcome|promise|changes)\b/.test(place),
  )
  if (errors.length > 0) return { ok: false, words: errors.map(({ words }) => words) }
  const ready = { outcome: 'ready', consultation, files: [], warnings: [] } as const
  const result = await publishWithin(trx, ready)
  if (result.outcome === 'refused')
    return { ok: false, words: result.problems.map(({ words }) => words) }
  if (await findDraft(trx, consultationId)) {
    await noteVersion(trx, consultationId, result.number)
    for (const field of followed) await follow(ctx, trx, { field, before, consultation })
  }
  return { ok: true, number: result.number }
}

async function follow(
  ctx: By,
  trx: By['db'],
  {
    field: { part, field, of },
    before,
    consultation,
  }: {
    readonly field: FollowedField
    readonly before: Consultation
    readonly consultation: Consultation
  },
): Promise<void> {
  const draft = consultation.id
  const now = of(consultation)
  if (!(await hasPart(trx, draft, part)))
    return insertPart(trx, draft, newPart(part, { [field]: now }))
  await saveWithin(trx, {
    draft,
    id: uuidFrom(ctx.random(16)),
    edit: { do: 'set', part, field, was: of(before), now },
    by: ctx.actor.staffId,
    at: ctx.now(),
  })
}
