import { createHash } from 'node:crypto'
import { canonicalJson } from '@takepart/shared/domain/core/canonical-json'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import {
  acceptRequest,
  tidyRequest,
  type AcceptedRequest,
  type AskForSupport,
  type RequestReceipt,
} from '@takepart/shared/domain/support-request/support-request'
import type { CallContext } from '../../context.ts'
import { orNothing, storeNoticing } from '../concern/raise-concern.queries.ts'
import { receiveOnce } from '../../receive-once.ts'
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
  return receiveOnce({
    tries: mostTries,
    find: async () => {
      const [stored, published] = await Promise.all([
        findStored(ctx.db, input.requestId),
        findNewestVersion(ctx.db, input.slug),
      ])
      return { stored, published }
    },
    repeat: ({ stored, published }): Result<RequestReceipt> | undefined => {
      if (!stored) return undefined
      return published
        ? answerRepeat(input, stored, published.version.consultation.closesAt)
        : refuse({ code: 'request-received-different' })
    },
    decide: ({ published }): Result<Accepted> => {
      if (!published) return refuse({ code: 'consultation-unknown' })
      if (published.retraction) return refuse({ code: 'consultation-retracted' })
      const { id: consultationId, version } = published
      const accepted = acceptRequest(version.consultation, input, ctx.now())
      if (!accepted.ok) return accepted
      const { closesAt } = version.consultation
      return accept({ consultationId, closesAt, request: accepted.value })
    },
    store: (accepted) => tryToStore(ctx, input, accepted),
    giveUp: () => {
      throw new Error('No reference could be drawn for a request')
    },
  })
}

interface Accepted {
  readonly consultationId: string
  readonly closesAt: string
  readonly request: AcceptedRequest
}

/** Undefined when its reference, or its id, was taken. */
async function tryToStore(
  ctx: CallContext,
  input: AskForSupport,
  { consultationId, closesAt, request }: Accepted,
): Promise<Result<RequestReceipt> | undefined> {
  const reference = makeReference(ctx.random)
  const row = {
    id: input.requestId,
    consultationId,
    reference,
    contentHash: hashOf(input),
    ...request,
  }
  const stored = await storeNoticing(ctx, writtenIn(input, request), (db) =>
    orNothing(insertRequest(db, row)),
  )
  const { receivedOn, dueOn } = request
  return stored
    ? accept({ requestId: input.requestId, reference, receivedOn, dueOn, closesAt })
    : undefined
}

/** What a person wrote in their own words, and how they said they can be reached. */
const writtenIn = ({ requestId, slug }: AskForSupport, { request }: AcceptedRequest) =>
  ({
    subject: { kind: 'support-request', id: requestId },
    place: `/consultations/${slug}/another-way`,
    texts: [...Object.values(request.say), request.when ?? '']
      .filter(Boolean)
      .map((text) => ({ text })),
    reach: request.reach.to,
  }) as const

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
