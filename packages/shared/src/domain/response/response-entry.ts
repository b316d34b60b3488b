import type { Answers } from '../question/answer.ts'
import { answerTo, visibleQuestions } from '../consultation/journey.ts'
import { questionsOf, type ConsultationVersion } from '../consultation/consultation.ts'
import type { Behalf, Way } from '../analysis/ledger/ledger-line.ts'
import { sameContent } from '../core/canonical-json.ts'
import { dayOfMoment } from '../core/dates.ts'
import type { ResponseId } from '../core/ids.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { checkAnswer, readAnswer } from '../question/question-kinds.ts'
import type { Problem } from './problem.ts'
import { answersToSend } from './response.ts'

/**
 * A response that came on paper, by telephone, by email or at a meeting, as a member of staff enters it. It keeps to the
 * same journey and rules as on the website, but for this: what somebody left blank on paper was left blank, whatever the
 * question demands, and a whole form may be blank. The private code is made where it is entered and printed for the
 * person; only its hash is sent.
 */
export interface EnterResponse {
  readonly responseId: ResponseId
  readonly consultationId: string
  readonly version: number
  readonly way: Exclude<Way, 'website'>
  /** The day it was written or said, and the day it reached the Trust: YYYY-MM-DD. */
  readonly givenOn: string
  readonly arrivedOn: string
  readonly behalf: Behalf
  /** For whom, in words; empty where somebody answered for themselves. */
  readonly behalfWords: string
  /** It was read back to the person, who said that it is right. */
  readonly readBack: boolean
  readonly answers: Answers
  /** Questions that have to be answered on the website and were left blank: said one by one, so that none is forgotten. */
  readonly leftOut: readonly string[]
  readonly codeHash: string
}

export type EntryProblem =
  | Problem
  | { readonly code: 'given-in-the-future' }
  | { readonly code: 'arrived-before-given' }
  | { readonly code: 'given-before-opening'; readonly opensOn: string }
  | { readonly code: 'not-read-back' }
  | { readonly code: 'behalf-words-missing' }
  | { readonly code: 'behalf-words-too-long'; readonly most: number }
  | { readonly code: 'entered-already' }

export const longestBehalf = 200

export interface AcceptedEntry {
  readonly answers: Answers
  /** It reached the Trust after the day of closing. */
  readonly late: boolean
  /** Of {@link EnterResponse.leftOut}, those that were really asked and not answered. */
  readonly leftOut: readonly string[]
}

/** Decides on an entry; `now` is only used for the day it is. */
export function acceptEntry(
  { consultation, number }: ConsultationVersion,
  entry: EnterResponse,
  now: Date,
): Result<AcceptedEntry, EntryProblem> {
  if (entry.version !== number) return refuse({ code: 'version-unknown' })
  const blankOf = new Set(entry.leftOut)
  const visible = visibleQuestions(consultation, entry.answers)
  const asked = new Set(visible.map(({ id }) => id))
  const known = new Map(questionsOf(consultation).map((question) => [question.id, question]))
  const answerProblems = visible.flatMap((question) =>
    checkAnswer(question, answerTo(entry.answers, question.id)).filter(
      ({ code }) => !(isMissing(code) && blankOf.has(question.id)),
    ),
  )
  const strayProblems = Object.keys(entry.answers)
    .filter((id) => !asked.has(id))
    .map((questionId): Problem => {
      const question = known.get(questionId)
      return question
        ? { code: 'question-not-asked', questionId, about: question.about }
        : { code: 'question-unknown', questionId }
    })
  const problems = [...factProblems(consultation, entry, now), ...answerProblems, ...strayProblems]
  if (problems.length > 0) return refuse(...problems)
  const answers = answersToSend(consultation, entry.answers)
  return accept({
    answers,
    late: entry.arrivedOn > dayOfMoment(consultation.closesAt),
    leftOut: visible
      .filter(({ id, mandatory }) => mandatory && blankOf.has(id) && !Object.hasOwn(answers, id))
      .map(({ id }) => id),
  })
}

const missing: ReadonlySet<string> = new Set(['answer-missing', 'row-missing', 'say-missing'])
const isMissing = (code: string): boolean => missing.has(code)

function factProblems(
  consultation: ConsultationVersion['consultation'],
  entry: EnterResponse,
  now: Date,
): readonly EntryProblem[] {
  const today = dayOfMoment(now)
  const opensOn = dayOfMoment(consultation.opensAt)
  const problems: EntryProblem[] = []
  if (entry.givenOn > today || entry.arrivedOn > today)
    problems.push({ code: 'given-in-the-future' })
  if (entry.arrivedOn < entry.givenOn) problems.push({ code: 'arrived-before-given' })
  if (entry.givenOn < opensOn) problems.push({ code: 'given-before-opening', opensOn })
  // Nobody can look at what was written down from a telephone call, so it is read to them.
  if (entry.way === 'telephone' && !entry.readBack) problems.push({ code: 'not-read-back' })
  const words = entry.behalfWords.trim()
  if (entry.behalf !== 'self' && words === '') problems.push({ code: 'behalf-words-missing' })
  if (words.length > longestBehalf)
    problems.push({ code: 'behalf-words-too-long', most: longestBehalf })
  return problems
}

/** A question on which two people who entered the same paper differ. */
export interface EntryDifference {
  readonly questionId: string
  readonly question: string
  readonly one: readonly string[]
  readonly other: readonly string[]
}

/** Where two entries of one paper differ, in the order of the questions; none when they say the same. */
export function entryDifferences(
  { consultation }: ConsultationVersion,
  one: Answers,
  other: Answers,
): readonly EntryDifference[] {
  return questionsOf(consultation).flatMap((question) => {
    const [first, second] = [answerTo(one, question.id), answerTo(other, question.id)]
    if (sameContent(first, second)) return []
    return [
      {
        questionId: question.id,
        question: question.title,
        one: readAnswer(question, first),
        other: readAnswer(question, second),
      },
    ]
  })
}
