import {
  acceptWithdrawal,
  goneProblem,
  toTheHour,
  type Receipt,
  type WithdrawResponse,
} from '@takepart/shared/domain/response/response'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { CallContext } from '../../context.ts'
import { noteWithdrawn } from '../concern/raise-concern.queries.ts'
import { receiveOnce } from '../../receive-once.ts'
import { receiptFrom } from './receipt.ts'
import { findKnown, type Known } from './known-response.ts'
import { applyWithdrawal, type HeldResponse, type StoredChange } from './response.queries.ts'

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
  return receiveOnce({
    tries: mostTries,
    find: () => findKnown(ctx, input),
    repeat: (known): Result<Receipt> | undefined => {
      if (!known) return refuse({ code: 'response-not-found' })
      const { change, state } = known.held
      if (change) return answerRepeat(known, change)
      return state === 'received' ? undefined : refuse(goneProblem(state))
    },
    decide: (known): Result<Known> => {
      if (!known) return refuse({ code: 'response-not-found' })
      const accepted = acceptWithdrawal(known.version, input, ctx.now())
      return accepted.ok ? accept(known) : accepted
    },
    store: async ({ held, version }) => {
      const now = ctx.now()
      const withdrawal = {
        changeId: input.changeId,
        responseId: held.id,
        baseRevision: held.revision,
        receivedAt: toTheHour(now),
      }
      const done = await ctx.db.transaction().execute(async (trx) => {
        const applied = await applyWithdrawal(trx, withdrawal)
        if (applied) await noteWithdrawn(trx, { kind: 'response', id: held.id }, now)
        return applied
      })
      return done
        ? accept(receiptFrom({ ...goneReceipt(held), receivedAt: now }, version))
        : undefined
    },
    giveUp: () => refuse({ code: 'response-changed-elsewhere' }),
  })
}

function answerRepeat({ held, version }: Known, change: StoredChange): Result<Receipt> {
  return change.kind === 'withdrawal' && change.responseId === held.id
    ? accept(receiptFrom({ ...goneReceipt(held), receivedAt: change.receivedAt }, version))
    : refuse({ code: 'response-received-different' })
}

const goneReceipt = ({ id, reference, revision, late }: HeldResponse) =>
  ({ responseId: id, reference, state: 'withdrawn', revision, late }) as const
