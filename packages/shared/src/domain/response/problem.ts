import type { AnswerKind } from '../question/answer.ts'
import type { ReachBy } from '../support-request/support-request.ts'

/**
 * A reason the domain refuses something. `code` is for machines; `problemWords` (problem-words.ts) has the words.
 * `about` is the question's own `about`; `field` names the part of a question with more than one field: an option code
 * (say), a statement code (matrix), `day` `month` `year` (date).
 */
export type Problem = AnswerProblem | ResponseProblem | RequestProblem

export type AnswerProblem = {
  readonly questionId: string
  readonly about: string
  readonly field?: string
} & (
  | { readonly code: 'answer-missing'; readonly kind: AnswerKind }
  | { readonly code: 'say-missing'; readonly option: string }
  | {
      readonly code: 'say-too-long'
      readonly option: string
      readonly most: number
      readonly over: number
    }
  | { readonly code: 'text-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'choice-unknown' }
  | { readonly code: 'choices-too-many'; readonly most: number }
  | { readonly code: 'choices-exclusive'; readonly option: string }
  | { readonly code: 'row-missing'; readonly statement: string }
  | { readonly code: 'number-not-a-number' }
  | { readonly code: 'number-not-whole' }
  | { readonly code: 'number-too-many-decimals'; readonly decimals: number }
  | { readonly code: 'number-too-small'; readonly least: number }
  | { readonly code: 'number-too-large'; readonly most: number }
  | { readonly code: 'date-part-missing'; readonly parts: readonly ('day' | 'month' | 'year')[] }
  | { readonly code: 'date-part-unclear'; readonly part: 'day' | 'month' | 'year' }
  | { readonly code: 'date-not-real' }
  | { readonly code: 'date-too-early'; readonly earliest: string }
  | { readonly code: 'date-too-late'; readonly latest: string }
  | { readonly code: 'answer-of-another-kind'; readonly kind: AnswerKind }
)

/** A problem with an answer and what the person is told of it, beside the field and in the summary. */
export type ToldProblem = AnswerProblem & { readonly words: string }

export type ResponseProblem =
  | { readonly code: 'consultation-not-open'; readonly opensAt: string }
  | { readonly code: 'consultation-closed'; readonly closedAt: string }
  | { readonly code: 'consultation-retracted' }
  | { readonly code: 'consultation-unknown' }
  | { readonly code: 'version-unknown' }
  | { readonly code: 'question-unknown'; readonly questionId: string }
  | { readonly code: 'question-not-asked'; readonly questionId: string; readonly about: string }
  | { readonly code: 'response-empty' }
  /** The server could not read what was sent, and sending the same again will not help. Made by the device, from the HTTP status. */
  | { readonly code: 'response-not-understood' }
  | { readonly code: 'response-received-different' }
  | { readonly code: 'response-withdrawn' }
  | { readonly code: 'response-erased' }
  | { readonly code: 'response-not-found' }
  | { readonly code: 'response-changed-elsewhere' }
  | { readonly code: 'too-many-tries'; readonly minutes: number }

/** About a request for support. `need` is the code of what was asked for. */
export type RequestProblem =
  | { readonly code: 'need-missing' }
  | { readonly code: 'need-say-missing'; readonly need: string }
  | {
      readonly code: 'need-say-too-long'
      readonly need: string
      readonly most: number
      readonly over: number
    }
  | { readonly code: 'reach-missing' }
  | { readonly code: 'reach-to-missing'; readonly by: ReachBy }
  | { readonly code: 'reach-to-unclear'; readonly by: ReachBy }
  | {
      readonly code: 'reach-to-too-long'
      readonly by: ReachBy
      readonly most: number
      readonly over: number
    }
  | {
      readonly code: 'request-text-too-long'
      readonly field: 'name' | 'when'
      readonly most: number
      readonly over: number
    }
  /** As `response-not-understood`, made by the device too. */
  | { readonly code: 'request-not-understood' }
  | { readonly code: 'request-received-different' }
  /** Sent again after it was closed and the details of it were erased. */
  | { readonly code: 'request-closed' }

export type ProblemCode = Problem['code']
