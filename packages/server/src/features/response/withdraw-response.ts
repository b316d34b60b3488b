import {
  acceptWithdrawal,
  toTheHour,
  type Receipt,
  type WithdrawResponse,
} from '@takepart/shared/domain/response/response'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { CallContext } from '../../context.ts'
import { codeHash } from '../../code-hash.ts'
import { receiptFrom } from './receipt.ts'
import { applyWithdrawal, findHeld } from './response.queries.ts'
import { timelyVersionOf } from './timely-version.ts'

const mostTries = 3

/**
 * Takes a response back: its words are erased, that there was one stays counted. A repeat of the same withdrawal is
 * answered with the receipt it had. Allowed for a retracted consultation too. A wrong code and an unknown response are
 * one answer.
 */
export async function withdrawResponse(
  ctx: CallContext,
  input: WithdrawResponse,
): Promise<Result<Receipt>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const held = await findHeld(ctx.db, codeHash(input.code), input.changeId)
    if (!held || held.id !== input.responseId) return refuse({ code: 'response-not-found' })
    const version = await timelyVersionOf(ctx, held)
    const gone = {
      responseId: held.id,
      reference: held.reference,
      state: 'withdrawn',
      revision: held.revision,
      late: held.late,
    } as const
    if (held.change) {
      if (held.change.kind !== 'withdrawal' || held.change.responseId !== held.id)
        return refuse({ code: 'response-received-different' })
      return accept(receiptFrom({ ...gone, receivedAt: held.change.receivedAt }, version))
    }
    if (held.state === 'withdrawn') return refuse({ code: 'response-withdrawn' })
    const now = ctx.now()
    const accepted = acceptWithdrawal(version, input, now)
    if (!accepted.ok) return accepted
    const done = await applyWithdrawal(ctx.db, {
      changeId: input.changeId,
      responseId: held.id,
      baseRevision: held.revision,
      receivedAt: toTheHour(now),
    })
    if (done) return accept(receiptFrom({ ...gone, receivedAt: now }, version))
  }
  return refuse({ code: 'response-changed-elsewhere' })
}
