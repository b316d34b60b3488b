import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { isBlank, tidyText } from '@takepart/shared/domain/core/text'
import type { ConcernProblem } from '@takepart/shared/domain/moderation/concern'
import type { RaiseByHand } from '@takepart/shared/domain/moderation/concern-schema'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { findContributionWords } from './concern.queries.ts'
import { raiseConcern } from './raise-concern.queries.ts'

/** A moderator raises a concern about a contribution, whatever the word list found. What is decided about it is another thing. */
export const raiseByHand = (
  {
    db,
    now,
    actor,
  }: { readonly db: Kysely<Schema>; readonly now: () => Date; readonly actor: StaffActor },
  { contributionId, severity, why }: RaiseByHand,
): Promise<Result<{ readonly concernId: string }, ConcernProblem>> =>
  db.transaction().execute(async (trx) => {
    if (isBlank(why)) return refuse({ code: 'what-missing' })
    const found = await findContributionWords(trx, contributionId)
    if (!found) return refuse({ code: 'concern-unknown' })
    const at = now()
    const concernId = await raiseConcern(trx, {
      subject: { kind: 'contribution', id: contributionId },
      place: `/rounds/${found.slug}`,
      words: [{ text: found.text }],
      by: { kind: 'staff', staffId: actor.staffId, why: tidyText(why) },
      severity,
      at,
    })
    await recordAct(trx, actor, {
      at,
      verb: 'concern.raise',
      thing: { kind: 'concern', id: concernId },
      detail: severity,
    })
    return accept({ concernId })
  })
