import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import type { ReportResult } from '@takepart/shared/domain/report/report-schema'
import { reportWords } from '@takepart/shared/words/report'
import { recordAct } from '../account/audit/audit.queries.ts'
import { findByIdOrSlug, waitForTurnToPublish } from '../consultation/consultation.queries.ts'
import { publishNext } from './publish-next.ts'
import type { By } from './write-outcome.ts'

/**
 * Says for everybody to read why the decision comes later than promised, and by when it comes. What was promised before
 * stays on the page, in a note that nobody can take away.
 */
export const sayLate = (
  ctx: By,
  {
    consultationId,
    by,
    reason,
  }: { readonly consultationId: string; readonly by: string; readonly reason: string },
): Promise<ReportResult> =>
  ctx.db.transaction().execute(async (trx) => {
    await waitForTurnToPublish(trx)
    const text = reason.normalize('NFC').trim()
    if (text === '' || text.length > 1000) return { ok: false, problem: 'note-missing' }
    const found = await findByIdOrSlug(trx, consultationId, '')
    const newest = found.find(({ id }) => id === consultationId)
    const today = dayOfMoment(ctx.now())
    if (!newest || newest.version.consultation.outcome)
      return { ok: false, problem: 'published-already' }
    const { promise } = newest.version.consultation
    if (by <= promise.by || by < today) return { ok: false, problem: 'date-past' }
    const note = { on: today, text: reportWords.lateNote(promise.by, text, by) }
    const published = await publishNext(ctx, trx, {
      consultationId,
      change: (before): Consultation => ({
        ...before,
        promise: { ...before.promise, by },
        changes: [...(before.changes ?? []), note],
      }),
      followed: [
        { part: 'dates', field: 'promiseBy', of: (one) => one.promise.by },
        { part: 'about', field: 'changes', of: (one) => one.changes },
      ],
    })
    if (!published.ok) return { ok: false, problem: 'refused', words: published.words }
    const thing = { kind: 'consultation', id: consultationId }
    await recordAct(trx, ctx.actor, { at: ctx.now(), verb: 'consultation.say-late', thing })
    return { ok: true, revision: published.number }
  })
