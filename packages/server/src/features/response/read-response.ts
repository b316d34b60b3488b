import { normaliseReference } from '@takepart/shared/domain/core/reference'
import type { ReadResponse, ReceivedResponse } from '@takepart/shared/domain/response/response'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { CallContext } from '../../context.ts'
import { codeHash } from '../../code-hash.ts'
import { receiptFrom } from './receipt.ts'
import { findHeldWithAnswers } from './response.queries.ts'
import { timelyVersionOf } from './timely-version.ts'

/**
 * Opens a received response with what is on its receipt, on any device and after closing too. A withdrawn one has no
 * answers any more. A wrong code and an unknown reference are one answer.
 */
export async function readResponse(
  ctx: CallContext,
  input: ReadResponse,
): Promise<Result<ReceivedResponse>> {
  const held = await findHeldWithAnswers(ctx.db, codeHash(input.code))
  if (!held || held.reference !== normaliseReference(input.reference))
    return refuse({ code: 'response-not-found' })
  const version = await timelyVersionOf(ctx, held)
  const receipt = receiptFrom({ ...held, responseId: held.id }, version)
  return accept({
    receipt,
    slug: held.slug,
    version: held.version,
    edition: held.edition,
    answers: held.answers ?? {},
  })
}
