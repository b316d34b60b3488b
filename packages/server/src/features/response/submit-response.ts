import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { notedEdition } from '@takepart/shared/domain/consultation/edition'
import {
  acceptResponse,
  answersToSend,
  goneProblem,
  toTheHour,
  type Receipt,
  type SubmitResponse,
} from '@takepart/shared/domain/response/response'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { CallContext } from '../../context.ts'
import { orNothing, storeNoticing } from '../concern/raise-concern.queries.ts'
import { contentHash } from '../../content-hash.ts'
import { receiptFrom } from './receipt.ts'
import { receiveOnce } from '../../receive-once.ts'
import { makeReference } from '../../reference.ts'
import {
  findStoredAndPlace,
  insertResponse,
  type Place,
  type StoredResponse,
} from './response.queries.ts'
import { textAnswers } from './text-answers.ts'
import { timelyVersion } from './timely-version.ts'

/** A taken reference is drawn again; this many in a row are not chance but a private code that another response has. */
const mostTries = 5

/**
 * Receives a response, once, however often it is sent. A repeat is answered with the receipt it had, also after closing;
 * under the same id something else is refused, and so is what was withdrawn. No refusal is given before the id was
 * looked up.
 *
 * Usually one statement: the rule runs on versions near at hand, and the insert stores nothing unless they are still the
 * newest. Only when it stored nothing is anything asked of the database.
 */
export async function submitResponse(
  ctx: CallContext,
  input: SubmitResponse,
): Promise<Result<Receipt>> {
  const newest = ctx.versions.guessNewest(input.slug)
  const atOnce = newest === undefined ? undefined : await tryToStore(ctx, input, newest)
  if (atOnce?.ok) return atOnce
  return receiveOnce({
    tries: mostTries,
    find: () => findStoredAndPlace(ctx.db, input.responseId, input.slug),
    repeat: ({ stored, place }) => stored && answerRepeat(ctx, input, { stored, place }),
    decide: ({ place }): Result<number> => {
      if (!place) return refuse({ code: 'consultation-unknown' })
      if (place.retracted) return refuse({ code: 'consultation-retracted' })
      ctx.versions.noteNewest(input.slug, place.newest)
      return accept(place.newest)
    },
    store: (current) => tryToStore(ctx, input, current),
    giveUp: () => refuse({ code: 'response-received-different' }),
  })
}

/** The rule's answer, once it is stored if it has to be; undefined when something was in the way of storing it. */
async function tryToStore(
  ctx: CallContext,
  input: SubmitResponse,
  newest: number,
): Promise<Result<Receipt> | undefined> {
  const version = await timelyVersion(ctx, input.slug, { number: input.version, newest })
  if (!version) return refuse({ code: 'version-unknown' })
  const now = ctx.now()
  const accepted = acceptResponse(version, input, now)
  if (!accepted.ok) return accepted
  const { answers, late, completedAt } = accepted.value
  const reference = makeReference(ctx.random)
  const response = {
    id: input.responseId,
    slug: input.slug,
    version: input.version,
    newest,
    edition: notedEdition(version.consultation, input.edition),
    reference,
    codeHash: Buffer.from(input.codeHash, 'hex'),
    contentHash: contentHash({ ...input, answers }),
    late,
    answers,
    completedAt: toTheHour(completedAt),
    receivedAt: toTheHour(now),
  }
  const written = {
    subject: { kind: 'response', id: input.responseId },
    place: `/consultations/${input.slug}`,
    texts: textAnswers(version.consultation, answers),
  } as const
  if (!(await storeNoticing(ctx, written, (db) => orNothing(insertResponse(db, response)))))
    return undefined
  return accept(
    receiptFrom(
      {
        responseId: input.responseId,
        reference,
        revision: 1,
        state: 'received',
        late,
        receivedAt: now,
      },
      version,
    ),
  )
}

/** Whoever sends the same words with the same private code gets the receipt of the first time; knowing the id is not enough. */
async function answerRepeat(
  ctx: CallContext,
  input: SubmitResponse,
  { stored, place }: { stored: StoredResponse; place: Place | undefined },
) {
  if (!stored.codeHash.equals(Buffer.from(input.codeHash, 'hex')))
    return refuse({ code: 'response-received-different' })
  if (stored.state !== 'received') return refuse(goneProblem(stored.state))
  const version =
    place && (await timelyVersion(ctx, input.slug, { number: input.version, newest: place.newest }))
  if (!version || !isAsSent(stored, version, input))
    return refuse({ code: 'response-received-different' })
  return accept(receiptFrom({ ...stored, responseId: input.responseId, revision: 1 }, version))
}

/** Where words were taken out since, no hash of what was sent is left: then the code alone says whose it is. */
const isAsSent = (
  { firstHash }: StoredResponse,
  version: ConsultationVersion,
  input: SubmitResponse,
): boolean => firstHash === null || firstHash.equals(hashAsSent(version, input))

const hashAsSent = ({ consultation }: ConsultationVersion, input: SubmitResponse): Buffer =>
  contentHash({ ...input, answers: answersToSend(consultation, input.answers) })
