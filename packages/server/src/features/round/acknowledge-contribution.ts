import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { acknowledgementsIn, type Acknowledge } from '@takepart/shared/domain/round/acknowledgement'
import { roundHasClosed } from '@takepart/shared/domain/round/round'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import type { CallContext } from '../../context.ts'
import { deviceHash } from './contribution-hash.ts'
import { isStillOpen } from './questions/question.queries.ts'
import { findRound } from './round.queries.ts'
import { setAcknowledged } from './shown.queries.ts'

/** Counts "I see it this way too" or "This made me think", once for each device however often it is sent; or takes it back. */
export async function acknowledgeContribution(
  ctx: Pick<CallContext, 'db' | 'now'>,
  { slug, number, kind, deviceId, on }: Acknowledge,
): Promise<Result<true, RoundProblem>> {
  const found = await findRound(ctx.db, slug)
  if (!found || found.retraction) return refuse({ code: 'round-unknown' })
  const { opensAt, closesAt } = found.round
  if (ctx.now().getTime() < Date.parse(opensAt)) return refuse({ code: 'round-not-open', opensAt })
  if (roundHasClosed(found.round, ctx.now()))
    return refuse({ code: 'round-closed', closedAt: closesAt })
  const { kind: ofRound, id: roundId } = found.round
  if (!acknowledgementsIn(ofRound).includes(kind)) return refuse({ code: 'answered-unknown' })
  if (kind === 'wanted' && !(await isStillOpen(ctx.db, roundId, number)))
    return refuse({ code: 'question-ended' })
  const press = { slug, number, kind, deviceHash: deviceHash(slug, deviceId), on }
  const { there } = await setAcknowledged(ctx.db, press)
  return there ? accept(true) : refuse({ code: 'answered-unknown' })
}
