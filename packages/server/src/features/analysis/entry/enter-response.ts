import { answersToSend } from '@takepart/shared/domain/response/response'
import {
  acceptEntry,
  entryDifferences,
  type EnterResponse,
  type EntryDifference,
  type EntryProblem,
} from '@takepart/shared/domain/response/response-entry'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { Answers } from '@takepart/shared/domain/question/answer'
import type { CallContext } from '../../../context.ts'
import { makeReference } from '../../../reference.ts'
import { allVersions } from '../../consultation/consultation.queries.ts'
import { contentHash } from '../../../content-hash.ts'
import { takenOutOf } from '../removal/removal.queries.ts'
import { findEntry, insertEntry, settleEntries, storeSecondEntry } from './entry.queries.ts'

type By = Pick<CallContext, 'db' | 'now' | 'random'> & { readonly actor: StaffActor }

/** What is said of an entry that is stored: what the printed receipt needs beside the private code. */
export interface EnteredResponse {
  readonly reference: string
}

/** A reference that is taken is drawn again; so many in a row are not chance. */
const mostTries = 5

const hashOf = ({ consultation, number }: ConsultationVersion, answers: Answers): Buffer =>
  contentHash({ slug: consultation.slug, version: number, edition: 'standard', answers })

/**
 * Stores a response that came on paper, by telephone, by email or at a meeting. Sent again under the same id with the same
 * words and the same code, it is answered as the first time and stored once (P3).
 */
export async function enterResponse(
  { db, now, random, actor }: By,
  entry: EnterResponse,
): Promise<Result<EnteredResponse, EntryProblem>> {
  const versions = await allVersions(db, entry.consultationId)
  const version = versions.find(({ number }) => number === entry.version)
  if (!version) return refuse({ code: 'version-unknown' })
  const hash = hashOf(version, answersToSend(version.consultation, entry.answers))
  for (let tries = 0; tries < mostTries; tries += 1) {
    const stored = await findEntry(db, entry.consultationId, { id: entry.responseId })
    if (stored) {
      const same =
        stored.firstHash?.equals(hash) && stored.codeHash.toString('hex') === entry.codeHash
      return same ? accept({ reference: stored.reference }) : refuse({ code: 'entered-already' })
    }
    const accepted = acceptEntry(version, entry, now())
    if (!accepted.ok) return accepted
    const reference = makeReference(random)
    const made = await db.transaction().execute((trx) =>
      insertEntry(trx, {
        ...accepted.value,
        entry,
        reference,
        contentHash: hash,
        staffId: actor.staffId,
        staffName: actor.name,
        enteredOn: dayOfMoment(now()),
      }),
    )
    if (made) return accept({ reference })
  }
  return refuse({ code: 'entered-already' })
}

/** The same paper, entered by a second person. */
export interface EnterAgain {
  readonly entryId: string
  readonly consultationId: string
  readonly reference: string
  readonly answers: Answers
}

export type SecondEntryProblem =
  | { readonly code: 'entry-not-here' }
  | { readonly code: 'entered-by-the-same-person' }
  | { readonly code: 'words-taken-out' }

/**
 * Keeps a second entry and says where the two differ. The person who entered it first cannot also be the second. Where words
 * were taken out of the response, they would come back from the paper with a second entry.
 */
export async function enterAgain(
  { db, now, actor }: By,
  input: EnterAgain,
): Promise<Result<{ readonly differences: readonly EntryDifference[] }, SecondEntryProblem>> {
  const found = await entryToCompare(db, input)
  if (!found) return refuse({ code: 'entry-not-here' })
  const { first, version } = found
  if (first.staffId === actor.staffId) return refuse({ code: 'entered-by-the-same-person' })
  if ((await takenOutOf(db, first.id)).length > 0) return refuse({ code: 'words-taken-out' })
  const answers = answersToSend(version.consultation, input.answers)
  await storeSecondEntry(db, {
    id: input.entryId,
    responseId: first.id,
    answers,
    staffId: actor.staffId,
    staffName: actor.name,
    madeAt: now(),
  })
  return accept({ differences: entryDifferences(version, first.answers ?? {}, answers) })
}

/** Settles the differences: what was agreed on is the response from now on. */
export const settleEntry = (
  { db, now, actor }: By,
  input: Omit<EnterAgain, 'entryId'>,
): Promise<Result<EnteredResponse, SecondEntryProblem>> =>
  db.transaction().execute(async (trx) => {
    const found = await entryToCompare(trx, input)
    if (!found) return refuse({ code: 'entry-not-here' })
    const answers = answersToSend(found.version.consultation, input.answers)
    const settled = await settleEntries(trx, {
      responseId: found.first.id,
      answers,
      contentHash: hashOf(found.version, answers),
      staffId: actor.staffId,
      at: now(),
    })
    return settled ? accept({ reference: input.reference }) : refuse({ code: 'entry-not-here' })
  })

async function entryToCompare(
  db: CallContext['db'],
  { consultationId, reference }: Pick<EnterAgain, 'consultationId' | 'reference'>,
) {
  const first = await findEntry(db, consultationId, { reference })
  if (!first || first.answers === null) return undefined
  const versions = await allVersions(db, consultationId)
  const version = versions.find(({ number }) => number === first.version)
  return version ? { first, version } : undefined
}
