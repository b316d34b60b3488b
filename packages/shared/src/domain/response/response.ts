import { finishedAt, type DeviceTimes } from '../core/finished-at.ts'
import type { Answers } from '../question/answer.ts'
import {
  hasClosed,
  questionsOf,
  type Consultation,
  type ConsultationVersion,
} from '../consultation/consultation.ts'
import type { ChangeId, Reference, ResponseId } from '../core/ids.ts'
import { answerTo, visibleQuestions } from '../consultation/journey.ts'
import type { Problem, ResponseProblem } from './problem.ts'
import { checkAnswer, tidyAnswer } from '../question/question-kinds.ts'
import type { Question } from '../question/question.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { isAnswered } from '../question/said.ts'

/**
 * One participant's answers to one version of a consultation, as the device sends them.
 *
 * The two device times are only ever subtracted from each other, so a device whose clock is wrong by years is treated
 * like any other: `receivedAt - (sentAt - completedAt)` is when the person finished, by the server's clock.
 */
export interface SubmitResponse {
  readonly responseId: ResponseId
  readonly slug: string
  readonly version: number
  /** The edition that was read when it was sent (edition.ts). Nothing is refused because of it. */
  readonly edition: string
  readonly answers: Answers
  /** SHA-256 of the private code (normalised, see private-code.ts), 64 lower-case hex digits. The code itself stays on the device. */
  readonly codeHash: string
  /** Device time, ISO 8601 UTC, when the person pressed Send. */
  readonly completedAt: string
  /** Device time, ISO 8601 UTC, of this attempt. */
  readonly sentAt: string
}

/** Replaces the answers of a received response, until closing. `code` is the private code in clear. */
export interface ChangeResponse {
  readonly changeId: ChangeId
  readonly responseId: ResponseId
  readonly code: string
  /** The revision the change was made from; another one means it was changed elsewhere meanwhile. */
  readonly baseRevision: number
  /** As in {@link SubmitResponse}. Absent: sent by a version of this program that knew no editions. */
  readonly edition?: string
  readonly answers: Answers
  readonly completedAt: string
  readonly sentAt: string
}

/** Takes a response back, until closing. The words are erased; that there was a response stays counted as withdrawn. */
export interface WithdrawResponse {
  readonly changeId: ChangeId
  readonly responseId: ResponseId
  readonly code: string
  /** Device times as in {@link SubmitResponse}; without them the withdrawal counts as made when it arrives. */
  readonly completedAt?: string
  readonly sentAt?: string
}

/** Opens a received response with what is on the receipt, on any device. */
export interface ReadResponse {
  readonly reference: string
  readonly code: string
}

/** What the server says once the row is committed (P2). Times are to the hour (S30). */
export interface Receipt {
  readonly responseId: ResponseId
  readonly reference: Reference
  /** 1 when first received; each change adds 1. */
  readonly revision: number
  /** `erased`: by the Trust, for a lawful reason. */
  readonly state: 'received' | 'withdrawn' | 'erased'
  /** Finished before closing and delivered after it. */
  readonly late: boolean
  readonly receivedAt: string
  /** Until when it can be changed or withdrawn. */
  readonly closesAt: string
}

/** A received response as its author may read it again. */
export interface ReceivedResponse {
  readonly receipt: Receipt
  readonly slug: string
  readonly version: number
  /** The edition it was last sent in. */
  readonly edition: string
  readonly answers: Answers
}

/** What is stored of a response, or of a change to one. */
export interface AcceptedResponse {
  /** Tidied, and only of questions that were asked and answered. */
  readonly answers: Answers
  /** Finished before closing and received after it: kept for staff to decide on, whatever the days of grace. */
  readonly late: boolean
  /** When the person finished, by the server's clock: never before the consultation opened, never after now. */
  readonly completedAt: Date
}

/** What a change is held against: the received response as it is stored. */
export interface HeldResponse {
  readonly state: Receipt['state']
  readonly revision: number
}

/**
 * Decides on a new response. Refused: before opening; finished after closing; for another consultation or version;
 * with an answer to a question that does not exist or was not asked; with an answer missing or wrong; with no answer
 * at all. Problems with answers come all at once, in the order of the document. Nothing is dropped to make it fit.
 */
export function acceptResponse(
  version: ConsultationVersion,
  input: SubmitResponse,
  now: Date,
): Result<AcceptedResponse> {
  const untimely = timeProblem(version.consultation, input, now)
  if (untimely) return refuse(untimely)
  if (input.slug !== version.consultation.slug) return refuse({ code: 'consultation-unknown' })
  if (input.version !== version.number) return refuse({ code: 'version-unknown' })
  return acceptAnswers(version.consultation, input, now)
}

/**
 * Decides on new answers for a response that was received before. Refused as in {@link acceptResponse}, and: when the
 * response was withdrawn or erased; when another change came in since the one this began from. A change finished before closing
 * and received after it is kept and marked late, like a response.
 */
export function acceptChange(
  version: ConsultationVersion,
  held: HeldResponse,
  input: ChangeResponse,
  now: Date,
): Result<AcceptedResponse> {
  if (held.state !== 'received') return refuse(goneProblem(held.state))
  const untimely = timeProblem(version.consultation, input, now)
  if (untimely) return refuse(untimely)
  if (held.revision !== input.baseRevision) return refuse({ code: 'response-changed-elsewhere' })
  return acceptAnswers(version.consultation, input, now)
}

/** Why nothing more is done with a response whose words are gone. */
export const goneProblem = (state: 'withdrawn' | 'erased'): ResponseProblem => ({
  code: `response-${state}`,
})

/** Decides on taking a response back. Refused only when that was done after closing. */
export function acceptWithdrawal(
  version: ConsultationVersion,
  input: WithdrawResponse,
  now: Date,
): Result<true> {
  const untimely = timeProblem(version.consultation, input, now)
  return untimely ? refuse(untimely) : accept(true)
}

/**
 * The answers that a device sends: tidied, and only those to questions that are asked and answered. What was written
 * to a question that is no longer asked stays in the draft and is not sent.
 */
export const answersToSend = (consultation: Consultation, answers: Answers): Answers =>
  tidied(visibleQuestions(consultation, answers), answers)

/** A time cut down to its hour, ISO 8601 UTC: kept so, times cannot join a response to what else happened (S30). */
export const toTheHour = (date: Date): string =>
  new Date(Math.floor(date.getTime() / hour) * hour).toISOString()

const hour = 3_600_000

function timeProblem(
  consultation: Consultation,
  times: DeviceTimes,
  now: Date,
): ResponseProblem | undefined {
  if (now.getTime() < Date.parse(consultation.opensAt))
    return { code: 'consultation-not-open', opensAt: consultation.opensAt }
  if (!hasClosed(consultation, finishedAt(consultation, times, now))) return undefined
  return { code: 'consultation-closed', closedAt: consultation.closesAt }
}

type Answered = DeviceTimes & Pick<SubmitResponse, 'answers'>

function acceptAnswers(
  consultation: Consultation,
  input: Answered,
  now: Date,
): Result<AcceptedResponse> {
  const visible = visibleQuestions(consultation, input.answers)
  const problems = answerProblems(consultation, visible, input.answers)
  if (problems.length > 0) return refuse(...problems)
  const answers = tidied(visible, input.answers)
  if (Object.keys(answers).length === 0) return refuse({ code: 'response-empty' })
  const late = hasClosed(consultation, now)
  return accept({ answers, late, completedAt: finishedAt(consultation, input, now) })
}

function answerProblems(
  consultation: Consultation,
  visible: readonly Question[],
  answers: Answers,
): readonly Problem[] {
  const asked = new Set(visible)
  const questions = questionsOf(consultation)
  const known = new Set(questions.map((question) => question.id))
  const unknown = Object.keys(answers).filter((id) => !known.has(id))
  return [
    ...questions.flatMap((question): readonly Problem[] => {
      if (asked.has(question)) return checkAnswer(question, answerTo(answers, question.id))
      if (!Object.hasOwn(answers, question.id)) return []
      return [{ code: 'question-not-asked', questionId: question.id, about: question.about }]
    }),
    ...unknown.map((questionId): Problem => ({ code: 'question-unknown', questionId })),
  ]
}

function tidied(questions: readonly Question[], answers: Answers): Answers {
  const entries = questions.flatMap((question) => {
    const answer = answerTo(answers, question.id)
    return answer && isAnswered(question, answer)
      ? [[question.id, tidyAnswer(question, answer)] as const]
      : []
  })
  return Object.fromEntries(entries)
}
