import {
  acceptChange,
  answersToSend,
  goneProblem,
  toTheHour,
  type ChangeResponse,
  type Receipt,
} from '@takepart/shared/domain/response/response'
import type { Answers } from '@takepart/shared/domain/question/answer'
import { notedEdition } from '@takepart/shared/domain/consultation/edition'
import { standardEdition } from '@takepart/shared/domain/consultation/edition-address'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { CallContext } from '../../context.ts'
import { receiveOnce } from '../../receive-once.ts'
import { contentHash } from '../../content-hash.ts'
import { orNothing, storeNoticing } from '../concern/raise-concern.queries.ts'
import { receiptFrom } from './receipt.ts'
import { findKnown, type Known } from './known-response.ts'
import { applyChange, type HeldResponse, type StoredChange } from './response.queries.ts'
import { textAnswers } from './text-answers.ts'

const mostTries = 3

/**
 * Replaces the answers of a received response. A repeat of the same change is answered with the receipt it had, also
 * after closing. A wrong code and an unknown response are one answer. Of two changes made from the same revision the
 * second is refused, with its words still on the device (P5).
 */
export async function changeResponse(
  ctx: CallContext,
  input: ChangeResponse,
): Promise<Result<Receipt>> {
  return receiveOnce({
    tries: mostTries,
    find: () => findKnown(ctx, input),
    repeat: (known): Result<Receipt> | undefined => {
      if (!known) return refuse({ code: 'response-not-found' })
      const { change, state } = known.held
      if (state !== 'received') return refuse(goneProblem(state))
      return change && answerRepeat(known, input, change)
    },
    decide: (known): Result<Known> =>
      known && !known.held.place.retracted
        ? accept(known)
        : refuse({ code: 'consultation-retracted' }),
    store: (known) => tryToChange(ctx, input, known),
    giveUp: () => refuse({ code: 'response-changed-elsewhere' }),
  })
}

/** Undefined when the response moved on between looking and storing. */
async function tryToChange(
  ctx: CallContext,
  input: ChangeResponse,
  { held, version }: Known,
): Promise<Result<Receipt> | undefined> {
  const now = ctx.now()
  const accepted = acceptChange(version, held, input, now)
  if (!accepted.ok) return accepted
  const { answers, completedAt } = accepted.value
  const late = held.late || accepted.value.late
  const change = {
    changeId: input.changeId,
    responseId: held.id,
    baseRevision: input.baseRevision,
    late,
    answers,
    edition: input.edition === undefined ? null : notedEdition(version.consultation, input.edition),
    contentHash: hashOf(held, input, answers),
    completedAt: toTheHour(completedAt),
    receivedAt: toTheHour(now),
  }
  const written = {
    subject: { kind: 'response', id: held.id },
    place: `/consultations/${held.slug}`,
    texts: textAnswers(version.consultation, answers),
  } as const
  if (!(await storeNoticing(ctx, written, (db) => orNothing(applyChange(db, change)))))
    return undefined
  return accept(
    receiptFrom(
      { ...receiptOf(held), revision: held.revision + 1, late, receivedAt: now },
      version,
    ),
  )
}

function answerRepeat(
  { held, version }: Known,
  input: ChangeResponse,
  change: StoredChange,
): Result<Receipt> {
  const answers = answersToSend(version.consultation, input.answers)
  // No hash of it is left where the Trust took words out since: then the code alone says whose it is.
  const same = change.contentHash?.equals(hashOf(held, input, answers)) ?? true
  if (change.kind !== 'change' || change.responseId !== held.id || !same)
    return refuse({ code: 'response-received-different' })
  return accept(
    receiptFrom(
      {
        ...receiptOf(held),
        revision: change.revision,
        late: change.late,
        receivedAt: change.receivedAt,
      },
      version,
    ),
  )
}

/** Of the edition that was sent, whatever is noted since: a device that knows no editions sends none and means the standard one. */
const hashOf = (
  { slug, version }: HeldResponse,
  { edition = standardEdition }: ChangeResponse,
  answers: Answers,
): Buffer => contentHash({ slug, version, edition, answers })

const receiptOf = ({ id, reference, state }: HeldResponse) => ({ responseId: id, reference, state })
