import { createHash } from 'node:crypto'
import { canonicalJson } from '@takepart/shared/domain/core/canonical-json'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import {
  acceptRequest,
  tidyRequest,
  type AskForSupport,
  type RequestReceipt,
} from '@takepart/shared/domain/support-request/support-request'
import type { CallContext } from '../../context.ts'
import { makeReference } from '../../reference.ts'
import { findNewestVersion } from '../consultation/consultation.queries.ts'
import { findStored, insertRequest, type StoredRequest } from './support-request.queries.ts'

/** A taken reference is drawn again; this many in a row are not chance. */
const mostTries = 5

/**
 * Takes in a request for support, once, however often it is sent: a repeat is answered with the receipt it had, and
 * something else under the same id is refused. No refusal is given before the id was looked up.
 */
export async function askForSupport(
  ctx: CallContext,
  input: AskForSupport,
): Promise<Result<RequestReceipt>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const [stored, published] = await Promise.all([
      findStored(ctx.db, input.requestId),
      findNewestVersion(ctx.db, input.slug),
    ])
    if (published === undefined)
      return refuse({ code: stored ? 'request-received-different' : 'consultation-unknown' })
    const {
      id: consultationId,
      retraction,
      version: { consultation },
    } = published
    const { closesAt } = consultation
    if (stored) return answerRepeat(input, stored, closesAt)
    if (retraction) return refuse({ code: 'consultation-retracted' })
    const accepted = acceptRequest(consultation, input, ctx.now())
    if (!accepted.ok) return accepted
    const { receivedOn, dueOn } = accepted.value
    const reference = makeReference(ctx.random)
    const contentHash = hashOf(input)
    if (
      await insertRequest(ctx.db, {
        id: input.requestId,
        consultationId,
        reference,
        contentHash,
        ...accepted.value,
      })
    )
      return accept({ requestId: input.requestId, reference, receivedOn, dueOn, closesAt })
  }
  throw new Error('No reference could be drawn for a request')
}

/** Its id is random and known to its device alone, so it is proof enough for a receipt that tells nothing else. */
function answerRepeat(
  input: AskForSupport,
  { contentHash, ...stored }: StoredRequest,
  closesAt: string,
): Result<RequestReceipt> {
  if (contentHash === null) return refuse({ code: 'request-closed' })
  if (!contentHash.equals(hashOf(input))) return refuse({ code: 'request-received-different' })
  return accept({ requestId: input.requestId, ...stored, closesAt })
}

/** What makes two sendings the same request. */
const hashOf = ({ slug, request }: AskForSupport): Buffer =>
  createHash('sha256')
    .update(canonicalJson({ slug, request: tidyRequest(request) }))
    .digest()
