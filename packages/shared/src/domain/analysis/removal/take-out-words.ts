import { accept, refuse, type Result } from '../../core/result.ts'
import {
  redactText,
  removedWords,
  type RedactionProblem,
  type RemovedKind,
  type TextPart,
} from '../../moderation/redaction.ts'
import type { Answer, Answers } from '../../question/answer.ts'
import { takeOutBecause, type TakeOutReason } from '../../response/removal.ts'

/** One text of a response: the answer to a question in words, or what was written beside one of its options. */
export interface TextPlace {
  readonly questionId: string
  readonly option?: string
}

/** Words to be taken out of one text for good. `seen` is the revision in which they were chosen. */
export interface TakeOutWords {
  readonly place: TextPlace
  readonly parts: readonly TextPart[]
  readonly reason: TakeOutReason
  readonly seen: number
}

/** A response as taking out and erasing find it. */
export interface ResponseAtHand {
  readonly revision: number
  /** Null: the words are gone. */
  readonly answers: Answers | null
  /** Somebody is at risk, perhaps: an urgent concern about it is not closed, and its words are still needed. */
  readonly concernOpen: boolean
}

/** What keeps words from being removed, whichever way. */
export type GoneProblem =
  | { readonly code: 'response-not-here' }
  | { readonly code: 'words-are-gone' }
  | { readonly code: 'concern-open' }

export type TakeOutProblem =
  | GoneProblem
  | RedactionProblem
  | { readonly code: 'changed-since' }
  | { readonly code: 'no-such-text' }

/** Texts of an answer by where they stand. */
export function textsOf(
  questionId: string,
  answer: Answer | undefined,
): readonly (TextPlace & { readonly text: string })[] {
  if (!answer) return []
  if (answer.kind === 'long-text' || answer.kind === 'short-text')
    return [{ questionId, text: answer.text }]
  const said = 'say' in answer ? (answer.say ?? {}) : {}
  return Object.entries(said).map(([option, text]) => ({ questionId, option, text }))
}

/** What stands in the place of words: their kind and why they are gone, so that whoever meets the text anywhere reads both. */
export const markOf = (what: RemovedKind, reason: TakeOutReason): string =>
  `${removedWords[what].slice(0, -1)} because ${takeOutBecause[reason]}]`

/** Why nothing may be removed from this response now; undefined: it may. */
export function problemAtHand(response: ResponseAtHand | undefined): Result<Answers, GoneProblem> {
  if (!response) return refuse({ code: 'response-not-here' })
  if (response.answers === null) return refuse({ code: 'words-are-gone' })
  return response.concernOpen ? refuse({ code: 'concern-open' }) : accept(response.answers)
}

/**
 * The answers with marks in the place of the words. Places are in UTF-16 units of the text as it was seen: where the response
 * has changed since, they would be those of other words, and nothing is taken out.
 */
export function takeOutWords(
  response: ResponseAtHand | undefined,
  { place, parts, reason, seen }: TakeOutWords,
): Result<Answers, TakeOutProblem> {
  const at = problemAtHand(response)
  if (!at.ok) return at
  if (response?.revision !== seen) return refuse({ code: 'changed-since' })
  const answers = at.value
  const answer = Object.hasOwn(answers, place.questionId) ? answers[place.questionId] : undefined
  const found = textsOf(place.questionId, answer).find(({ option }) => option === place.option)
  if (!found || !answer) return refuse({ code: 'no-such-text' })
  const redacted = redactText(found.text, parts, (what) => markOf(what, reason))
  return redacted.ok
    ? accept({ ...answers, [place.questionId]: withText(answer, place, redacted.value) })
    : redacted
}

function withText(answer: Answer, { option }: TextPlace, text: string): Answer {
  if (option === undefined) return { ...answer, text } as Answer
  const said = 'say' in answer ? answer.say : {}
  return { ...answer, say: { ...said, [option]: text } } as Answer
}
