import { charactersOver, isBlank } from '../core/text.ts'
import { redact, type RedactedPart, type RedactionProblem } from './redaction.ts'

/**
 * What a moderator decides about one revision of a contribution. A decision names the revision it was made on: words that
 * came later are another revision and wait for a decision of their own (S53).
 */
export type Decision =
  | { readonly kind: 'accept' }
  /** Accepted with parts taken out. The whole text is kept for the records, and shown to nobody. */
  | { readonly kind: 'redact'; readonly parts: readonly RedactedPart[] }
  | ({ readonly kind: 'reject' } & Reason)
  | ({ readonly kind: 'ask-change' } & Reason)

export const rejectionReasons = [
  'identifies',
  'attacks',
  'off-topic',
  'law',
  'sells',
  'other',
] as const

/**
 * `identifies`: says who somebody is, and taking that out leaves too little. `attacks`: attacks a person and not what they
 * said. `law`: could get the writer or the Trust into trouble with the law. `other`: in the moderator's own words.
 */
export type RejectionReason = (typeof rejectionReasons)[number]

/** Why, in words its author reads. */
export interface Reason {
  readonly reason: RejectionReason
  /** The moderator's own words; needed for `other`. */
  readonly words?: string
}

/** A reason a decision is refused. */
export type DecisionProblem =
  | RedactionProblem
  | { readonly code: 'reason-words-missing' }
  | { readonly code: 'reason-words-too-long'; readonly most: number; readonly over: number }
  /** Its author wrote other words meanwhile. */
  | { readonly code: 'revision-changed' }
  | { readonly code: 'decided-already'; readonly by: string }
  | { readonly code: 'being-decided'; readonly by: string }
  | { readonly code: 'contribution-gone' }
  /** Whoever decided it first does not decide about the answer to it. */
  | { readonly code: 'second-person-needed' }

export const reasonLimits = { words: 600, answer: 1_000 } as const

/** Every reason to refuse a decision about these fields of a contribution. */
export function checkDecision(
  decision: Decision,
  fields: RedactedFields,
): readonly DecisionProblem[] {
  switch (decision.kind) {
    case 'accept':
      return []
    case 'redact': {
      const result = redact(fields, decision.parts)
      return result.ok ? [] : [result.problem]
    }
    case 'reject':
    case 'ask-change':
      return checkReason(decision)
  }
}

type RedactedFields = Parameters<typeof redact>[0]

function checkReason({ reason, words = '' }: Reason): readonly DecisionProblem[] {
  if (reason === 'other' && isBlank(words)) return [{ code: 'reason-words-missing' }]
  const over = charactersOver(words, reasonLimits.words)
  return over > 0 ? [{ code: 'reason-words-too-long', most: reasonLimits.words, over }] : []
}

/** How long a decision can be undone before anything leaves, in milliseconds. */
export const undoLastsMs = 30_000

/** Whether a decision that will come into effect can still be undone. */
export const canUndo = (effectiveAt: Date, now: Date): boolean =>
  now.getTime() < effectiveAt.getTime()

/** The author may answer a decision once; a second person then decides. */
export interface Answered {
  readonly decisions: readonly { readonly kind: Decision['kind'] }[]
  readonly answers: number
}

export type AnswerProblem =
  | { readonly code: 'nothing-to-answer' }
  | { readonly code: 'answered-already' }
  | { readonly code: 'answer-missing' }
  | { readonly code: 'answer-too-long'; readonly most: number; readonly over: number }

/** Every reason to refuse an author's answer to a decision. Accepted words need no answer. */
export function checkAnswer(
  { decisions, answers }: Answered,
  words: string,
): readonly AnswerProblem[] {
  const last = decisions.at(-1)
  if (last === undefined || last.kind === 'accept') return [{ code: 'nothing-to-answer' }]
  if (answers > 0) return [{ code: 'answered-already' }]
  if (isBlank(words)) return [{ code: 'answer-missing' }]
  const over = charactersOver(words, reasonLimits.answer)
  return over > 0 ? [{ code: 'answer-too-long', most: reasonLimits.answer, over }] : []
}

/** How long a moderator who opened a contribution has it to themselves, in milliseconds. */
export const claimLastsMs = 10 * 60_000
