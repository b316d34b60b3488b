import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { ChangeResponse } from '@takepart/shared/domain/response/response'
import { codeHash } from '../../code-hash.ts'
import type { CallContext } from '../../context.ts'
import { findHeld, type HeldResponse } from './response.queries.ts'
import { timelyVersionOf } from './timely-version.ts'

/** A response whose private code is known, with the version it answered. */
export interface Known {
  readonly held: HeldResponse
  readonly version: ConsultationVersion
}

/** Undefined where the code opens no response, or another one: the two are one answer. */
export async function findKnown(
  ctx: CallContext,
  input: Pick<ChangeResponse, 'code' | 'changeId' | 'responseId'>,
): Promise<Known | undefined> {
  const held = await findHeld(ctx.db, codeHash(input.code), input.changeId)
  return held?.id === input.responseId
    ? { held, version: await timelyVersionOf(ctx, held) }
    : undefined
}
