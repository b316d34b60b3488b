import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type {
  ContributionReceipt,
  WithdrawContribution,
} from '@takepart/shared/domain/round/contribution'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import type { CallContext } from '../../context.ts'
import { noteWithdrawn } from '../concern/raise-concern.queries.ts'
import { codeHash } from '../../code-hash.ts'
import { contributionReceipt } from './contribution-receipt.ts'
import { findHeldForChange, markWithdrawn } from './contribution.queries.ts'
import { hideContribution } from './show-contribution.queries.ts'

/** Takes a contribution back, at any time; again, it answers the same. A wrong code and an unknown id are one answer. */
export const withdrawContribution = (
  ctx: CallContext,
  input: WithdrawContribution,
): Promise<Result<ContributionReceipt, RoundProblem>> =>
  ctx.db.transaction().execute(async (trx) => {
    const held = await findHeldForChange(trx, input.contributionId, codeHash(input.code))
    if (!held) return refuse({ code: 'contribution-not-found' })
    if (held.state !== 'withdrawn') {
      const at = ctx.now()
      await hideContribution(trx, {
        contributionId: held.id,
        slug: held.slug,
        why: 'withdrawn',
        at,
      })
      await markWithdrawn(trx, held)
      await noteWithdrawn(trx, { kind: 'contribution', id: held.id }, at)
    }
    return accept(contributionReceipt({ ...held, state: 'withdrawn' }, held.round))
  })
