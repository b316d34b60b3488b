import { accept, type Result } from '@takepart/shared/domain/core/result'
import {
  acceptHelp,
  type AskForHelp,
  type HelpProblem,
  type HelpReceipt,
} from '@takepart/shared/domain/moderation/help-request'
import type { CallContext } from '../../context.ts'
import { findForAct } from './concern.queries.ts'
import { raiseConcern } from './raise-concern.queries.ts'

/**
 * Takes in "I need help now" from any page, once, however often it is sent. It is at once in the lane, as immediate danger
 * until a person who has read it says otherwise. It waits for nothing: no mail, no stream, no word list.
 */
export async function askForHelp(
  ctx: Pick<CallContext, 'db' | 'now'>,
  input: AskForHelp,
): Promise<Result<HelpReceipt, HelpProblem>> {
  const accepted = acceptHelp(input)
  if (!accepted.ok) return accepted
  const { words, reach } = accepted.value
  const at = ctx.now()
  return ctx.db.transaction().execute(async (trx) => {
    const known = await findForAct(trx, input.concernId)
    if (!known)
      await raiseConcern(trx, {
        id: input.concernId,
        subject: { kind: 'message', id: input.concernId },
        place: input.place,
        words: [{ text: words }],
        ...(reach === undefined ? {} : { reach }),
        by: { kind: 'writer' },
        severity: 'now',
        at,
      })
    const receivedAt = known?.events[0]?.at ?? at.toISOString()
    return accept({ concernId: input.concernId, receivedAt })
  })
}
